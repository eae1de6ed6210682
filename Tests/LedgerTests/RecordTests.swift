import JSON
import Ledger
import Testing

@Suite("Records")
struct RecordTests {
    private func published() throws -> [[UInt8]] {
        try Files.fixture("ledger-records.jsonl").split(separator: 0x0A).map { Array($0) }
    }

    @Test("The published records are read, hash as published and are written the same again")
    func publishedRecords() throws {
        let lines = try published()
        var head = LedgerHead.empty
        var tree = MerkleFrontier()
        let body = try JSON.parse(
            Samples.bytes(#"{"cmd":"figure.submit","figure":{"指标":"12.50"}}"#)
        ).canonical()

        for (seq, line) in lines.enumerated() {
            let record = try Record(line, at: seq)
            #expect(record.seq == seq)
            #expect(record.prev == head.leaf)
            #expect(record.nonce.req(of: body) == record.req)
            let draft = CommandDraft(
                cmd: record.cmd, actor: record.actor, at: record.at, body: body,
                nonce: record.nonce,
                events: [
                    .init(type: record.type, v: record.v, org: record.org, data: record.data)
                ])
            let sealed = try head.seal(draft, log: record.log)
            #expect(sealed.records.map(\.bytes) == [line])
            #expect(sealed.receipt.answers(body))
            #expect(!sealed.receipt.answers(Samples.bytes("{}")))
            tree.append(head.leaf)
        }

        #expect(lines.count == 3)
        #expect(
            Merkle.leaf(lines[0]).hex
                == "b1264dc1bc4033cac96f8e2538e4c396b367a5ad47ae3016414f81c45e22fd7f")
        #expect(
            tree.root.hex == "6c342f74fb0ae49f7f14812bf0fe1a31dc09b7600d94e523f857c3f3bde9216f")
    }

    @Test("A command's records are consecutive, share key, nonce and request, and count")
    func oneCommand() throws {
        var head = LedgerHead(size: 7, leaf: Merkle.leaf(Samples.bytes("x")))
        let before = head

        let sealed = try head.seal(Samples.draft("c1", records: 3), log: Samples.log)
        let records = try sealed.records.map { try Record($0.bytes) }

        #expect(sealed.receipt.first == 7)
        #expect(sealed.receipt.last == 9)
        #expect(records.map(\.seq) == [7, 8, 9])
        #expect(records.map(\.part.index) == [1, 2, 3])
        #expect(records.map(\.part.count) == [3, 3, 3])
        let leaves = sealed.records.map(\.leaf)
        #expect(records.map(\.prev) == [before.leaf, leaves[0], leaves[1]])
        #expect(Set(records.map(\.req)) == [sealed.receipt.req])
        #expect(Set(records.map(\.nonce)) == [sealed.receipt.nonce])
        #expect(head == LedgerHead(size: 10, leaf: sealed.records[2].leaf))
    }

    @Test(
        "A record that is not exactly as it must be is refused with its seq",
        arguments: [
            (#""v":1}"#, #""v":1,"w":1}"#, "record_fields"),
            (#","v":1}"#, "}", "record_fields"),
            (#""actor":"u0","#, "", "record_fields"),
            (#""actor""#, #""actos""#, "record_fields"),
            (#""at":"2026"#, #""at": "2026"#, "record_not_canonical"),
            (#""v":1}"#, #""v":1} "#, "record_not_canonical"),
            (#""v":1}"#, #""v":1.0}"#, "record_not_canonical"),
            (#""actor":"u0""#, #""actor":"u\u0030""#, "record_not_canonical"),
            (#""v":1}"#, #""v":0}"#, "record_value"),
            (#""v":1}"#, #""v":"1"}"#, "record_value"),
            (#""actor":"u0""#, #""actor":"""#, "record_value"),
            (#""actor":"u0""#, #""actor":7"#, "record_value"),
            (#""actor":"u0""#, #""actor":"u\n""#, "record_value"),
            (#""data":{"指标":"12.50"}"#, #""data":[]"#, "record_value"),
            (#""part":[1,1]"#, #""part":[0,1]"#, "record_value"),
            (#""part":[1,1]"#, #""part":[2,1]"#, "record_value"),
            (#""part":[1,1]"#, #""part":[1,1,1]"#, "record_value"),
            (#""part":[1,1]"#, #""part":[1]"#, "record_value"),
            (#""req":"5d"#, #""req":"5D"#, "record_value"),
            (#""req":"5d"#, #""req":"d"#, "record_value"),
            (#"000000001","org""#, #"00000001","org""#, "record_value"),
            (#"2026-01-01T"#, #"2026-02-29T"#, "record_value"),
            (#"00:00:00.000Z"#, #"24:00:00.000Z"#, "record_value"),
            (#"00:00:00.000Z"#, #"00:00:00Z"#, "record_value"),
            (#""seq":0"#, #""seq":1"#, "seq_gap"),
            (#""seq":0"#, #""seq":-1"#, "record_value"),
            (#"figure.submitted"#, #"Figure.submitted"#, "record_value"),
            (#"example/main"#, #"example/ma+n"#, "record_value"),
            (#"7000-8000-000000000000","data""#, #"7000 8000","data""#, "record_value"),
        ])
    func refused(found: String, instead: String, code: String) throws {
        let line = String(decoding: try published()[0], as: UTF8.self)
        let damaged = line.replacing(found, with: instead, maxReplacements: 1)
        #expect(damaged != line)

        let error = #expect(throws: LedgerError.self) {
            try Record(Samples.bytes(damaged), at: 0)
        }

        #expect(error?.code.rawValue == code)
        #expect(error?.seq == 0)
    }

    @Test("A command without events, with bad content or too long a record is refused")
    func refusedDrafts() {
        func code(_ change: (inout CommandDraft) -> Void) -> LedgerError.Code? {
            var draft = Samples.draft("c")
            change(&draft)
            var head = LedgerHead.empty
            let error = #expect(throws: LedgerError.self) {
                try head.seal(draft, log: Samples.log)
            }
            #expect(head == .empty)
            return error?.code
        }

        #expect(code { $0.events = [] } == .commandEmpty)
        #expect(
            code { $0.events[0].data = Samples.bytes(#"{"b":1,"a":2}"#) } == .recordNotCanonical)
        #expect(code { $0.events[0].data = Samples.bytes(#"{},"data":{}"#) } == .recordNotCanonical)
        #expect(code { $0.events[0].data = Samples.bytes("1") } == .recordValue)
        #expect(code { $0.cmd = "a\"b" } == .recordValue)
        #expect(code { $0.events[0].v = .max } == .recordNotCanonical)
        let long = String(repeating: "市", count: 30_000)
        #expect(code { $0.events[0].data = Samples.bytes(#"{"a":"\#(long)"}"#) } == .recordTooLong)
    }

    @Test("The longest record is 65,535 bytes")
    func longest() throws {
        var head = LedgerHead.empty
        let empty = try head.seal(Samples.draft("c", text: ""), log: Samples.log)
        let room = Record.longest - empty.records[0].bytes.count
        head = .empty

        let fits = Samples.draft("c", text: String(repeating: "a", count: room))
        let tooLong = Samples.draft("c", text: String(repeating: "a", count: room + 1))

        #expect(throws: LedgerError.self) { try head.seal(tooLong, log: Samples.log) }
        let sealed = try head.seal(fits, log: Samples.log)
        #expect(sealed.records[0].bytes.count == Record.longest)
    }

    @Test("Any bytes at all are read or refused, never more")
    func hostileBytes() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededRandom(seed: seed)
        let line = try published()[0]
        for _ in 0..<3_000 {
            var damaged = line
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<damaged.count, using: &random)
                if Bool.random(using: &random) {
                    damaged[place] = UInt8.random(in: 0...255, using: &random)
                } else {
                    damaged.removeSubrange(place..<min(damaged.count, place + 9))
                }
            }
            if let record = try? Record(damaged) {
                #expect(record.v >= 1, "seed \(seed)")
            }
            damaged.withUnsafeBufferPointer { _ = try? RecordView($0) }
        }
    }
}
