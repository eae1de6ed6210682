package import Delivery
package import Rulebook

/// 未计入的申报: claims of stages that did not count, by the unit that made them.
package struct UncountedClaims: Sendable, Hashable {
    /// In the order of the units asked for; last, where there are any, the claims of nobody
    /// among them.
    package var units: [Unit]

    package struct Unit: Sendable, Hashable {
        /// Nil for claims of organizations that belong to no unit of the race.
        package var id: String?
        package var name: Words
        package var counts = Counts()
    }

    package struct Counts: Sendable, Hashable {
        /// 不予认定
        package var refused = 0
        /// 撤销认定: recognised first, and taken back.
        package var revoked = 0
        /// 尚未认定
        package var pending = 0

        package var rejected: Int { refused + revoked }
        package var all: Int { rejected + pending }

        fileprivate mutating func add(_ ruling: Claim.Ruling) {
            switch ruling {
            case .refused: refused += 1
            case .revoked: revoked += 1
            case .pending: pending += 1
            case .recognised, .withdrawn: break
            }
        }
    }

    /// Counts claims for days from `first` to `last` as they stood in the city.
    package init(of units: [String], from first: Day, through last: Day, in city: City) {
        self.units = units.map { id in
            let organization = OrganizationID(id).flatMap { city.organizations[$0] }
            let name = organization?.name ?? id
            return Unit(id: id, name: Words(zh: name, en: organization?.nameEn ?? name))
        }
        var places: [String: Int] = [:]
        for (place, id) in units.enumerated() { places[id] = place }
        var elsewhere = Unit(id: nil, name: Words(zh: "其他", en: "others"))
        for project in city.projects.all {
            for claim in project.claims where first <= claim.day && claim.day <= last {
                let unit = city.organizations.unit(of: claim.organization, on: last)
                if let place = unit.flatMap({ places[$0.text] }) {
                    self.units[place].counts.add(claim.ruling)
                } else {
                    elsewhere.counts.add(claim.ruling)
                }
            }
        }
        if elsewhere.counts.all > 0 { self.units.append(elsewhere) }
    }

    package subscript(unit: String) -> Counts {
        units.first { $0.id?.utf8.elementsEqual(unit.utf8) == true }?.counts ?? Counts()
    }

    package var total: Counts {
        units.reduce(into: Counts()) {
            $0.refused += $1.counts.refused
            $0.revoked += $1.counts.revoked
            $0.pending += $1.counts.pending
        }
    }
}
