package import CityHall
package import Delivery
package import Ledger
import Synchronization

/// Everything pages are made from, each behind the one way to it.
package struct House: Sendable {
    private let hall: CityHall
    package let ledger: LedgerDesk
    package let races: RaceDesk
    private let indexes = LatestIndex()

    private let notes: (any BlobStore)?

    /// - Parameters:
    ///   - reader: a reader of the hall's ledger that nobody else uses.
    ///   - notes: where free texts lie; without it pages say that there is a text.
    package init(hall: CityHall, reader: any LedgerReader, notes: (any BlobStore)? = nil) {
        self.hall = hall
        self.notes = notes
        ledger = LedgerDesk(reader)
        races = RaceDesk(history: hall.history)
    }

    /// The city now, as the reader of a page may see it.
    package var sight: Sight {
        let city = hall.city
        return Sight(city, projects: indexes.index(of: city), notes: notes)
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
