import CityHall
package import Delivery
import Interchange

extension ImportDesk {
    private static let tries = 5

    /// Does what was shown, all of it or nothing: it is worked out once more on the state of this
    /// moment, and only if that comes to the same is it handed to the hall. Asked for again, it
    /// is not done again.
    ///
    /// - Parameters:
    ///   - seen: the fingerprint of the preview that the person agreed to.
    ///   - permits: whether the session is good for a command of that name.
    /// - Returns: applied, or previewed anew with a notice of why it was not; or still at work
    ///   after the patience.
    package func apply(
        _ id: String, seen: String, for person: PersonID,
        permits: @escaping @Sendable (String) -> Bool = { _ in true },
        patience: Duration = .seconds(20)
    ) async throws(Trouble) -> StagedImport {
        let staged = try await settled(id, of: person, patience)
        switch staged.state {
        case .applied, .applying, .reading: return staged
        case .unread, .previewed, .failed: break
        }
        let others = imports.values.count { if case .applying = $0.state { true } else { false } }
        guard !lane.isFull, others < bounds.atOnce else { throw .importsBusy }
        imports[id]?.state = .applying
        Task {
            let state = await outcome(of: staged, seen, permits)
            imports[id]?.state = state
            if case .applied = state {
                staged.files.remove()
                forgetReceipts(of: person)
            }
            makeRoom(besides: id)
        }
        return try await settled(id, of: person, patience)
    }

    private func outcome(
        of staged: StagedImport, _ seen: String, _ permits: @Sendable (String) -> Bool
    ) async -> StagedImport.State {
        var last = StagedImport.State.unread
        for _ in 0..<Self.tries {
            let planned: Planned
            switch await plan(staged) {
            case .failure(let failure): return .failed(failure)
            case .success(let value): planned = value
            }
            var shown = planned.shown
            guard shown.fingerprint == seen else {
                shown.notice = .changed(
                    staged.shown.map { [preview = shown.preview] in
                        preview.differences(from: $0.preview)
                    })
                return .previewed(shown)
            }
            guard !planned.plan.steps.isEmpty else { return .previewed(shown) }
            do throws(Hindrance) {
                return .applied(try await carryOut(planned, staged.owner, permits))
            } catch {
                shown.notice = .refused(error.words)
                shown.preview.rejected = error.issues
                last = .previewed(shown)
                guard error.passes else { return last }
                // Whether it still comes to the same is looked at once more.
                try? await Task.sleep(for: .milliseconds(50))
            }
        }
        return last
    }

    /// Why a plan was not carried out.
    private struct Hindrance: Error {
        var words: Words
        /// The rows that it is about.
        var issues: [ImportIssue] = []
        /// Whether it may be otherwise in a moment.
        var passes = false

        init(_ words: Words) { self.words = words }

        init(_ refused: BatchRefusal, _ plan: ImportPlan) {
            let codes = refused.refusals.map(\.refusal.code)
            words = refused.refusals.first?.refusal.words ?? Phrase.importRefused
            passes = codes.allSatisfy { $0 == .busy || $0 == .changedSince }
            if !passes, !codes.contains(.storeFailed) { issues = plan.issues(refused) }
        }
    }

    private func carryOut(
        _ planned: Planned, _ person: PersonID, _ permits: @Sendable (String) -> Bool
    ) async throws(Hindrance) -> ImportReceipt {
        let (plan, size) = (planned.plan, planned.size)
        let submissions = try await submissions(plan, size, person)
        let names = Set(submissions.map { "\(type(of: $0.command).name)" })
        guard names.allSatisfy(permits) else { throw Hindrance(Trouble.beyondToken.detail) }
        try await keep(plan.files)
        let receipts: [Acknowledgement]
        do throws(BatchRefusal) { receipts = try await hall.submitTogether(submissions) } catch {
            throw Hindrance(error, plan)
        }
        return ImportReceipt(
            first: receipts.first?.first ?? size, last: receipts.last?.last ?? size,
            commands: receipts.count, entities: plan.preview.entities)
    }

    private func submissions(
        _ plan: ImportPlan, _ size: Int, _ person: PersonID
    ) async throws(Hindrance) -> [Submission] {
        let made = await lane.run {
            Result { () throws(Refusal) in try plan.submissions(as: person, size: size) }
        }
        do throws(Refusal) { return try made.get() } catch { throw Hindrance(error.words) }
    }

    /// Keeps what the commands cite before they are carried out.
    private func keep(_ files: [EvidenceFile]) async throws(Hindrance) {
        guard !files.isEmpty else { return }
        guard let evidence else { throw Hindrance(.importFilesNotKept) }
        let isKept = await lane.run {
            files.allSatisfy { file in
                do { try evidence.keep(file) } catch { return false }
                return true
            }
        }
        guard isKept else { throw Hindrance(.importFilesNotKept) }
    }
}
