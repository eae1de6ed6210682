import HashTreeCollections

extension CommitmentList {
    package func checkInvariants() -> [String] {
        var broken: [String] = []
        if revisions.map(\.number) != Array(1..<revisions.count + 1) {
            broken.append("\(id): revisions are not numbered from 1")
        }
        if revisions.dropLast().contains(where: \.isOpen) {
            broken.append("\(id): an earlier revision is open")
        }
        if editions.map(\.number) != Array(1..<editions.count + 1) {
            broken.append("\(id): editions are not numbered from 1")
        }
        if revisions.filter({ $0.state == .published }).map(\.number) != editions.map(\.revision) {
            broken.append("\(id): editions are not the published revisions")
        }
        if editions.map(\.day) != editions.map(\.day).sorted() {
            broken.append("\(id): editions are not in order")
        }
        let shown = editionsDisclosedSoFar.map(\.number)
        if !shown.isStrictlyAscending
            || disclosures.contains(where: { $0.edition.map { edition($0) == nil } == true })
        {
            broken.append("\(id): what is public is no edition, or an earlier one")
        }
        if items != editions.last?.lines.map(\.item) ?? [] || Set(items).count != items.count {
            broken.append("\(id): its items are not those of its latest edition")
        }
        if Set(drawnItems).count != drawnItems.count {
            broken.append("\(id): an item would stand twice")
        }
        return broken + revisions.flatMap { $0.checkInvariants() }.map { "\(id): \($0)" }
    }
}

extension Revision {
    func checkInvariants() -> [String] {
        var broken: [String] = []
        let numbers = changes.map(\.number)
        if !numbers.isStrictlyAscending || (numbers.last ?? 0) > drawnCount {
            broken.append("changes are numbered \(numbers) of \(drawnCount)")
        }
        let moves = changes.filter { $0.kind != .reworded }
        let moved = moves.flatMap { Array(Set($0.items + $0.into)) }
        if Set(moved).count != moved.count { broken.append("an item is moved twice") }
        let order: [Step.What: [Step.What]] = [
            .opened: [.submitted, .withdrawn], .submitted: [.approved, .returned, .withdrawn],
            .returned: [.submitted, .withdrawn], .approved: [.published, .returned, .withdrawn],
        ]
        for (before, after) in zip(steps, steps.dropFirst())
        where order[before.what]?.contains(after.what) != true {
            broken.append("\(after.what) after \(before.what)")
        }
        let isApproved = state == .approved || state == .published
        if isApproved, step(.approved).map({ authors.contains($0.by) }) != false {
            broken.append("approved by who drew it up")
        }
        if steps.first?.what != .opened { broken.append("it was never opened") }
        return broken
    }
}

extension City {
    func listInvariants() -> [String] {
        var broken = lists.checkInvariants("list")
        for list in lists.all {
            broken += list.checkInvariants()
            if organizations[list.profile.keeper] == nil {
                broken.append("\(list.id): an unknown organization keeps it")
            }
            if list.directives(with: list.openRevision).contains(where: { directives[$0] == nil }) {
                broken.append("\(list.id): answers what is nowhere")
            }
            if list.items.contains(where: { listings[$0]?.isOn(list.id) != true }) {
                broken.append("\(list.id): an item does not know that it is on the list")
            }
            for item in Set(list.items + list.drawnItems) where commitments[item] == nil {
                broken.append("\(list.id): the item \(item) is nowhere")
            }
        }
        let held = lists.all.flatMap { Set($0.items + $0.drawnItems) }
        if Set(held).count != held.count { broken.append("an item is on two lists") }
        let listed = listings.filter { $0.value.standing == .listed }.map(\.key)
        if Set(listed) != Set(lists.all.flatMap(\.items)) {
            broken.append("the items are not those of the lists")
        }
        return broken
    }
}
