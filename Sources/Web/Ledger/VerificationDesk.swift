package import Delivery
import Foundation
package import Ledger

/// Verifies the whole ledger for readers, beside everything else: at most once at a time, and
/// not again before a while has passed.
package actor VerificationDesk {
    package enum State: Sendable {
        case never
        case running(records: Int)
        case sound(LedgerVerifier.Finding, at: Timestamp)
        case unsound(LedgerError, at: Timestamp)
    }

    /// The log's public keys, by which its checkpoints are checked.
    package nonisolated let keys: [VerifierKey]
    private let readers: [any LedgerReader]
    private let log: String?
    private let pause: Duration
    private var state = State.never
    private var ended: ContinuousClock.Instant?

    /// - Parameters:
    ///   - readers: that nobody else uses; each is worked by a task of its own.
    ///   - pause: between the end of one verification and the next.
    package init(
        readers: [any LedgerReader], keys: [VerifierKey], log: String? = nil,
        pause: Duration = .seconds(60)
    ) {
        self.readers = readers
        self.keys = keys
        self.log = log
        self.pause = pause
    }

    /// What was found last, or is being found out; begins anew where the ledger has grown since.
    package func verify(size: Int) -> State {
        switch state {
        case .running: return state
        case .sound(let finding, _) where finding.head.size == size: return state
        case .never, .sound, .unsound: break
        }
        if let ended, ended.duration(to: .now) < pause { return state }
        state = .running(records: size)
        Task { await run() }
        return state
    }

    private func run() async {
        let verifier = LedgerVerifier(readers: readers, keys: keys, log: log)
        let result = await Task.detached { () -> Result<LedgerVerifier.Finding, LedgerError> in
            do throws(LedgerError) { return .success(try await verifier.verify()) } catch {
                return .failure(error)
            }
        }.value
        let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        ended = .now
        switch result {
        case .success(let finding): state = .sound(finding, at: now)
        case .failure(let error): state = .unsound(error, at: now)
        }
    }
}
