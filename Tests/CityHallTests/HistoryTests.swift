import CityHall
import Delivery
import JSON
import Ledger
import RandomValues
import Testing

@Suite("Loading and looking back")
struct HistoryTests {
    @Test("the city as of any record is what folding from zero gives")
    func asOf() async throws {
        // Given a ledger of some hundred records
        let test = try await TestHall.dalian()
        _ = try await test.hall.submitTogether((0..<300).map { submission(registering("p\($0)")) })
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededRandom(seed)
        let sizes =
            [0, 1, test.city.size]
            + (0..<40).map { _ in
                Int.random(in: 0...test.city.size, using: &random)
            }
        for size in sizes {
            // When asked for, in any order, then it is the fold of the records before
            let past = try test.hall.history.city(of: size)
            let folded = try CityLoader(test.store).load(upTo: size).city
            let same = past == folded && past.size == size
            #expect(same, "seed \(seed), size \(size)")
        }
    }

    @Test("a size beyond the ledger is refused")
    func beyond() async throws {
        let test = try await TestHall.dalian()
        #expect(throws: LedgerError.self) {
            try test.hall.history.city(of: test.city.size + 1)
        }
    }

    @Test("a past city stands still while the present goes on")
    func valueSemantics() async throws {
        let test = try await TestHall.dalian()
        let before = test.city
        let copy = before
        try await test.ask(registering("p1"))
        #expect(before == copy && before != test.city)
    }

    @Test(
        "a record of an unknown type, version or field is refused at start with its seq",
        arguments: [
            ("project.flown", 1, #"{"recorded_on":"2024-01-01"}"#),
            ("project.year_planned", 2, #"{"recorded_on":"2024-01-01"}"#),
            (
                "project.year_planned", 1,
                #"{"amount":"1","extra":1,"project":"p","recorded_on":"2024-01-01","year":2024}"#
            ),
            ("project.year_planned", 1, #"{"amount":"1","project":"p","year":2024}"#),
        ])
    func unknown(type: String, version: Int, data: String) throws {
        let store = MemoryLedgerStore()
        try append([(type, version, data)], to: store)
        let error = #expect(throws: LedgerError.self) { try TestHall(TroubledStore(store)) }
        #expect(error?.code == .recordValue && error?.seq == 0, "\(String(describing: error))")
    }

    @Test("a bad record early in a long ledger is refused while batches wait behind it")
    func badRecordEarly() throws {
        // Given a long ledger whose third record no program knows
        let store = MemoryLedgerStore()
        let good =
            #"{"from":"2020-01-01","id":"x","kind":"other","name":"x","#
            + #""recorded_on":"2024-01-01"}"#
        var events = Array(repeating: ("organization.registered", 1, good), count: 200)
        events[2].0 = "organization.flown"
        try append(events, to: store)
        // When it is loaded, again and again, then it is refused with its seq
        for _ in 0..<50 {
            let error = #expect(throws: LedgerError.self) {
                try CityLoader(store, batchSize: 8).load()
            }
            #expect(error?.seq == 2)
        }
    }

    private func append(
        _ events: [(type: String, version: Int, data: String)], to store: MemoryLedgerStore
    ) throws {
        var head = try store.head()
        let draft = CommandDraft(
            cmd: "k\(head.size)", actor: "console", at: "2024-01-01T00:00:00.000Z", body: [],
            events: events.map {
                .init(type: $0.type, v: $0.version, org: "console", data: Array($0.data.utf8))
            })
        let expected = head
        try store.append([try head.seal(draft, log: TestHall.log)], expecting: expected)
    }
}
