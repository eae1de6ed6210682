package import CityHall
package import Delivery
package import Foundation
package import Ledger
package import Rulebook

/// Everything pages are made from, each behind the one way to it.
package struct House: Sendable {
    private let hall: CityHall
    package let ledger: LedgerDesk
    package let races: RaceDesk
    /// Nil where nobody gave the keys to verify with.
    package let verification: VerificationDesk?
    private let indexes = LatestIndex()
    private let seen = LatestSeen()
    private let watches = LatestWatch()

    private let notes: (any BlobStore)?
    /// Where evidence is kept; without it none is taken in.
    let files: EvidenceStore?
    /// Takes sheets in.
    package let imports: ImportDesk

    /// - Parameters:
    ///   - reader: a reader of the hall's ledger that nobody else uses.
    ///   - notes: where free texts lie; without it pages say that there is a text.
    ///   - files: where evidence lies.
    ///   - staging: where sheets lie until they are taken in or dropped; emptied here.
    ///   - verification: has readers of its own.
    package init(
        hall: CityHall, reader: any LedgerReader, notes: (any BlobStore)? = nil,
        files: EvidenceStore? = nil, staging: URL, verification: VerificationDesk? = nil,
        bounds: ImportDesk.Bounds = ImportDesk.Bounds()
    ) {
        imports = ImportDesk(
            hall: hall, notes: notes, evidence: files, staging: staging, bounds: bounds)
        self.hall = hall
        self.notes = notes
        self.files = files
        self.verification = verification
        ledger = LedgerDesk(reader)
        races = RaceDesk(history: hall.history)
    }

    /// The city now, as the reader of a page may see it.
    package func sight(for viewer: Viewer) -> Sight {
        let city = hall.present
        return Sight(
            seen.city(city, within: viewer.reach), projects: indexes.index(of: city),
            notes: notes, files: files)
    }

    /// Who a person is by the register's word at this moment; nobody is a guest.
    package func viewer(_ person: PersonID?) -> Viewer { hall.city.viewer(person) }

    /// The city's local day.
    package var today: Day { hall.today }

    package var letsGuestsRead: Bool { hall.city.settings?.guests == true }

    /// Whether anything was made public.
    package var hasPromises: Bool { hall.city.lists.all.contains { $0.disclosure != nil } }

    /// What the city says of its figures on every page.
    package var notice: Words? { hall.city.settings?.notice }

    /// Carries out a command; what it may be refused for is looked at when its turn comes.
    package func submit(_ submission: Submission) async throws(Refusal) -> Acknowledgement {
        try await hall.submit(submission)
    }

    /// Carries out commands that stand or fall together.
    package func submitTogether(
        _ submissions: [Submission]
    ) async throws(BatchRefusal) -> [Acknowledgement] {
        try await hall.submitTogether(submissions)
    }

    /// What waits for somebody, as the city of that sight stands.
    package func watch(of sight: Sight) -> WatchList { watches.list(of: sight) }

    /// Yearly targets against what a race found; nil where it cannot be run.
    package func targets(_ rulebook: String, _ period: Period, in city: City) async -> TargetBoard?
    {
        let race = try? await races.run(rulebook, period, in: city, traces: true)
        return race.map { TargetBoard($0) }
    }

    /// The race whose rules were adopted first, with its latest period.
    package func mainRace(of sight: Sight) async -> (id: String, period: Period)? {
        let city = sight.city
        guard let first = city.rulebooks.first,
            let adopted = city.rulebooks.last(where: {
                $0.heading.id.utf8.elementsEqual(first.heading.id.utf8)
            }),
            let period = await races.latestPeriod(
                adopted, in: city, lastFact: sight.projects.lastFact)
        else { return nil }
        return (adopted.heading.id, period)
    }

    /// What the main race came to in its past periods up to one, the earliest first.
    package func history(before period: Period?, in sight: Sight) async -> [RaceSummary] {
        guard let period, let (id, _) = await mainRace(of: sight) else { return [] }
        let all = await races.periods(
            id, like: period, in: sight.city, firstFact: sight.projects.firstFact)
        let past = all.drop { $0.end > period.end }.prefix(RaceDesk.historyLength)
        return await races.summaries(id, Array(past), in: sight.city)
    }

    /// The city as of an earlier record, as the viewer may see it; `nil` is now. Races come out
    /// the same for everybody: nothing that is withheld is a fact of one. They and what is printed
    /// of them go by the days in records, whatever day it is.
    package func city(asOf seq: Int?, for viewer: Viewer) throws -> City {
        let now = hall.present
        guard let seq else {
            var city = seen.city(now, within: viewer.reach).city
            city.day = city.days.last?.day
            return city
        }
        guard seq >= 0, seq < now.size else { throw Trouble.noSuchRecord(seq, of: now.size) }
        do throws(LedgerError) {
            return try hall.history.city(of: seq + 1).seen(by: viewer).city
        } catch {
            throw RaceRefusal.ledger(error).trouble
        }
    }
}
