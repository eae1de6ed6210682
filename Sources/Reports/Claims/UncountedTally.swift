package import Delivery

/// How many claims did not count, in all and for each unit. A claim of a project that several
/// units are credited with stands with each of them, and once in all.
package struct UncountedTally: Sendable, Hashable {
    package var total: Counts
    /// In the order of the standings.
    package var units: [Unit]

    package struct Unit: Sendable, Hashable {
        package var id: String
        package var name: Words
        package var counts: Counts
    }

    package struct Counts: Sendable, Hashable {
        package var refused = 0
        package var revoked = 0
        package var pending = 0
        /// Of those refused and revoked: their stages were recognised on another claim.
        package var madeGood = 0

        package var rejected: Int { refused + revoked }

        fileprivate init(_ claims: some Sequence<UncountedClaim>) {
            for claim in claims {
                switch claim.reason {
                case .refused: refused += 1
                case .revoked: revoked += 1
                case .pending: pending += 1
                }
                if claim.isMadeGood, claim.reason != .pending { madeGood += 1 }
            }
        }
    }

    package init(_ claims: [UncountedClaim], units: [(id: String, name: Words)]) {
        total = Counts(claims)
        self.units = units.map { unit in
            let own = claims.filter { claim in
                claim.units.contains { $0.text.utf8.elementsEqual(unit.id.utf8) }
            }
            return Unit(id: unit.id, name: unit.name, counts: Counts(own))
        }
    }

    package subscript(unit: String) -> Counts {
        units.first { $0.id.utf8.elementsEqual(unit.utf8) }?.counts ?? Counts([])
    }

    /// Whether a refused claim stands with more than one unit.
    package var hasShared: Bool {
        units.reduce(0) { $0 + $1.counts.rejected } > total.rejected
    }
}
