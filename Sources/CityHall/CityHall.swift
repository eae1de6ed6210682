package import Delivery
import Foundation
package import Ledger
package import Rulebook
import Synchronization

/// The one place where commands become records: load, decide, append, apply, publish.
///
/// Commands queue while a commit is being written and go into the next one together. A caller
/// hears of its command only after the records are durable; readers see only what is.
package actor CityHall {
    /// Commands that may wait at once; more are told to come again.
    package static let queueLimit = 4_096

    private let store: any LedgerStore
    private let blobs: any BlobStore
    private let removal: Removal
    private nonisolated let clock: Clock
    private let log: String
    private let signer: CheckpointSigner?
    private let signingPause: @Sendable () async -> Void
    /// The store's calls block, so they are made here, one at a time.
    private let writer = DispatchQueue(label: "saima.ledger.writer")

    private let published: Mutex<City>
    /// The city at any earlier position.
    package nonisolated let history: CityHistory
    private var durable: City
    private var head: LedgerHead
    private var frontier: MerkleFrontier
    private var signedSize: Int
    /// Purged, and still to be taken away from beside the ledger.
    private var unremoved: [SHA256Text]
    private var queue: [Waiting] = []
    /// Commands in the queue for the next commit.
    package private(set) var waitingCommands = 0
    private var isFlushing = false
    private var isSigning = false
    private var failure: Refusal?
    private var isClosed = false
    private var idleWaiters: [CheckedContinuation<Void, Never>] = []

    private struct Waiting {
        var submissions: [Submission]
        var answer: CheckedContinuation<Result<[Acknowledgement], BatchRefusal>, Never>
    }

    /// Reads the whole ledger and takes its end as the city's present.
    ///
    /// - Parameters:
    ///   - files: where evidence lies; what was purged is taken away from there too.
    ///   - signer: without one no checkpoints are signed.
    ///   - signingPause: what passes between an append and the checkpoint that follows it, so
    ///     that one checkpoint serves all appends of that time.
    package init(
        store: any LedgerStore, blobs: any BlobStore, files: (any BlobStore)? = nil, log: String,
        signer: CheckpointSigner?, clock: Clock = .system,
        signingPause: @escaping @Sendable () async -> Void = {
            try? await Task.sleep(for: .milliseconds(800))
        }
    ) throws(LedgerError) {
        let loaded = try CityLoader(store).load()
        self.store = store
        self.blobs = blobs
        self.clock = clock
        self.log = log
        self.signer = signer
        self.signingPause = signingPause
        durable = loaded.city
        head = loaded.head
        frontier = loaded.frontier
        signedSize = try store.lastCheckpoint()?.size ?? 0
        published = Mutex(loaded.city)
        removal = Removal(blobs: blobs, files: files)
        // Whoever wrote last may have stopped before removing.
        unremoved = removal.remove(loaded.city.purges.purged)
        history = CityHistory(try store.reader(), heads: loaded.heads)
        // Whoever wrote last may have stopped before signing.
        Task { await scheduleSigning() }
    }

    /// The city as of the last durable record.
    package nonisolated var city: City { published.withLock { $0 } }

    /// The city's local day, as a command given now would know it.
    package nonisolated var today: Day { today(of: city) }

    /// The city as it stands today: what was due by now is late though nobody recorded anything
    /// since. An archive stands still at its last record, and so does a city without any.
    package nonisolated var present: City {
        var city = city
        if city.settings != nil { city.day = city.standing(today: today(of: city)) }
        return city
    }

    private nonisolated func today(of city: City) -> Day {
        let now = clock.now()
        let local = LocalCalendar(city.settings).day(of: max(now, city.time ?? now))
        return max(local, city.day ?? local)
    }

    /// Carries out one command.
    package func submit(_ submission: Submission) async throws(Refusal) -> Acknowledgement {
        do throws(BatchRefusal) {
            let acknowledgements = try await submitTogether([submission])
            return acknowledgements[0]
        } catch {
            throw error.refusals[0].refusal
        }
    }

    /// Carries out commands that stand or fall together, in one commit.
    package func submitTogether(
        _ submissions: [Submission]
    ) async throws(BatchRefusal) -> [Acknowledgement] {
        if let failure { throw BatchRefusal(refusals: [(0, failure)]) }
        if isClosed { throw BatchRefusal(refusals: [(0, .closed)]) }
        guard !submissions.isEmpty else { return [] }
        let isBusy =
            waitingCommands > 0 && waitingCommands + submissions.count > CityHall.queueLimit
        guard !isBusy else { throw BatchRefusal(refusals: [(0, .busy)]) }
        waitingCommands += submissions.count
        let result = await withCheckedContinuation { answer in
            queue.append(Waiting(submissions: submissions, answer: answer))
            if !isFlushing {
                isFlushing = true
                Task { await flush() }
            }
        }
        return try result.get()
    }

    /// Tries commands without recording anything: what would be refused, each on the state that
    /// those before it would leave.
    package func rehearse(_ submissions: [Submission]) throws(BatchRefusal) {
        var decider = Decider(city: durable, head: head, log: log)
        _ = try decide(submissions, with: &decider)
    }

    /// Waits until nothing is queued, signs what is unsigned, and gives the ledger up.
    package func close() async {
        isClosed = true
        if isFlushing {
            await withCheckedContinuation { idleWaiters.append($0) }
        }
        await sign()
        await onWriter { [store] in store.close() }
    }

    private func flush() async {
        while !queue.isEmpty {
            let batch = queue
            queue = []
            waitingCommands = 0
            await commit(batch)
        }
        isFlushing = false
        for waiter in idleWaiters { waiter.resume() }
        idleWaiters = []
    }

    private func commit(_ batch: [Waiting]) async {
        if let failure {
            for waiting in batch {
                waiting.answer.resume(returning: .failure(BatchRefusal(refusals: [(0, failure)])))
            }
            return
        }
        var decider = Decider(city: durable, head: head, log: log)
        let results = batch.map { waiting in
            Result { () throws(BatchRefusal) -> [Acknowledgement] in
                // One command that is refused leaves no trace; several may stop half-way.
                if waiting.submissions.count == 1 {
                    return try decide(waiting.submissions, with: &decider)
                }
                let before = decider
                do throws(BatchRefusal) {
                    return try decide(waiting.submissions, with: &decider)
                } catch {
                    decider = before
                    throw error
                }
            }
        }
        if let refusal = await append(decider) {
            failure = refusal
            for waiting in batch {
                waiting.answer.resume(returning: .failure(BatchRefusal(refusals: [(0, refusal)])))
            }
            return
        }
        await remove(decider.removals)
        for (waiting, result) in zip(batch, results) { waiting.answer.resume(returning: result) }
        scheduleSigning()
    }

    private func decide(
        _ submissions: [Submission], with decider: inout Decider
    ) throws(BatchRefusal) -> [Acknowledgement] {
        let now = clock.now()
        let before = submissions.count > 1 ? decider.city : nil
        var acknowledgements: [Acknowledgement] = []
        var refusals: [(index: Int, refusal: Refusal)] = []
        for (index, submission) in submissions.enumerated() {
            do throws(Refusal) {
                acknowledgements.append(
                    try decider.decide(submission, now: now, store: store, before: before))
            } catch {
                refusals.append((index, error))
            }
        }
        guard refusals.isEmpty else { throw BatchRefusal(refusals: refusals) }
        return acknowledgements
    }

    /// Makes what was decided durable and publishes it; nil, or why nothing more can be written.
    private func append(_ decided: Decider) async -> Refusal? {
        guard !decided.sealed.isEmpty else { return nil }
        let head = head
        let failed: Refusal? = await onWriter { [store, blobs] in
            do {
                try blobs.keep(decided.texts)
                try store.append(decided.sealed, expecting: head)
                return nil
            } catch let error as LedgerError {
                return Refusal(error)
            } catch {
                return Refusal(
                    .storeFailed, zh: "写入失败：\(error)", en: "writing failed: \(error)")
            }
        }
        if let failed { return failed }
        durable = decided.city
        self.head = decided.head
        for command in decided.sealed {
            for record in command.records { frontier.append(record.leaf) }
        }
        published.withLock { $0 = durable }
        history.note(PastCity(city: durable, head: self.head))
        return nil
    }

    /// Takes away what is purged by durable records; what fails is tried again with the next.
    private func remove(_ hashes: [SHA256Text]) async {
        guard !hashes.isEmpty || !unremoved.isEmpty else { return }
        let hashes = unremoved + hashes
        unremoved = await onWriter { [removal] in removal.remove(hashes) }
    }

    private func onWriter<Value: Sendable>(
        _ work: @escaping @Sendable () -> Value
    ) async -> Value {
        await withCheckedContinuation { continuation in
            writer.async { continuation.resume(returning: work()) }
        }
    }

    /// A checkpoint follows an append within a second.
    private func scheduleSigning() {
        guard signer != nil, !isSigning, signedSize < head.size else { return }
        isSigning = true
        Task {
            await signingPause()
            await signAfterPause()
        }
    }

    private func signAfterPause() async {
        isSigning = false
        await sign()
        scheduleSigning()
    }

    private func sign() async {
        guard let signer, failure == nil, signedSize < head.size else { return }
        let tree = frontier
        signedSize = tree.size
        let failed: Refusal? = await onWriter { [store] in
            do throws(LedgerError) {
                try store.save(try signer.checkpoint(of: tree))
                return nil
            } catch {
                return Refusal(error)
            }
        }
        if let failed { failure = failed }
    }
}

extension Refusal {
    static let busy = Refusal(
        .busy, zh: "排队的命令已满，请稍后用同一个 key 重试",
        en: "too many commands are waiting; try again soon with the same key")
    static let closed = Refusal(
        .storeFailed, zh: "台账正在关闭，请稍后重试", en: "the ledger is closing; try again later")
}
