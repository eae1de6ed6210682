package import CityHall
package import Delivery

/// The city as one reader may see it. Everything in the ledger is open inside the government, so
/// for now every reader's sight is the whole city; pages must not come by a city otherwise.
package struct Sight: Sendable {
    package let city: City
    /// Made once for each state of the city.
    package let projects: ProjectIndex

    /// Where free texts lie that records cite by their hashes.
    private let notes: (any BlobStore)?

    package init(_ city: City, projects: ProjectIndex, notes: (any BlobStore)? = nil) {
        self.city = city
        self.projects = projects
        self.notes = notes
    }

    package init(_ city: City) {
        self.init(city, projects: ProjectIndex(city))
    }

    /// A free text as it was written, or that it is kept elsewhere and was not found.
    package func text(_ note: Note, _ t: Localizer) -> HTML {
        if case .text(let text) = note { return t.data(text) }
        return notes?.text(of: note).map(t.data)
            ?? "<span class=\"mute\">\(t(.textNotHere))</span>"
    }

    /// The same, plain; nil where it was not found.
    func plainText(_ note: Note) -> String? {
        if case .text(let text) = note { return text }
        return notes?.text(of: note)
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
