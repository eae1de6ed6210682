package import CityHall
package import Delivery
import Ledger

/// The city as one reader may see it; pages must not come by a city otherwise. What is hidden
/// from the reader is not in it, so that no list, search, export or chart can tell of it.
package struct Sight: Sendable {
    private let seen: SeenCity
    /// Made once for each state of the city.
    package let projects: ProjectIndex

    /// Where free texts lie that records cite by their hashes.
    private let notes: (any BlobStore)?
    /// Where evidence lies.
    private let files: EvidenceStore?

    package init(
        _ seen: SeenCity, projects: ProjectIndex, notes: (any BlobStore)? = nil,
        files: EvidenceStore? = nil
    ) {
        self.seen = seen
        self.projects = projects
        self.notes = notes
        self.files = files
    }

    package init(_ city: City) {
        self.init(city.seen(within: .city), projects: ProjectIndex(city))
    }

    package var city: City { seen.city }

    /// How much of the unpublished is in it; sights of equal reach and size are the same.
    package var reach: Viewer.Reach { seen.reach }

    /// Seqs of the records whose content is kept from the reader.
    package var withheld: Set<Int> { seen.withheld }

    /// Whether a record's content is kept from the reader.
    package func isWithheld(_ seq: Int) -> Bool { seen.withheld.contains(seq) }

    /// The entry as the reader may see it.
    package func seen(_ entry: LedgerDesk.Entry) -> LedgerDesk.Entry {
        isWithheld(entry.record.seq)
            ? entry.withheld(showingHeader: seen.showsHeaders) : entry
    }

    /// A free text as it was written, or why it is not here.
    package func text(_ note: Note, _ t: Localizer) -> HTML {
        if case .text(let text) = note { return t.data(text) }
        return notes?.text(of: note).map(t.data)
            ?? absence(of: note, t)
    }

    /// The same, plain; nil where it was not found.
    func plainText(_ note: Note) -> String? {
        if case .text(let text) = note { return text }
        return notes?.text(of: note)
    }

    /// A file of evidence to be opened; nil where it is not kept or the viewer may not.
    func link(_ evidence: Evidence, _ visit: Visit) -> HTML? {
        guard visit.viewer != .guest, files?.keeps(evidence.sha256) == true,
            city.cites(evidence.sha256, for: visit.viewer)
        else { return nil }
        let name = evidence.name.map { text($0, visit.t) } ?? "\(visit.t(evidence.kind.words))"
        let address: Link = "/files/\(evidence.sha256.text)"
        return "<a href=\"\(address)\" target=\"_blank\" rel=\"noopener\">\(name)</a>"
    }

    package var unit: MoneyUnit { city.settings?.unit ?? .yi }

    /// How an organization is named, with a link to it.
    package func link(_ id: OrganizationID, _ visit: Visit) -> HTML {
        let name = city.organizations[id].map(visit.t.name) ?? HTML(escaping: id.text)
        return "<a href=\"\(visit.link("/organizations/\(id.text)"))\">\(name)</a>"
    }

    package func plainName(_ id: OrganizationID, _ t: Localizer) -> String {
        city.organizations[id].map(t.plainName) ?? id.text
    }
}
