package import Rulebook

package enum OrganizationKind: String, CaseIterable, Sendable, FieldCode {
    case government, district, department, park, enterprise, partner, other

    package var words: Words {
        switch self {
        case .government: Words(zh: "政府", en: "government")
        case .district: Words(zh: "地区", en: "district")
        case .department: Words(zh: "部门", en: "department")
        case .park: Words(zh: "园区", en: "park")
        case .enterprise: Words(zh: "企业", en: "enterprise")
        case .partner: Words(zh: "合作方", en: "partner")
        case .other: Words(zh: "其他", en: "other")
        }
    }
}

/// Who owes, builds, reports or checks. Its place in the tree and its race group hold from a day.
package struct Organization: Sendable, Hashable {
    package var id: OrganizationID
    package var kind: OrganizationKind
    package var name: String
    package var nameEn: String?
    /// Other spellings by which sheets call it.
    package var aliases: [String]
    /// Its code in official statistics, where it has one.
    package var code: String?
    package var from: Day
    /// The first day on which it no longer exists.
    package var closed: Day?
    package var parent: Dated<OrganizationID?>
    package var group: Dated<String?>
    package var records: [Int]

    package func exists(on day: Day) -> Bool { from <= day && (closed.map { day < $0 } ?? true) }
}
