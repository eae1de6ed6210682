import CityHall
import Delivery
import Ledger
import Testing

@Suite("Committing commands")
struct CommitTests {
    @Test("commands that come while a commit is written go into the next one together")
    func groupCommit() async throws {
        // Given a project, and an append that waits
        let test = try await TestHall.dalian()
        try await test.ask(registering("p1"))
        let before = test.store.appends
        test.store.closeGate()
        async let first = test.ask(investing("p1", "2024-01", "1"))
        while test.store.appends == before { await Task.yield() }
        // When 500 clients submit meanwhile
        let keys = try await withThrowingTaskGroup { group in
            for number in 1...500 {
                group.addTask {
                    try await test.ask(investing("p1", "2024-02", "\(number)")).first
                }
            }
            while await test.hall.waitingCommands < 500 { await Task.yield() }
            test.store.openGate()
            return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
        }
        _ = try await first
        // Then they share one more commit, and each has its own record
        #expect(test.store.appends == before + 2)
        #expect(keys.count == 500)
        let live = test.city
        #expect(try test.reopened().city == live)
    }

    @Test("when the queue is full the next is told to come again, and comes again")
    func busy() async throws {
        // Given an append that waits and a queue filled to its limit
        let test = try await TestHall.dalian()
        try await test.ask(registering("p1"))
        let before = test.store.appends
        test.store.closeGate()
        async let first = test.ask(investing("p1", "2024-01", "1"))
        while test.store.appends == before { await Task.yield() }
        let many = (1...CityHall.queueLimit).map {
            submission(investing("p1", "2024-02", "\($0)"))
        }
        async let all = test.hall.submitTogether(many)
        while await test.hall.waitingCommands < CityHall.queueLimit { await Task.yield() }
        // When one more comes, then it is refused as busy
        let late = submission(investing("p1", "2024-03", "1"))
        let refusal = await refusal { () async throws(Refusal) in
            _ = try await test.hall.submit(late)
        }
        #expect(refusal?.code == .busy)
        // When it comes again with the same key after the rush, then it is recorded
        test.store.openGate()
        _ = try await first
        #expect(try await all.count == CityHall.queueLimit)
        #expect(try await test.hall.submit(late).isRepeat == false)
    }

    @Test("the same key and body give the same receipt, also within one commit")
    func idempotent() async throws {
        let test = try await TestHall.dalian()
        // When asked twice, one after the other
        let once = try await test.ask(registering("p1"), key: "k1")
        let again = try await test.ask(registering("p1"), key: "k1")
        #expect(!once.isRepeat && again.isRepeat)
        #expect(once.first == again.first && once.last == again.last)
        // When asked twice in one batch
        let both = [registering("p2"), registering("p2")].map { submission($0, key: "k2") }
        let pair = try await test.hall.submitTogether(both)
        #expect(pair.map(\.isRepeat) == [false, true])
        #expect(pair[0].first == pair[1].first)
        // When asked again after a restart
        let reopened = try test.reopened()
        #expect(try await reopened.ask(registering("p2"), key: "k2").isRepeat)
        #expect(test.city.projects.count == 2)
    }

    @Test("the same key with another body is refused, also within one commit")
    func keyReused() async throws {
        let test = try await TestHall.dalian()
        try await test.ask(registering("p1"), key: "k1")
        let refusal = await refusal { () async throws(Refusal) in
            _ = try await test.ask(registering("p2"), key: "k1")
        }
        #expect(refusal?.code == .keyReused && refusal?.field == "key")
        let both = [registering("p2"), registering("p3")].map { submission($0, key: "k2") }
        let codes = await refusals { () async throws(BatchRefusal) in
            _ = try await test.hall.submitTogether(both)
        }
        #expect(codes == ["1 key_reused"])
    }

    @Test("commands that stand together fall together, each refusal by its place")
    func atomicBatch() async throws {
        // Given a batch of four in which two are wrong
        let test = try await TestHall.dalian()
        let size = test.city.size
        let batch = [
            submission(registering("p1")), submission(registering("p1")),
            submission(registering("p2")), submission(registering("p3", [("none", "1")])),
        ]
        // When it is submitted
        let codes = await refusals { () async throws(BatchRefusal) in
            _ = try await test.hall.submitTogether(batch)
        }
        // Then both are named and nothing is recorded
        #expect(codes == ["1 project_taken", "3 organization_unknown"])
        #expect(test.city.size == size && test.city.projects.count == 0)
        // When the good ones come alone, then they are recorded one after the other
        let good = try await test.hall.submitTogether([batch[0], batch[2]])
        #expect(good.map(\.first) == [size, size + 1])
    }

    @Test("a batch that falls leaves others of the same commit untouched")
    func fallenBatch() async throws {
        let test = try await TestHall.dalian()
        let before = test.store.appends
        test.store.closeGate()
        async let first = test.ask(registering("p0"))
        while test.store.appends == before { await Task.yield() }
        async let bad = refusals { () async throws(BatchRefusal) in
            _ = try await test.hall.submitTogether([
                submission(registering("p1")), submission(registering("p1")),
            ])
        }
        while await test.hall.waitingCommands < 2 { await Task.yield() }
        async let good = test.ask(registering("p1"))
        while await test.hall.waitingCommands < 3 { await Task.yield() }
        test.store.openGate()
        _ = try await first
        #expect(await bad == ["1 project_taken"])
        #expect(try await good.isRepeat == false)
        let live = test.city
        #expect(try test.reopened().city == live)
    }

    @Test("a rehearsal tells every refusal and records nothing")
    func rehearsal() async throws {
        let test = try await TestHall.dalian()
        let size = test.city.size
        let batch = [submission(registering("p1")), submission(registering("p1"))]
        let codes = await refusals { () async throws(BatchRefusal) in
            try await test.hall.rehearse(batch)
        }
        #expect(codes == ["1 project_taken"])
        try await test.hall.rehearse([batch[0]])
        #expect(test.city.size == size)
    }

    @Test("a command beyond what a record holds is refused alone")
    func tooLarge() async throws {
        let test = try await TestHall.dalian()
        let parts = (0..<4_000).map { _ in ("zhongshan", "0.00025") }
        var command = registering("p1")
        command.proposed.profile.partners = parts.map { organization($0.0) }
        command.proposed.profile.partners += command.proposed.profile.partners
        let refusal = await refusal { () async throws(Refusal) in _ = try await test.ask(command) }
        #expect(refusal?.code == .recordTooLarge)
        try await test.ask(registering("p1"))
    }
}

/// Why it was refused; nil where it was not.
func refusal(_ body: () async throws(Refusal) -> Void) async -> Refusal? {
    do throws(Refusal) {
        try await body()
        return nil
    } catch {
        return error
    }
}

/// `place code` of each refusal.
func refusals(_ body: () async throws(BatchRefusal) -> Void) async -> [String] {
    do throws(BatchRefusal) {
        try await body()
        return []
    } catch {
        return error.refusals.map { "\($0.index) \($0.refusal.code.rawValue)" }
    }
}
