package import CityHall
package import Delivery
package import Ledger
package import Rulebook
import Synchronization

/// Everything pages are made from, each behind the one way to it.
package struct House: Sendable {
    private let hall: CityHall
    package let ledger: LedgerDesk
    package let races: RaceDesk
    /// Nil where nobody gave the keys to verify with.
    package let verification: VerificationDesk?
    private let indexes = LatestIndex()
    private let watches = LatestWatch()

    private let notes: (any BlobStore)?

    /// - Parameters:
    ///   - reader: a reader of the hall's ledger that nobody else uses.
    ///   - notes: where free texts lie; without it pages say that there is a text.
    ///   - verification: has readers of its own.
    package init(
        hall: CityHall, reader: any LedgerReader, notes: (any BlobStore)? = nil,
        verification: VerificationDesk? = nil
    ) {
        self.hall = hall
        self.notes = notes
        self.verification = verification
        ledger = LedgerDesk(reader)
        races = RaceDesk(history: hall.history)
    }

    /// The city now, as the reader of a page may see it.
    package var sight: Sight {
        let city = hall.city
        return Sight(city, projects: indexes.index(of: city), notes: notes)
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

    /// The city as of an earlier record; `nil` is now.
    package func city(asOf seq: Int?) throws -> City {
        let now = hall.city
        guard let seq else { return now }
        guard seq >= 0, seq < now.size else { throw Trouble.noSuchRecord(seq, of: now.size) }
        do throws(LedgerError) {
            return try hall.history.city(of: seq + 1)
        } catch {
            throw RaceRefusal.ledger(error).trouble
        }
    }
}

/// The index of the latest state of the city that anybody asked for.
private final class LatestIndex: Sendable {
    private let latest = Mutex<ProjectIndex?>(nil)

    func index(of city: City) -> ProjectIndex {
        let known = latest.withLock { $0 }
        if let known, known.size == city.size { return known }
        let made = ProjectIndex(city, after: known.flatMap { $0.size < city.size ? $0 : nil })
        latest.withLock { kept in
            if (kept?.size ?? -1) < made.size { kept = made }
        }
        return made
    }
}

/// What is to be watched in the latest state of the city that anybody asked for.
private final class LatestWatch: Sendable {
    private let latest = Mutex<WatchList?>(nil)

    func list(of sight: Sight) -> WatchList {
        let known = latest.withLock { $0 }
        if let known, known.sight.city.size == sight.city.size { return known }
        let made = WatchList(sight)
        latest.withLock { $0 = made }
        return made
    }
}
