/// Two editions of a list line by line: what became of each item of the earlier one, and where each
/// item of the later one came from.
package struct EditionComparison: Sendable, Hashable {
    package var from: Edition
    package var to: Edition
    /// The lines of the later edition in its order, then those that left, in the earlier order.
    package var lines: [Line]

    package enum Field: String, CaseIterable, Sendable, Hashable {
        case kind, title, criterion, lead, due, weight

        package var words: Words {
            switch self {
            case .kind: Words(zh: "类别", en: "kind")
            case .title: Words(zh: "事项", en: "title")
            case .criterion: Words(zh: "完成标准", en: "criterion")
            case .lead: Words(zh: "牵头单位", en: "lead")
            case .due: Words(zh: "时限", en: "due")
            case .weight: Words(zh: "权重", en: "weight")
            }
        }
    }

    package enum Fate: String, CaseIterable, Sendable, Hashable {
        case unchanged, changed, added
        case mergedFrom = "merged_from"
        case splitFrom = "split_from"
        case mergedInto = "merged_into"
        case splitInto = "split_into"
        case removed

        package var words: Words {
            switch self {
            case .unchanged: Words(zh: "未变", en: "unchanged")
            case .changed: Words(zh: "有改动", en: "changed")
            case .added: Words(zh: "新增", en: "added")
            case .mergedFrom: Words(zh: "由合并而来", en: "merged from")
            case .splitFrom: Words(zh: "由拆分而来", en: "split from")
            case .mergedInto: Words(zh: "并入", en: "merged into")
            case .splitInto: Words(zh: "拆分为", en: "split into")
            case .removed: Words(zh: "移出", en: "removed")
            }
        }
    }

    package struct Line: Sendable, Hashable {
        package var item: CommitmentID
        package var fate: Fate
        package var before: Edition.Line?
        package var after: Edition.Line?
        /// What differs between the two, in the order of the fields.
        package var changed: [Field]
        /// Those it was merged or split from or into.
        package var others: [CommitmentID]
        /// Why, from the latest change that moved or reworded it.
        package var reason: Note?
    }

    /// Nil where the list has no such edition. The earlier edition comes first, however they are
    /// named.
    package init?(of list: CommitmentList, _ one: Int, _ other: Int) {
        guard let from = list.edition(min(one, other)), let to = list.edition(max(one, other))
        else { return nil }
        self.from = from
        self.to = to
        let changes = list.editions.filter { $0.number > from.number && $0.number <= to.number }
            .compactMap { list.revision($0.revision) }.flatMap(\.changes)
        let trail = Trail(changes)
        let kept = to.lines.map { trail.line(of: $0, from: from) }
        let gone = from.lines.filter { to.line($0.item) == nil }
        lines = kept + gone.map { trail.departure(of: $0, to: to) }
    }

    package func count(_ fate: Fate) -> Int { lines.count { $0.fate == fate } }
}

/// The changes between two editions, and where they lead.
private struct Trail {
    let changes: [Revision.Change]

    init(_ changes: [Revision.Change]) { self.changes = changes }

    func line(of after: Edition.Line, from: Edition) -> EditionComparison.Line {
        let before = from.line(after.item)
        let changed = before.map { EditionComparison.differences($0, after) } ?? []
        let origins = origins(of: after.item, from: from)
        let isMerged = changes.contains { $0.kind == .merged && $0.into.contains(after.item) }
        let fate: EditionComparison.Fate =
            if before == nil {
                origins.isEmpty ? .added : isMerged ? .mergedFrom : .splitFrom
            } else if !origins.isEmpty, isMerged {
                .mergedFrom
            } else {
                changed.isEmpty ? .unchanged : .changed
            }
        return EditionComparison.Line(
            item: after.item, fate: fate, before: before, after: after, changed: changed,
            others: origins, reason: reason(for: after.item))
    }

    func departure(of before: Edition.Line, to: Edition) -> EditionComparison.Line {
        let last = changes.last { $0.leaving.contains(before.item) }
        let ends = ends(of: before.item, in: to)
        let fate: EditionComparison.Fate =
            ends.isEmpty ? .removed : last?.kind == .split ? .splitInto : .mergedInto
        return EditionComparison.Line(
            item: before.item, fate: fate, before: before, after: nil, changed: [],
            others: ends, reason: reason(for: before.item))
    }

    private func reason(for item: CommitmentID) -> Note? {
        changes.last { $0.items.contains(item) || $0.into.contains(item) }?.reason
    }

    /// Where what left is to be found, followed through further changes.
    private func ends(of item: CommitmentID, in to: Edition) -> [CommitmentID] {
        var (open, seen, ends): ([CommitmentID], Set<CommitmentID>, [CommitmentID]) =
            ([item], [item], [])
        while !open.isEmpty {
            let current = open.removeFirst()
            for change in changes where change.leaving.contains(current) {
                for next in change.into where seen.insert(next).inserted {
                    if to.line(next) != nil { ends.append(next) } else { open.append(next) }
                }
            }
        }
        return ends
    }

    /// Those of the earlier edition that lead to the item.
    private func origins(of item: CommitmentID, from: Edition) -> [CommitmentID] {
        var (open, seen, origins): ([CommitmentID], Set<CommitmentID>, [CommitmentID]) =
            ([item], [item], [])
        while !open.isEmpty {
            let current = open.removeFirst()
            for change in changes where change.into.contains(current) {
                for next in change.items where seen.insert(next).inserted {
                    if from.line(next) != nil { origins.append(next) } else { open.append(next) }
                }
            }
        }
        return origins
    }
}

extension EditionComparison {
    fileprivate static func differences(_ a: Edition.Line, _ b: Edition.Line) -> [Field] {
        Field.allCases.filter { field in
            switch field {
            case .kind: a.kind != b.kind
            case .title: a.title != b.title
            case .criterion: a.criterion != b.criterion
            case .lead: a.lead != b.lead
            case .due: a.due != b.due
            case .weight: a.weight != b.weight
            }
        }
    }
}
