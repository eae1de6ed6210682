package import Delivery
import HashTreeCollections
import Rulebook

/// A public list: its edition, each promise of it and where all of them stand together.
package struct PromiseBoard: Sendable {
    package let list: ListID
    package let edition: Edition
    /// The decision that made it public.
    package let disclosure: Disclosure
    package let promises: [Promise]
    package let dropped: [Dropped]

    /// What an earlier public edition promised and this one does not.
    package struct Dropped: Sendable {
        package var line: Edition.Line
        /// The latest public edition that had it.
        package var edition: Int
        /// What it became, among the promises of this edition.
        package var into: [Edition.Line]
    }

    /// Nil where nothing of the list is public.
    init?(_ list: Delivery.CommitmentList, in city: City) {
        guard let disclosure = list.disclosure, let edition = list.disclosedEdition else {
            return nil
        }
        self.list = list.id
        self.edition = edition
        self.disclosure = disclosure
        let today = city.day ?? .earliest
        promises = edition.lines.map { Promise($0, in: city, on: today) }
        dropped = Self.dropped(from: list, by: edition, in: city)
    }

    package func count(_ standing: Promise.Standing) -> Int {
        promises.count { $0.standing == standing }
    }

    /// Every list of which an edition is public, in the order of their opening.
    static func all(in city: City) -> [PromiseBoard] {
        city.lists.all.compactMap { PromiseBoard($0, in: city) }
    }

    private static func dropped(
        from list: Delivery.CommitmentList, by edition: Edition, in city: City
    ) -> [Dropped] {
        var found: [Dropped] = []
        var known = Set(edition.lines.map(\.item))
        for earlier in list.editionsDisclosedSoFar.reversed() {
            for line in earlier.lines where known.insert(line.item).inserted {
                let into = heirs(of: line.item, on: list.id, by: edition, in: city)
                found.append(Dropped(line: line, edition: earlier.number, into: into))
            }
        }
        return found
    }

    /// What an item became, as far as the edition says; what happened after it is not told.
    private static func heirs(
        of item: CommitmentID, on list: ListID, by edition: Edition, in city: City
    ) -> [Edition.Line] {
        guard let listing = city.listings[item], listing.list == list,
            listing.edition <= edition.number
        else { return [] }
        return switch listing.standing {
        case .listed, .removed: []
        case .merged(let into): [into].compactMap(edition.line)
        case .split(let into): into.compactMap(edition.line)
        }
    }
}
