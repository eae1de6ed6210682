import Delivery
import Foundation
import HashTreeCollections
import JSON
import Ledger

extension Sight {
    /// A moment of a record in the city's own time, to the minute.
    func moment(_ text: String) -> HTML {
        var copy = text
        let parsed = copy.withUTF8 { Timestamp(utf8: $0) }
        guard let parsed else { return HTML(escaping: text) }
        let zone = city.settings.flatMap { TimeZone(identifier: $0.timeZone) }
        let date = Date(timeIntervalSince1970: Double(parsed.milliseconds) / 1000)
        let offset = Int64(zone?.secondsFromGMT(for: date) ?? 0) * 1000
        let local = Timestamp(milliseconds: parsed.milliseconds + offset).description
        let shown = local.prefix(16).split(separator: "T").joined(separator: " ")
        return "<time class=\"nowrap\" datetime=\"\(text)\" title=\"\(text)\">\(shown)</time>"
    }

    /// What a record is about, where its data names a commitment, a project, an organization or
    /// a finding that the city knows.
    func subject(of record: Record, _ visit: Visit) -> HTML? {
        guard let data = try? JSON.parse(record.data) else { return nil }
        let own = data["id"]?.stringValue
        let isNew = record.type.hasSuffix(".registered")
        let isDraft = record.type == CommitmentDrafted.type.description
        let commitment = data["commitment"]?.stringValue ?? (isDraft ? own : nil)
        if let item = commitment.flatMap({ CommitmentID($0) }).flatMap({ city.commitments[$0] }) {
            return item.link(visit)
        }
        let project = data["project"]?.stringValue ?? (isNew ? own : nil)
        if let project = project.flatMap({ ProjectID($0) }).flatMap({ city.projects[$0] }) {
            let address = visit.link("/projects/\(project.id.text)")
            return "<a href=\"\(address)\">\(visit.t.data(project.profile.name))</a>"
        }
        let organization = data["organization"]?.stringValue ?? (isNew ? own : nil)
        if let id = organization.flatMap({ OrganizationID($0) }), city.organizations[id] != nil {
            return link(id, visit)
        }
        let finding = data["finding"]?.stringValue.flatMap { FindingID($0) }
        if let finding = finding.flatMap({ city.findings[$0] }) {
            return link(finding.organization, visit)
        }
        return nil
    }
}
