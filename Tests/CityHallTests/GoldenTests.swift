import CityHall
import Delivery
import Foundation
import JSON
import Ledger
import RandomValues
import Rulebook
import Testing

/// `Tests/Golden/records.jsonl` holds one record of every event type and version there ever was.
/// What stands there stays: a program that cannot read it cannot read somebody's ledger.
@Suite("Golden records")
struct GoldenTests {
    private static let file = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Golden/records.jsonl")

    private static func lines() throws -> [[UInt8]] {
        if ProcessInfo.processInfo.environment["SAIMA_RENEW"] != nil { try addMissing() }
        return try Array(Data(contentsOf: file)).split(separator: 0x0A).map(Array.init)
    }

    @Test("every event type and version has its record; SAIMA_RENEW=1 adds what is missing")
    func complete() throws {
        let kept = try Self.lines().map { line in
            try line.withUnsafeBufferPointer { bytes in
                let view = try RecordView(strictly: bytes)
                return "\(view.type.text) \(view.v)"
            }
        }
        #expect(kept.sorted() == EventKind.all.map { "\($0.type) \($0.version)" }.sorted())
    }

    @Test("each record reads, folds, and is written again as the same bytes")
    func same() throws {
        var fold = RecordFold()
        for (seq, line) in try Self.lines().enumerated() {
            let leaf = Merkle.leaf(line)
            try line.withUnsafeBufferPointer { bytes in
                let view = try RecordView(strictly: bytes, at: seq)
                try fold.fold(view, leaf: leaf)
                let kind = try #require(
                    EventKind.all.first { view.type == $0.type && view.v == $0.version })
                let day = try #require(fold.city.day)
                let written = data(try kind.read(view.data).body, day)
                #expect(written == Array(view.data.bytes), "record \(seq), \(kind.type)")
            }
        }
        #expect(fold.city.size == fold.head.size)
    }

    private func data(_ event: some EventBody, _ day: Day) -> [UInt8] {
        EventKind.data(event, recordedOn: day)
    }

    /// Appends a record of random values for every kind that has none.
    private static func addMissing() throws {
        let kept = (try? Data(contentsOf: file)) ?? Data()
        let lines = Array(kept).split(separator: 0x0A).map(Array.init)
        var types: Set<String> = []
        for line in lines {
            try line.withUnsafeBufferPointer { bytes in
                let view = try RecordView(strictly: bytes)
                types.insert("\(view.type.text) \(view.v)")
            }
        }
        var head = LedgerHead(size: lines.count, leaf: lines.last.map(Merkle.leaf) ?? .zero)
        var text = kept
        for kind in EventKind.all where !types.contains("\(kind.type) \(kind.version)") {
            var filler = RandomFiller(random: SeededRandom(UInt64(head.size)))
            filler.leavesOut = false
            var event = kind.blank()
            try event.visit(&filler)
            let draft = CommandDraft(
                cmd: "golden-\(head.size)", actor: "console", at: "2026-01-01T00:00:00.000Z",
                body: Array("{}".utf8),
                events: [draft(kind, event)])
            for record in try head.seal(draft, log: TestHall.log).records {
                text += Data(record.bytes) + Data([0x0A])
            }
        }
        try text.write(to: file)
    }

    private static func draft(
        _ kind: EventKind, _ event: some EventBody
    ) -> CommandDraft.Event {
        let day = Day("2026-01-01") ?? .blank
        return CommandDraft.Event(
            type: kind.type.description, v: kind.version, org: "console",
            data: EventKind.data(event, recordedOn: day))
    }
}
