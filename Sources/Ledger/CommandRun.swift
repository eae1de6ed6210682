/// Consecutive records of one command, as far as they were seen.
struct CommandRun: Sendable, Equatable {
    let cmd: [UInt8]
    let actor: [UInt8]
    let at: [UInt8]
    let nonce: Nonce
    let req: Hash256
    let count: Int
    /// The seq and the index of the first record that was seen.
    let seq: Int
    let index: Int
    /// The index that the next record must have.
    private(set) var next: Int

    init(_ view: RecordView) {
        cmd = Array(view.cmd.bytes)
        actor = Array(view.actor.bytes)
        at = Array(view.at.bytes)
        nonce = view.nonce
        req = view.req
        count = view.part.count
        seq = view.seq
        index = view.part.index
        next = index + 1
    }

    /// The command's last record was seen.
    var isComplete: Bool { next > count }

    /// Takes the record if it continues the command; false where it does not.
    mutating func take(_ view: RecordView) -> Bool {
        guard !isComplete, view.part == Record.Part(index: next, count: count),
            view.nonce == nonce, view.req == req, view.cmd.bytes.elementsEqual(cmd),
            view.actor.bytes.elementsEqual(actor), view.at.bytes.elementsEqual(at)
        else { return false }
        next += 1
        return true
    }

    /// Takes a run that continues this one; false where it does not.
    mutating func take(_ run: CommandRun) -> Bool {
        guard !isComplete, run.index == next, run.count == count, run.nonce == nonce,
            run.req == req, run.cmd == cmd, run.actor == actor, run.at == at
        else { return false }
        next = run.next
        return true
    }

    /// The receipt that must be stored for the complete command.
    var receipt: Receipt {
        Receipt(
            cmd: String(decoding: cmd, as: UTF8.self), first: seq, last: seq + count - 1,
            nonce: nonce, req: req)
    }
}
