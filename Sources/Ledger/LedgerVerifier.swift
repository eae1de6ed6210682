/// Recomputes everything a ledger claims from its records' bytes.
///
/// Found are any changed, missing, moved or added byte of records, hashes, receipts and
/// checkpoints. What nobody can find by looking at a ledger alone is an end cut off together
/// with the checkpoints of that end: for that, checkpoints are kept outside and given here.
public struct LedgerVerifier: Sendable {
    /// What was found to be in order.
    public struct Finding: Sendable, Equatable {
        public var head: LedgerHead
        public var root: Hash256
        public var commands: Int
        public var checkpoints: Int
        /// The size of the largest tree a checkpoint vouches for; what follows rests on the
        /// chain alone. Nil where there is no checkpoint.
        public var vouchedSize: Int?
    }

    private let readers: [any LedgerReader]
    private let keys: [VerifierKey]
    private let log: String?

    /// `keys` are those of the log, `log` its name if known; each reader is worked by a task
    /// of its own.
    public init(readers: [any LedgerReader], keys: [VerifierKey], log: String? = nil) {
        self.readers = readers
        self.keys = keys
        self.log = log
    }

    /// Goes through the whole ledger; throws the first thing that is wrong. `outside` are
    /// signed checkpoints kept elsewhere: the ledger must contain their trees.
    public func verify(
        outside: [[UInt8]] = [], isolation: isolated (any Actor)? = #isolation
    ) async throws(LedgerError) -> Finding {
        guard let reader = readers.first else {
            throw LedgerError(.storeMissing, zh: "没有可读的台账", en: "there is no ledger to read")
        }
        try reader.checkStructure()
        // Everything is judged as of this moment; a writer may go on beside.
        let reach = try reader.reach()
        var claims = try Self.storedClaims(reader, keys, upTo: reach.checkpoint)
        let stored = claims.count
        for note in outside {
            let checkpoint = try Self.check(note, keys, size: nil)
            claims.append(CheckpointClaim(checkpoint: checkpoint, isOutside: true))
        }
        claims.sort { $0.checkpoint.size < $1.checkpoint.size }
        var judge = LedgerJudge(claims: claims, reach: reach)
        do throws(LedgerError) {
            let log = log.map { Array($0.utf8) }
            let scan = LedgerScan(everythingOf: readers, below: reach.head.size)
            try await scan.run { reader, range throws(LedgerError) in
                VerifiedSpan(range, of: reader, log: log)
            } take: { span throws(LedgerError) in
                try judge.take(span)
            }
            try judge.finish()
        } catch {
            throw judge.explain(error)
        }
        return Finding(
            head: reach.head, root: judge.tree.root, commands: judge.commands,
            checkpoints: stored, vouchedSize: claims.last?.checkpoint.size)
    }

    private static func storedClaims(
        _ reader: any LedgerReader, _ keys: [VerifierKey], upTo largest: Int?
    ) throws(LedgerError) -> [CheckpointClaim] {
        var claims: [CheckpointClaim] = []
        guard let largest else { return claims }
        var last = Int.min
        while true {
            let stored = try reader.checkpoints(after: last, limit: 1_024)
            guard let end = stored.last, last < largest else { return claims }
            for row in stored where row.size <= largest {
                let checkpoint = try check(row.note, keys, size: row.size)
                guard checkpoint.size == row.size else {
                    throw invalid(row.size, "size")
                }
                claims.append(CheckpointClaim(checkpoint: checkpoint, isOutside: false))
            }
            last = end.size
        }
    }

    private static func check(
        _ note: [UInt8], _ keys: [VerifierKey], size: Int?
    ) throws(LedgerError) -> Checkpoint {
        do throws(LedgerError) {
            return try Checkpoint.verify(note, by: keys)
        } catch {
            throw invalid(size, error.en, zh: error.zh)
        }
    }

    private static func invalid(_ size: Int?, _ what: String, zh: String? = nil) -> LedgerError {
        LedgerError(
            .checkpointInvalid, seq: size,
            zh: "检查点\(size.map { "（\($0) 条记录）" } ?? "文件")无效：\(zh ?? what)",
            en: "the checkpoint \(size.map { "of \($0) records" } ?? "file") is not valid: \(what)")
    }
}
