import HashTreeCollections

/// Something known by its id, with the seqs of the records that made it what it is.
package protocol Registered: Sendable, Equatable {
    associatedtype ID: Identifier
    var id: ID { get }
    var records: [Int] { get set }
}

/// Things by their ids, in the order in which they were registered.
package struct Register<Value: Registered>: Sendable, Equatable {
    private var byID: TreeDictionary<Value.ID, Boxed<Value>> = [:]
    package private(set) var ids: [Value.ID] = []

    package init() {}

    package var count: Int { ids.count }

    package subscript(id: Value.ID) -> Value? { byID[id]?.value }

    package var all: some Sequence<Value> { ids.lazy.compactMap { byID[$0]?.value } }

    package mutating func insert(_ value: Value) {
        if byID.updateValue(Boxed(value), forKey: value.id) == nil { ids.append(value.id) }
    }

    /// Changes one in place and notes the record that did it.
    package mutating func update(
        _ id: Value.ID, _ at: Occurrence, _ change: (inout Value) -> Void
    ) {
        byID[id]?.modify { value in
            value.records.append(at.seq)
            change(&value)
        }
    }

    /// Empty, or a sentence for each thing that does not hold.
    func checkInvariants(_ noun: String) -> [String] {
        var broken: [String] = []
        if Set(ids).count != ids.count || byID.count != ids.count {
            broken.append("the list of \(noun)s is not the \(noun)s")
        }
        for value in all where !value.records.isStrictlyAscending {
            broken.append("\(noun) \(value.id): records are \(value.records)")
        }
        return broken
    }
}
