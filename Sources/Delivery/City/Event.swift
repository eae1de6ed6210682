package import Rulebook

/// One thing that happened: the body of a record.
package protocol EventBody: Fielded {
    /// `project.registered`: stable for ever.
    static var type: StaticString { get }
    static var version: Int { get }
    /// Folds the event into the city. It was decided once, so it cannot be refused here.
    func apply(to city: inout City, _ at: Occurrence)
}

extension EventBody {
    package static var version: Int { 1 }
}

/// Where and when an event stands in the ledger.
package struct Occurrence: Sendable, Hashable {
    package var seq: Int
    /// The city's local day at the time of recording.
    package var day: Day
    package var at: Timestamp
    package var actor: PersonID
    package var organization: OrganizationID?

    package init(
        seq: Int, day: Day, at: Timestamp, actor: PersonID, organization: OrganizationID?
    ) {
        self.seq = seq
        self.day = day
        self.at = at
        self.actor = actor
        self.organization = organization
    }
}
