package import CityHall
package import Delivery
import Ledger

extension ImportPlan {
    /// The plan's commands for one atomic batch of the hall. Their keys are made of the file, the
    /// mapping and the head the plan was made on, so that a batch whose answer was lost can be
    /// sent again. What somebody recorded of the same things after the plan was made refuses it.
    ///
    /// - Parameter size: of the city that the plan was made on.
    package func submissions(as person: PersonID, size: Int) throws(Refusal) -> [Submission] {
        var bytes = Array("\(preview.mapping) \(size)\n".utf8)
        for step in steps { bytes += step.command }
        let digest = bytes.withUnsafeBytes { Merkle.sha256($0) }.hex.prefix(32)
        var submissions: [Submission] = []
        for (index, step) in steps.enumerated() {
            var submission = try Submission(
                key: "import-\(digest)-\(index)", json: step.command, as: person)
            submission.seen = size
            submissions.append(submission)
        }
        return submissions
    }

    /// What the hall refused of the batch, as issues of the sheet's rows: the city changed after
    /// the plan was made.
    package func issues(_ refused: BatchRefusal) -> [ImportIssue] {
        refused.refusals.compactMap { index, refusal in
            steps.indices.contains(index) ? steps[index].issue(refusal) : nil
        }
    }
}
