internal import JSON

/// The end of a ledger: what the next record builds upon.
public struct LedgerHead: Sendable, Hashable {
    /// How many records there are, and so the seq of the next.
    public var size: Int
    /// The leaf hash of the last record; zero where there is none.
    public var leaf: Hash256

    public static let empty = LedgerHead(size: 0, leaf: .zero)

    public init(size: Int, leaf: Hash256) {
        self.size = size
        self.leaf = leaf
    }

    /// Makes a command's records follow this head, and moves the head behind them. The head
    /// stays where it was when the command is refused: without events, with a field that
    /// breaks its rule, or with a record that is too long.
    public mutating func seal(
        _ command: CommandDraft, log: String
    ) throws(LedgerError) -> SealedCommand {
        guard !command.events.isEmpty else {
            throw LedgerError(
                .commandEmpty, zh: "命令没有产生任何记录", en: "the command has no events to record")
        }
        var head = self
        let receipt = Receipt(
            cmd: command.cmd, first: size, last: size + command.events.count - 1,
            nonce: command.nonce, req: command.nonce.req(of: command.body))
        var records: [SealedCommand.Line] = []
        records.reserveCapacity(command.events.count)
        for index in command.events.indices {
            let bytes = try Self.write(command, index, head, receipt, log: log)
            let leaf = Merkle.leaf(bytes)
            records.append(SealedCommand.Line(bytes: bytes, leaf: leaf))
            head = LedgerHead(size: head.size + 1, leaf: leaf)
        }
        self = head
        return SealedCommand(receipt: receipt, records: records)
    }

    private static func write(
        _ command: CommandDraft, _ index: Int, _ head: LedgerHead, _ receipt: Receipt, log: String
    ) throws(LedgerError) -> [UInt8] {
        let event = command.events[index]
        var buffer = JSONBuffer(capacity: 480 + event.data.count)
        buffer.beginObject()
        buffer.key("actor")
        buffer.string(command.actor)
        buffer.key("at")
        buffer.string(command.at)
        buffer.key("cmd")
        buffer.string(command.cmd)
        buffer.key("data")
        buffer.canonical(event.data)
        buffer.key("log")
        buffer.string(log)
        buffer.key("nonce")
        buffer.string(command.nonce.hex)
        buffer.key("org")
        buffer.string(event.org)
        buffer.key("part")
        buffer.beginArray()
        buffer.integer(index + 1)
        buffer.integer(command.events.count)
        buffer.endArray()
        buffer.key("prev")
        buffer.string(head.leaf.hex)
        buffer.key("req")
        buffer.string(receipt.req.hex)
        buffer.key("seq")
        buffer.integer(head.size)
        buffer.key("type")
        buffer.string(event.type)
        buffer.key("v")
        buffer.integer(event.v)
        buffer.endObject()
        // Reading what was written checks the draft's fields and `data` alike, by the same
        // rules that will be applied to the record for ever.
        let bytes = buffer.bytes
        let refusal: LedgerError? = bytes.withUnsafeBufferPointer { written in
            do throws(LedgerError) {
                _ = try RecordView(strictly: written, at: head.size)
                return nil
            } catch {
                return error
            }
        }
        if let refusal { throw refusal }
        return bytes
    }
}
