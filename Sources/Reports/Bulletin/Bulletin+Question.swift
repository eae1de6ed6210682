package import CityHall
package import Delivery
import Rulebook

/// Why a bulletin cannot be made.
package enum BulletinFailure: Error, Sendable {
    case race(RaceRefusal)
    case bulletin(BulletinRefusal)
}

extension Bulletin {
    /// Runs a race and the one of the period before it, and reports on them.
    ///
    /// - Parameters:
    ///   - city: the city as of the position looked from.
    ///   - history: the city at earlier positions of the same ledger.
    package init(
        of question: RaceQuestion, in city: City, past history: CityHistory, head: Head
    ) throws(BulletinFailure) {
        let prepared: PreparedRace
        let scored: ScoredRace
        do throws(RaceRefusal) {
            prepared = try question.prepare(city, past: history.city)
            scored = try prepared.score()
        } catch {
            throw .race(error)
        }
        let before = try Bulletin.standings(before: question, in: city, past: history)
        do throws(BulletinRefusal) {
            try self.init(prepared, scored, before: before, in: city, head: head)
        } catch {
            throw .bulletin(error)
        }
    }

    /// Nil where no such race can be run for the period before; that the ledger cannot be read
    /// is no such reason.
    private static func standings(
        before question: RaceQuestion, in city: City, past history: CityHistory
    ) throws(BulletinFailure) -> Standings? {
        guard let period = question.period.previous else { return nil }
        do throws(RaceRefusal) {
            return try RaceQuestion(rules: question.rules, period: period)
                .prepare(city, past: history.city).score().standings
        } catch {
            if case .ledger = error { throw .race(error) }
            return nil
        }
    }
}

extension Bulletin.Head {
    /// Issued by the city's government on the city's day, without a number.
    package init(in city: City) {
        let day = city.day ?? .epoch
        let government = city.organizations.all.first {
            $0.kind == .government && $0.exists(on: day)
                && city.organizations.parent(of: $0.id, on: day) == nil
        }
        let name = government.map { Words(zh: $0.name, en: $0.nameEn ?? $0.name) }
        self.init(
            issuer: name ?? city.settings?.name ?? Words(zh: "", en: ""), number: nil, date: day)
    }
}
