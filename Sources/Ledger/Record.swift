internal import JSON

/// One line of the ledger. Its canonical JSON is what is kept and hashed.
public struct Record: Sendable, Equatable {
    /// The most bytes a record may have.
    public static let longest = 65_535

    /// Where a record stands among those of its command: `[index, count]`, index from 1.
    public struct Part: Sendable, Hashable {
        public var index: Int
        public var count: Int

        public init(index: Int, count: Int) {
            self.index = index
            self.count = count
        }
    }

    /// The id of the person or program who acted.
    public var actor: String
    /// RFC 3339 in UTC with milliseconds: `2026-01-01T00:00:00.000Z`.
    public var at: String
    /// The idempotency key of the command.
    public var cmd: String
    /// A canonical JSON object.
    public var data: [UInt8]
    /// The ledger's own name, which is also the origin of its checkpoints.
    public var log: String
    public var nonce: Nonce
    /// The organization in whose name it was done.
    public var org: String
    public var part: Part
    /// The hash of the leaf before; zero for the first record.
    public var prev: Hash256
    /// SHA-256 of the nonce's bytes and the command's canonical JSON.
    public var req: Hash256
    /// From 0, without gaps.
    public var seq: Int
    /// Such as `figure.submitted`.
    public var type: String
    /// The version of `data`, from 1.
    public var v: Int
}

extension Record {
    /// Reads a record's bytes strictly: canonical, exactly the thirteen fields, each as it
    /// must be. `seq` is where they were found, for the error and to be compared.
    public init(_ bytes: [UInt8], at seq: Int? = nil) throws(LedgerError) {
        let outcome: Result<Record, LedgerError> = bytes.withUnsafeBufferPointer { buffer in
            do throws(LedgerError) {
                return .success(try Record(try RecordView(strictly: buffer, at: seq)))
            } catch {
                return .failure(error)
            }
        }
        self = try outcome.get()
    }

    private init(_ view: RecordView) throws(LedgerError) {
        actor = view.actor.text
        at = view.at.text
        cmd = view.cmd.text
        data = Array(view.data.bytes)
        log = view.log.text
        nonce = view.nonce
        org = view.org.text
        part = view.part
        prev = view.prev
        req = view.req
        seq = view.seq
        type = view.type.text
        v = view.v
    }
}
