/// A root that a signed checkpoint asserts.
struct CheckpointClaim: Sendable {
    var checkpoint: Checkpoint
    /// Kept elsewhere, so what contradicts it is a forged ledger, not a bad checkpoint.
    var isOutside: Bool
}

/// Puts the spans together, in order.
struct LedgerJudge {
    private let claims: [CheckpointClaim]
    private let reach: LedgerReach
    private var claimed = 0
    private(set) var tree = MerkleFrontier()
    private var last = Hash256.zero
    private var open: CommandRun?
    /// Receipts that wait for the end of their command, which another span has.
    private var waiting: [Receipt] = []
    private(set) var commands = 0

    init(claims: [CheckpointClaim], reach: LedgerReach) {
        self.claims = claims
        self.reach = reach
    }

    mutating func take(_ span: VerifiedSpan) throws(LedgerError) {
        if let first = span.first {
            guard first == tree.size else { throw .seqGap(tree.size..<tree.size + 1, [first]) }
        }
        if let first = span.first, !span.leaves.isEmpty, span.prev != last {
            throw .prevBroken(first)
        }
        try settleClaims()
        for leaf in span.leaves {
            tree.append(leaf)
            last = leaf
            try settleClaims()
        }
        if let failure = span.failure { throw failure }
        waiting += span.unclaimed
        commands += span.commands
        if let leading = span.leading {
            guard var run = open, run.take(leading) else { throw .commandBroken(leading.seq) }
            open = run
        } else if let run = open, span.first != nil {
            throw .commandBroken(run.seq + run.next - run.index)
        }
        if let run = open, run.isComplete {
            var receipts = waiting[...]
            try VerifiedSpan.claim(run.receipt, &receipts)
            waiting = Array(receipts)
            open = nil
            commands += 1
        }
        if let trailing = span.trailing { open = trailing }
        try expectReceipts()
    }

    /// Only the command that is still open may have a receipt nobody has claimed yet.
    private func expectReceipts() throws(LedgerError) {
        let expected = open.map { [$0.seq] } ?? []
        guard waiting.map(\.first) == expected else {
            throw .commandsDiffer(
                waiting.first { !expected.contains($0.first) }?.first ?? tree.size)
        }
    }

    private mutating func settleClaims() throws(LedgerError) {
        while claimed < claims.count, claims[claimed].checkpoint.size <= tree.size {
            let claim = claims[claimed]
            claimed += 1
            guard claim.checkpoint.size != tree.size || claim.checkpoint.root != tree.root else {
                continue
            }
            throw rootDiffers(claim)
        }
    }

    /// The change lies behind the largest tree that still fits.
    private func rootDiffers(_ claim: CheckpointClaim) -> LedgerError {
        let size = claim.checkpoint.size
        let fitting = claims.prefix(max(0, claimed - 1)).last { $0.checkpoint.size < size }
        let seq = fitting?.checkpoint.size ?? 0
        return LedgerError(
            claim.isOutside ? .rewritten : .checkpointRoot, seq: seq,
            zh: "前 \(size) 条记录与\(claim.isOutside ? "外部保存的" : "所存")检查点不符，改动在第 \(seq) 号或其后",
            en: "the first \(size) records are not those of the checkpoint"
                + (claim.isOutside ? " kept outside" : "")
                + ": something from seq \(seq) on was changed")
    }

    mutating func finish() throws(LedgerError) {
        if let run = open { throw .commandBroken(run.seq) }
        guard tree.size == reach.head.size else { throw .seqGap(tree.size..<tree.size + 1, []) }
        guard last == reach.head.leaf else { throw .leafDiffers(max(0, tree.size - 1)) }
        if let command = reach.command, command >= tree.size { throw .commandsDiffer(tree.size) }
        if claimed < claims.count { throw tailCut(claims[claimed].checkpoint.size) }
    }

    /// A ledger whose end was cut off also lacks the end of its last command; the checkpoint
    /// tells the cause.
    func explain(_ error: LedgerError) -> LedgerError {
        guard error.code == .commandBroken || error.code == .commandsDiffer,
            let size = claims.last?.checkpoint.size, size > reach.head.size
        else { return error }
        return tailCut(size)
    }

    private func tailCut(_ size: Int) -> LedgerError {
        let count = reach.head.size
        return LedgerError(
            .tailCut, seq: count,
            zh: "检查点证明曾有 \(size) 条记录，现仅 \(count) 条，尾部被截去",
            en: "a checkpoint vouches for \(size) records and there are \(count):"
                + " the end was cut off")
    }
}
