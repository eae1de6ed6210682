import Delivery
import HashTreeCollections
import Ledger
import Rulebook

extension NounTable {
    static let city: [NounTable] = [basis, people, personRoles, rulebooks]

    private static let basis = NounTable(
        "basis", key: ["records"], zh: "本文件的依据：一行", en: "What the file stands on: one row.",
        [
            .integer("records", "台账记录条数", "how many records were read", required: true) {
                $0.city.size
            },
            .hash("head_leaf", "最后一条记录的叶哈希", "the leaf hash of the last of them") {
                $0.city.size == 0 ? nil : $0.head.leaf.hex
            },
            .day("last_day", "最后一条记录的当地日期", "the local day of the last of them") {
                $0.city.day
            },
            .time("last_time", "最后一条记录的时刻", "when the last of them was made") {
                $0.city.time?.description
            },
            .text("name", "城市名称", "the city's name") { $0.city.settings?.name.zh },
            .text("name_en", "城市英文名称", "its English name") { $0.city.settings?.name.en },
            .text("time_zone", "时区", "its time zone") { $0.city.settings?.timeZone },
            .text("currency", "货币", "its currency, ISO 4217") { $0.city.settings?.currency },
            .text("money_unit", "赛马数据的金额单位", "the unit of amounts in facts of races") {
                $0.city.settings?.unit.zh
            },
            .text("money_unit_en", "该单位的英文名", "the unit's English name") {
                $0.city.settings?.unit.en
            },
            .integer(
                "money_unit_exponent", "该单位为主单位的 10 的几次方",
                "the unit is 10 to this power of major units"
            ) { $0.city.settings?.unit.exponent },
            .text("notice", "须知", "what every reader must know of the figures") {
                $0.city.settings?.notice?.zh
            },
            .text("notice_en", "英文须知", "the same in English") {
                $0.city.settings?.notice?.en
            },
            .seq("settings_seq", "设置所在的记录", "the record of the settings") {
                $0.city.settings?.seq
            },
        ]
    ) { (source: TableSource) in [source] }

    private static let people = NounTable(
        "people", key: ["id"], zh: "人员（只有编号，姓名另存）",
        en: "Persons, by id alone: names are kept elsewhere.",
        [
            .text("id", "人员编号", "the person", required: true) { $0.id.text },
            .of("organizations", "organization", "所属组织", "whom the person belongs to") {
                $0.appointment.organization.text
            },
            .seq("seq", "任命所在的记录", "the record of the appointment", required: true) {
                $0.appointment.seq
            },
        ]
    ) { (source: TableSource) in source.people }

    private static let personRoles = NounTable(
        "person_roles", key: ["person", "role"], zh: "人员的角色", en: "What persons may do.",
        [
            .of("people", "person", "人员编号", "the person", required: true) { $0.person },
            .code("role", "角色", "the role", required: true) { $0.role },
            .seq("seq", "任命所在的记录", "the record of the appointment", required: true) { $0.seq },
        ]
    ) { (source: TableSource) in
        source.people.flatMap { person -> [(person: String, role: String, seq: Int)] in
            let roles = person.appointment.roles.map(\.rawValue).sorted()
            return roles.map { (person.id.text, $0, person.appointment.seq) }
        }
    }

    private static let rulebooks = NounTable(
        "rulebooks", key: ["id", "version"], zh: "采用的规则，各版本一行",
        en: "Adopted rulebooks, by version.",
        [
            .text("id", "规则编号", "the rulebook", required: true) { $0.heading.id },
            .text("version", "版本", "the version", required: true) { $0.heading.version },
            .text("title", "名称", "its title") { $0.heading.title?.zh },
            .text("title_en", "英文名称", "its English title") { $0.heading.title?.en },
            .day("effective_from", "施行日", "the first day in force") { $0.heading.effectiveFrom },
            .day("effective_until", "失效日", "the first day no longer in force") {
                $0.heading.effectiveUntil
            },
            .integer("cutoff_days", "期末后几日内登记的计入", "days after a period's end that count") {
                $0.heading.cutoffDays
            },
            .hash("sha256", "全文的 SHA-256", "of its text", required: true) {
                $0.hash
            },
            .text("text", "全文", "its exact text", required: true) { $0.text },
            .seq("seq", "采用所在的记录", "the record of its adoption", required: true) { $0.seq },
        ]
    ) { (source: TableSource) in source.city.rulebooks }
}

extension AdoptedRulebook {
    fileprivate var hash: String {
        Array(text.utf8).withUnsafeBytes { Merkle.sha256($0) }.hex
    }
}
