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

    /// What a record is about, where its data names a commitment, a list, a directive, a project,
    /// an organization or a finding that the city knows.
    func subject(of record: Record, _ visit: Visit) -> HTML? {
        guard let data = try? JSON.parse(record.data) else { return nil }
        let own = data["id"]?.stringValue
        let isNew = record.type.hasSuffix(".registered")
        let isDraft = record.type == CommitmentDrafted.type.description
        let commitment = data["commitment"]?.stringValue ?? (isDraft ? own : nil)
        if let item = commitment.flatMap({ CommitmentID($0) }).flatMap({ city.commitments[$0] }) {
            return item.link(visit)
        }
        if let paper = paper(in: data, record.type, visit) { return paper }
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

    /// The list or the directive that a record's data names.
    private func paper(in data: JSON, _ type: String, _ visit: Visit) -> HTML? {
        let (own, t) = (data["id"]?.stringValue, visit.t)
        let isListNew = type == ListOpened.type.description
        let list = data["list"]?.stringValue ?? (isListNew ? own : nil)
        if let list = list.flatMap({ ListID($0) }).flatMap({ city.lists[$0] }) {
            return ListDesk(sight: self, visit: visit, viewer: nil).link(list)
        }
        let isDirectiveNew = type == DirectiveRegistered.type.description
        let directive = data["directive"]?.stringValue ?? (isDirectiveNew ? own : nil)
        guard let id = directive.flatMap({ DirectiveID($0) }),
            let profile = city.directives[id]?.profile
        else { return nil }
        let title = t.language == .en ? profile.titleEn ?? profile.title : profile.title
        return "<a href=\"\(visit.link(DirectivePage.link(id)))\">\(t.data(title))</a>"
    }
}
