import JSON
import Ledger

extension LedgerDesk.Entry {
    /// What is left of it for those who may not see its content: where it stands, when it was
    /// made and its hashes, and for an auditor its kind, its actor and their organization.
    func withheld(showingHeader: Bool) -> LedgerDesk.Entry {
        var entry = self
        entry.isWithheld = true
        entry.bytes = []
        entry.record.data = Array("{}".utf8)
        entry.record.cmd = ""
        entry.record.nonce = .random()
        entry.record.req = .zero
        entry.record.part = Record.Part(index: 1, count: 1)
        guard !showingHeader else { return entry }
        entry.record.type = ""
        entry.record.v = 0
        entry.record.actor = ""
        entry.record.org = ""
        return entry
    }

    /// Whether its kind, actor and organization are known to the reader.
    var hasHeader: Bool { !record.type.isEmpty }

    /// The record as a value: as it is, or what is left of it.
    var value: JSON {
        guard isWithheld else { return (try? JSON.parse(bytes)) ?? .null }
        var members: [JSON.Member] = [
            .init("seq", .integer(record.seq)), .init("at", .string(record.at)),
            .init("prev", .string(record.prev.hex)), .init("withheld", .bool(true)),
        ]
        if hasHeader {
            members += [
                .init("type", .string(record.type)), .init("actor", .string(record.actor)),
                .init("org", .string(record.org)),
            ]
        }
        return .object(members)
    }
}
