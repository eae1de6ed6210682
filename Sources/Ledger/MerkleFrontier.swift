/// The right edge of a growing tree: enough to append leaves and to tell the root at any time,
/// at most 63 hashes however large the tree.
public struct MerkleFrontier: Sendable, Equatable {
    /// How many leaves the tree has.
    public private(set) var size = 0
    /// Roots of the complete subtrees from left to right, the largest first: one for each bit
    /// that is set in `size`.
    private var subtrees: [Hash256] = []

    public init() {}

    public init(_ leaves: some Sequence<Hash256>) {
        for leaf in leaves { append(leaf) }
    }

    public mutating func append(_ leaf: Hash256) {
        var node = leaf
        var rest = size
        while rest & 1 == 1, let left = subtrees.popLast() {
            node = Merkle.node(left, node)
            rest >>= 1
        }
        subtrees.append(node)
        size += 1
    }

    /// `Merkle.emptyRoot` where there are no leaves.
    public var root: Hash256 {
        guard var node = subtrees.last else { return Merkle.emptyRoot }
        for left in subtrees.dropLast().reversed() { node = Merkle.node(left, node) }
        return node
    }
}
