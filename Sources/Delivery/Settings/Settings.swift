import Rulebook

/// The city's own settings. A change holds from its record on and alters nothing before it.
package struct Settings: Sendable, Hashable {
    package var name: Words
    /// IANA name, `Asia/Shanghai`.
    package var timeZone: String
    /// ISO 4217, `CNY`.
    package var currency: String
    package var unit: MoneyUnit
    /// What every reader must know of the figures, shown on every page: that they are examples.
    package var notice: Words?
    /// Whether published facts are read without a sign-in.
    package var guests: Bool
    /// Whether pages stand still at the day of the last record, as those of an example or of a
    /// city's past do. Elsewhere they go by today.
    package var archive: Bool
    package var seq: Int

    package init(
        name: Words, timeZone: String, currency: String, unit: MoneyUnit, notice: Words? = nil,
        guests: Bool = false, archive: Bool = false, seq: Int
    ) {
        self.name = name
        self.timeZone = timeZone
        self.currency = currency
        self.unit = unit
        self.notice = notice
        self.guests = guests
        self.archive = archive
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
    package var noticeZh: String?
    package var noticeEn: String?
    package var guests = false
    package var archive = false

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("name", &nameZh)
        try visitor.field("name_en", &nameEn)
        try visitor.field("time_zone", &timeZone)
        try visitor.field("currency", &currency)
        try visitor.field("money_unit", &unitZh)
        try visitor.field("money_unit_en", &unitEn)
        try visitor.field("money_unit_exponent", &unitExponent)
        try visitor.optional("notice", &noticeZh)
        try visitor.optional("notice_en", &noticeEn)
        try visitor.flag("guests", &guests)
        try visitor.flag("archive", &archive)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.settings = Settings(
            name: Words(zh: nameZh, en: nameEn), timeZone: timeZone, currency: currency,
            unit: MoneyUnit(zh: unitZh, en: unitEn, exponent: unitExponent), notice: notice,
            guests: guests, archive: archive, seq: at.seq)
    }

    private var notice: Words? {
        guard let noticeZh, let noticeEn else { return nil }
        return Words(zh: noticeZh, en: noticeEn)
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

    package var subject: Subject? { .settings }

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        try requireText(proposed.nameZh, field: "name")
        try requireText(proposed.nameEn, field: "name_en")
        try requireText(proposed.unitZh, field: "money_unit")
        try requireText(proposed.unitEn, field: "money_unit_en")
        guard (proposed.noticeZh == nil) == (proposed.noticeEn == nil) else {
            throw Refusal(
                .settingsMalformed, field: proposed.noticeZh == nil ? "notice" : "notice_en",
                zh: "提示须有中英文两种：notice 与 notice_en",
                en: "a notice is in both languages: notice and notice_en")
        }
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
