import HashTreeCollections

/// Something known by its id, with the seqs of the records that made it what it is.
package protocol Registered: Sendable, Equatable {
    associatedtype ID: Identifier
    var id: ID { get }
    var records: [Int] { get set }
    /// Whether it is not published yet, so that only its own houses see it.
    var isDraft: Bool { get }
    /// Whose draft it is.
    var draftHouses: [OrganizationID] { get }
}

extension Registered {
    package var isDraft: Bool { false }
    package var draftHouses: [OrganizationID] { [] }
}

/// Things by their ids, in the order in which they were registered.
package struct Register<Value: Registered>: Sendable, Equatable {
    private var byID: TreeDictionary<Value.ID, Boxed<Value>> = [:]
    package private(set) var ids: [Value.ID] = []
    /// Those that are drafts now.
    private var drafts: TreeSet<Value.ID> = []

    package init() {}

    package var count: Int { ids.count }

    package subscript(id: Value.ID) -> Value? { byID[id]?.value }

    package var all: some Sequence<Value> { ids.lazy.compactMap { byID[$0]?.value } }

    package mutating func insert(_ value: Value) {
        if byID.updateValue(Boxed(value), forKey: value.id) == nil { ids.append(value.id) }
        note(value.id, isDraft: value.isDraft)
    }

    /// Changes one in place and notes the record that did it.
    package mutating func update(
        _ id: Value.ID, _ at: Occurrence, _ change: (inout Value) -> Void
    ) {
        modify(id) { value in
            value.records.append(at.seq)
            change(&value)
        }
    }

    /// Changes one in place without a record.
    mutating func modify(_ id: Value.ID, _ change: (inout Value) -> Void) {
        var isDraft = false
        byID[id]?.modify { value in
            change(&value)
            isDraft = value.isDraft
        }
        note(id, isDraft: isDraft)
    }

    private mutating func note(_ id: Value.ID, isDraft: Bool) {
        if isDraft {
            drafts.insert(id)
        } else if !drafts.isEmpty {
            drafts.remove(id)
        }
    }

    /// Takes out the drafts that `opens` does not open, and answers them.
    mutating func withhold(unless opens: (Value) -> Bool) -> [Value] {
        let hidden = drafts.compactMap { self[$0] }.filter { !opens($0) }
        guard !hidden.isEmpty else { return [] }
        for draft in hidden {
            byID[draft.id] = nil
            drafts.remove(draft.id)
        }
        let gone = Set(hidden.map(\.id))
        ids.removeAll(where: gone.contains)
        return hidden
    }

    /// Empty, or a sentence for each thing that does not hold.
    func checkInvariants(_ noun: String) -> [String] {
        var broken: [String] = []
        if Set(ids).count != ids.count || byID.count != ids.count {
            broken.append("the list of \(noun)s is not the \(noun)s")
        }
        if Set(all.filter(\.isDraft).map(\.id)) != Set(drafts) {
            broken.append("the drafts of \(noun)s are not those that are drafts")
        }
        for value in all where !value.records.isStrictlyAscending {
            broken.append("\(noun) \(value.id): records are \(value.records)")
        }
        return broken
    }
}
