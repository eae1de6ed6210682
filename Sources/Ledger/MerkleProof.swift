/// Proofs of RFC 9162, section 2.1: that a leaf stands in a tree, and that one tree is the
/// beginning of another.
public enum MerkleProof {
    /// The hashes that lead from leaf `index` to the root of the first `size` leaves;
    /// `leaves` are the leaves of the tree from the first one on. Nil where `index` is not
    /// below `size`, or there are fewer than `size` leaves.
    public static func inclusion(
        of index: Int, size: Int, leaves: [Hash256]
    ) -> [Hash256]? {
        guard index >= 0, index < size, size <= leaves.count else { return nil }
        return path(to: index, leaves[..<size])
    }

    /// The hashes that show the first `earlier` leaves to be the beginning of the first
    /// `later`. Nil unless 0 < `earlier` ≤ `later` ≤ the number of leaves.
    public static func consistency(
        from earlier: Int, to later: Int, leaves: [Hash256]
    ) -> [Hash256]? {
        guard earlier > 0, earlier <= later, later <= leaves.count else { return nil }
        return subproof(earlier, leaves[..<later], isWhole: true)
    }

    /// The root of a tree with these leaves.
    public static func root(of leaves: ArraySlice<Hash256>) -> Hash256 {
        MerkleFrontier(leaves).root
    }

    /// Whether `proof` leads from `leaf` at `index` to `root`, the root of `size` leaves.
    public static func includes(
        _ leaf: Hash256, at index: Int, size: Int, root: Hash256, proof: [Hash256]
    ) -> Bool {
        guard index >= 0, index < size else { return false }
        var (place, last) = (index, size - 1)
        var node = leaf
        for sibling in proof {
            if last == 0 { return false }
            if place & 1 == 1 || place == last {
                node = Merkle.node(sibling, node)
                while place & 1 == 0, place != 0 {
                    place >>= 1
                    last >>= 1
                }
            } else {
                node = Merkle.node(node, sibling)
            }
            place >>= 1
            last >>= 1
        }
        return last == 0 && node == root
    }

    /// Whether `proof` shows the tree of `earlier` leaves with `earlierRoot` to be the
    /// beginning of the tree of `later` leaves with `laterRoot`. Of an empty tree nothing can
    /// be shown.
    public static func extends(
        earlier: Int, _ earlierRoot: Hash256, later: Int, _ laterRoot: Hash256, proof: [Hash256]
    ) -> Bool {
        guard earlier > 0, earlier <= later else { return false }
        if earlier == later { return proof.isEmpty && earlierRoot == laterRoot }
        guard !proof.isEmpty else { return false }
        // A whole power of two is itself a node of the later tree, so its hash is not sent.
        let path = earlier & (earlier - 1) == 0 ? [earlierRoot] + proof : proof
        var (first, last) = (earlier - 1, later - 1)
        while first & 1 == 1 {
            first >>= 1
            last >>= 1
        }
        var (old, new) = (path[0], path[0])
        for sibling in path.dropFirst() {
            if last == 0 { return false }
            if first & 1 == 1 || first == last {
                old = Merkle.node(sibling, old)
                new = Merkle.node(sibling, new)
                while first & 1 == 0, first != 0 {
                    first >>= 1
                    last >>= 1
                }
            } else {
                new = Merkle.node(new, sibling)
            }
            first >>= 1
            last >>= 1
        }
        return last == 0 && old == earlierRoot && new == laterRoot
    }

    private static func path(to index: Int, _ leaves: ArraySlice<Hash256>) -> [Hash256] {
        guard leaves.count > 1 else { return [] }
        let (left, right) = halves(leaves)
        return index < left.count
            ? path(to: index, left) + [root(of: right)]
            : path(to: index - left.count, right) + [root(of: left)]
    }

    private static func subproof(
        _ earlier: Int, _ leaves: ArraySlice<Hash256>, isWhole: Bool
    ) -> [Hash256] {
        if earlier == leaves.count { return isWhole ? [] : [root(of: leaves)] }
        let (left, right) = halves(leaves)
        return earlier <= left.count
            ? subproof(earlier, left, isWhole: isWhole) + [root(of: right)]
            : subproof(earlier - left.count, right, isWhole: false) + [root(of: left)]
    }

    /// Split at the largest power of two below the number of leaves, which is at least 2.
    private static func halves(
        _ leaves: ArraySlice<Hash256>
    ) -> (ArraySlice<Hash256>, ArraySlice<Hash256>) {
        let half = 1 << (Int.bitWidth - 1 - (leaves.count - 1).leadingZeroBitCount)
        let middle = leaves.startIndex + half
        return (leaves[..<middle], leaves[middle...])
    }
}
