import CityHall
import Delivery
import Ledger
import Testing

@Suite("Failing and closing")
struct FailureTests {
    @Test(
        "after a failed append nothing is published and everything is refused",
        arguments: [true, false])
    func failedAppend(wasKept: Bool) async throws {
        // Given a hall whose disk fails, with or without having kept what was written
        let test = try await TestHall.dalian()
        let before = test.city
        test.store.fail(wasKept ? .afterAppending : .beforeAppending)
        // When a command is asked for
        let failed = await refusal { () async throws(Refusal) in
            _ = try await test.ask(registering("p1"), key: "k1")
        }
        // Then it fails, readers see what they saw, and what follows is refused unwritten
        #expect(failed?.code == .storeFailed)
        #expect(test.city == before)
        let appends = test.store.appends
        let next = await refusal { () async throws(Refusal) in
            _ = try await test.ask(registering("p2"))
        }
        #expect(next?.code == .storeFailed)
        #expect(test.store.appends == appends)
        // When the ledger is opened again, then the key tells what became of the command
        let reopened = try test.reopened()
        #expect(try await reopened.ask(registering("p1"), key: "k1").isRepeat == wasKept)
        #expect(reopened.city.projects.count == 1)
    }

    @Test("those who wait behind a failed append are refused too")
    func waitingBehind() async throws {
        let test = try await TestHall.dalian()
        let before = test.store.appends
        test.store.closeGate()
        test.store.fail(.beforeAppending)
        async let first = refusal { () async throws(Refusal) in
            _ = try await test.ask(registering("p1"))
        }
        while test.store.appends == before { await Task.yield() }
        async let second = refusal { () async throws(Refusal) in
            _ = try await test.ask(registering("p2"))
        }
        while await test.hall.waitingCommands < 1 { await Task.yield() }
        test.store.openGate()
        #expect(await first?.code == .storeFailed)
        #expect(await second?.code == .storeFailed)
        #expect(test.store.appends == before + 1)
    }

    @Test("closing ends what is waiting, then refuses")
    func closing() async throws {
        let test = try await TestHall.dalian()
        let before = test.store.appends
        test.store.closeGate()
        async let first = test.ask(registering("p1"))
        while test.store.appends == before { await Task.yield() }
        async let second = test.ask(registering("p2"))
        while await test.hall.waitingCommands < 1 { await Task.yield() }
        async let closed: Void = test.hall.close()
        test.store.openGate()
        _ = try await (first, second)
        await closed
        let refused = await refusal { () async throws(Refusal) in
            _ = try await test.ask(registering("p3"))
        }
        #expect(refused?.code == .storeFailed)
        #expect(test.city.projects.count == 2)
        await test.hall.close()
    }

    @Test("a checkpoint follows an append once the pause is over, and signs what is there then")
    func checkpoints() async throws {
        // Given a pause that ends when the test says
        let (pauses, proceed) = AsyncStream<Void>.makeStream()
        let key = try SigningKey.random(name: TestHall.log)
        let test = try TestHall(signer: CheckpointSigner(key: key)) {
            for await _ in pauses { return }
        }
        // When two commands are recorded within one pause
        try await test.ask(ConfigureCity.example)
        try await test.register("dalian", .government)
        proceed.yield()
        // Then one checkpoint covers both
        var saved = test.store.saved.makeAsyncIterator()
        #expect(await saved.next() == 2)
        let note = try #require(try test.store.lastCheckpoint())
        let checkpoint = try Checkpoint.verify(note.note, by: [key.verifier])
        let tree = MerkleFrontier(try test.store.leaves(0..<2))
        #expect(checkpoint.root == tree.root)
        // When closed with something unsigned, then it is signed at once
        try await test.register("zhongshan", .district)
        proceed.finish()
        await test.hall.close()
        #expect(await saved.next() == 3)
    }

    @Test("what the last writer left unsigned is signed after the start")
    func unsignedLeftover() async throws {
        let first = try await TestHall.dalian()
        let size = first.city.size
        #expect(try first.store.lastCheckpoint() == nil)
        let store = TroubledStore(first.store.inner)
        let key = try SigningKey.random(name: TestHall.log)
        let test = try TestHall(store, signer: CheckpointSigner(key: key))
        var saved = store.saved.makeAsyncIterator()
        #expect(await saved.next() == size)
        await test.hall.close()
    }
}
