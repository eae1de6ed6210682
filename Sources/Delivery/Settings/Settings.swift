import Rulebook

/// The city's own settings. A change holds from its record on and alters nothing before it.
package struct Settings: Sendable, Hashable {
    package var name: Words
    /// IANA name, `Asia/Shanghai`.
    package var timeZone: String
    /// ISO 4217, `CNY`.
    package var currency: String
    package var unit: MoneyUnit
    package var seq: Int

    package init(name: Words, timeZone: String, currency: String, unit: MoneyUnit, seq: Int) {
        self.name = name
        self.timeZone = timeZone
        self.currency = currency
        self.unit = unit
        self.seq = seq
    }
}

package struct CityConfigured: EventBody {
    package static let type: StaticString = "city.configured"
    package var nameZh = ""
    package var nameEn = ""
    package var timeZone = "Asia/Shanghai"
    package var currency = "CNY"
    package var unitZh = MoneyUnit.yi.zh
    package var unitEn = MoneyUnit.yi.en
    package var unitExponent = MoneyUnit.yi.exponent

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("name", &nameZh)
        try visitor.field("name_en", &nameEn)
        try visitor.field("time_zone", &timeZone)
        try visitor.field("currency", &currency)
        try visitor.field("money_unit", &unitZh)
        try visitor.field("money_unit_en", &unitEn)
        try visitor.field("money_unit_exponent", &unitExponent)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.settings = Settings(
            name: Words(zh: nameZh, en: nameEn), timeZone: timeZone, currency: currency,
            unit: MoneyUnit(zh: unitZh, en: unitEn, exponent: unitExponent), seq: at.seq)
    }
}

/// Sets name, time zone, currency and the unit in which amounts are shown and scored.
package struct ConfigureCity: ProposingCommand {
    package static let name: StaticString = "city.configure"
    package static let title = Words(zh: "设置城市", en: "Set up the city")
    package static let may: Set<Role> = [.console, .systemAdministrator]
    package static let refusals: [Refusal.Code] = [.settingsMalformed]
    package static let example = ConfigureCity {
        $0.nameZh = "大连市"
        $0.nameEn = "Dalian"
    }

    package var proposed = CityConfigured()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        try requireText(proposed.nameZh, field: "name")
        try requireText(proposed.nameEn, field: "name_en")
        try requireText(proposed.unitZh, field: "money_unit")
        try requireText(proposed.unitEn, field: "money_unit_en")
        guard asked.knowsTimeZone(proposed.timeZone) else {
            throw Refusal(
                .settingsMalformed, field: "time_zone",
                zh: "未知时区“\(proposed.timeZone)”，应为 Asia/Shanghai 之类的 IANA 名称",
                en: "unknown time zone \"\(proposed.timeZone)\"; "
                    + "use an IANA name such as Asia/Shanghai")
        }
        let capital = UInt8(ascii: "A")...UInt8(ascii: "Z")
        guard proposed.currency.utf8.count == 3,
            proposed.currency.utf8.allSatisfy(capital.contains)
        else {
            throw Refusal(
                .settingsMalformed, field: "currency", zh: "货币应为三位字母代码，如 CNY",
                en: "a currency is three capital letters, such as CNY")
        }
        guard (0...10).contains(proposed.unitExponent) else {
            throw Refusal(
                .settingsMalformed, field: "money_unit_exponent",
                zh: "金额单位的指数应为 0–10，亿元为 8，万元为 4",
                en: "the unit's exponent is 0–10; 8 for 100 million, 6 for a million")
        }
    }
}
