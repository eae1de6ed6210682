import Delivery
import HashTreeCollections
import Rulebook

/// Where a row of a race's facts comes from: the project it is about and the records that say so.
struct RowEvidence {
    var project: Project?
    /// What tells rows of one project apart: a month, a year, a day.
    var detail: String?
    /// Without doubles, in order.
    var records: [Int]

    /// - Parameters:
    ///   - fields: what the rule looked at; a stage's date leads to its recognition.
    init(table: String, row: String, fields: [String], city: City) {
        let parts = row.split(separator: "/", maxSplits: 1).map(String.init)
        let id = parts.first.flatMap { ProjectID($0) }
        let project = id.flatMap { city.projects[$0] }
        let rest = parts.count > 1 ? parts[1] : ""
        detail = project == nil || rest.isEmpty ? nil : rest
        switch table {
        case "projects":
            self.project = project
            let rulings = fields.compactMap { field -> Int? in
                guard let stage = FieldWords.stage(field),
                    case .recognised(_, _, let seq)? = project?.recognisedClaim(stage)?.ruling
                else { return nil }
                return seq
            }
            records = rulings.isEmpty ? [project?.registered].compactMap { $0 } : rulings
        case "investment":
            self.project = project
            let month = Month(rest).flatMap { project?.invested(in: $0) }
            records = [month?.seq].compactMap { $0 }
        case "plans":
            self.project = project
            records = [Int(rest).flatMap { project?.plans[$0]?.seq }].compactMap { $0 }
        case "reports":
            self.project = project
            let report = Day(rest).flatMap { day in project?.reports.last { $0.asOf == day } }
            records = [report?.seq].compactMap { $0 }
        case "findings":
            let finding = FindingID(row).flatMap { city.findings[$0] }
            self.project = finding?.project.flatMap { city.projects[$0] }
            records = [finding?.seq].compactMap { $0 }
        default:
            self.project = project
            records = []
        }
        records = Array(Set(records)).sorted()
    }
}
