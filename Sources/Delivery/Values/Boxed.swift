/// A large value behind one pointer, so that the tree that holds it copies eight bytes for it
/// and not the whole. Copied on write, as an array is, because it is one.
package struct Boxed<Value: Sendable>: Sendable {
    private var storage: [Value]

    package init(_ value: Value) { storage = [value] }

    package var value: Value { storage[0] }

    package mutating func modify(_ change: (inout Value) -> Void) { change(&storage[0]) }
}

extension Boxed: Equatable where Value: Equatable {}
