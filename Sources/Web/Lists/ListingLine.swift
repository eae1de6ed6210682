import Delivery
import HashTreeCollections

/// Which list an item is on, or by which edition it left.
struct ListingLine {
    private let listing: Listing
    private let list: Delivery.CommitmentList
    private let desk: ListDesk

    /// Nil for an item that never was on a list.
    init?(of item: CommitmentID, _ sight: Sight, _ visit: Visit) {
        guard let listing = sight.city.listings[item], let list = sight.city.lists[listing.list]
        else { return nil }
        self.listing = listing
        self.list = list
        desk = ListDesk(sight: sight, visit: visit, viewer: nil)
    }

    var isOn: Bool { listing.standing == .listed }

    var html: HTML {
        let (t, number) = (desk.t, listing.edition)
        let what: HTML =
            switch listing.standing {
            case .listed: "\(t(.since(number)))"
            case .removed: "\(t(.leftBy(number)))"
            case .merged(let into): "\(t(.mergedBy(number)))\(desk.item(into))"
            case .split(let into):
                "\(t(.splitBy(number)))\(HTML.joined(into.map(desk.item), by: ", "))"
            }
        return "\(desk.link(list)) · \(what) \(desk.visit.record(listing.seq))"
    }
}
