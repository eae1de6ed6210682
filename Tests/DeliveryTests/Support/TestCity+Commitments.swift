import Delivery
import Rulebook

extension TestCity {
    static let first = DraftCommitment.example.proposed.id

    mutating func registerDirective() throws {
        try accept(RegisterDirective.example, as: .dispatcher)
    }

    /// The example's commitment `c-001` of zhongshan, supported by xigang, or another.
    mutating func draft(
        _ id: String = "c-001", _ change: (inout CommitmentProfile) -> Void = { _ in }
    ) throws {
        try accept(drafting(id, change), as: .dispatcher)
    }

    mutating func issue(_ id: String = "c-001") throws {
        try accept(issuing(id), as: .dispatcher)
    }

    /// Drafted, issued and acknowledged.
    mutating func acknowledge(
        _ id: String = "c-001", _ change: (inout CommitmentProfile) -> Void = { _ in }
    ) throws {
        try draft(id, change)
        try issue(id)
        try accept(acknowledging(id), as: .zhongshan)
    }

    mutating func finish(_ id: String = "c-001") throws {
        try accept(submitting(id), as: .zhongshan)
        try accept(finishing(id), as: .zhongshan)
    }

    /// Reported done, verified and struck off.
    mutating func close(_ id: String = "c-001", _ digit: Character = "0") throws {
        try accept(submitting(id, digit), as: .zhongshan)
        try accept(finishing(id), as: .zhongshan)
        try verify(id)
        try accept(striking(id), as: .inspector)
    }

    mutating func verify(_ id: String = "c-001") throws {
        try accept(verifying(id), as: .inspector)
    }

    /// Proposed by zhongshan and approved by the city's leader.
    mutating func adjust(
        _ id: String = "c-001", _ change: (inout AdjustmentProposed) -> Void
    ) throws {
        try accept(proposing(id, change), as: .zhongshan)
        let number = commitment(id)?.adjustments.count ?? 0
        try accept(deciding(number, of: id), as: .leader)
    }

    func commitment(_ id: String = "c-001") -> Commitment? {
        city.commitments[CommitmentID(unchecked: id)]
    }
}

func drafting(
    _ id: String = "c-001", _ change: (inout CommitmentProfile) -> Void = { _ in }
) -> DraftCommitment {
    DraftCommitment {
        $0 = DraftCommitment.example.proposed
        $0.id = CommitmentID(unchecked: id)
        $0.profile.supporting = [organization("xigang")]
        change(&$0.profile)
    }
}

func redrafting(
    _ id: String = "c-001", _ change: (inout CommitmentProfile) -> Void = { _ in }
) -> RedraftCommitment {
    RedraftCommitment {
        $0.commitment = CommitmentID(unchecked: id)
        $0.profile = drafting().proposed.profile
        change(&$0.profile)
    }
}

func issuing(_ id: String = "c-001", on text: String = "2024-02-01") -> IssueCommitment {
    IssueCommitment {
        $0.commitment = CommitmentID(unchecked: id)
        $0.day = day(text)
    }
}

func acknowledging(_ id: String = "c-001") -> AcknowledgeCommitment {
    AcknowledgeCommitment { $0.commitment = CommitmentID(unchecked: id) }
}

func progressing(
    _ id: String = "c-001", _ percent: Int? = 45, on text: String = "2024-06-30",
    note: Note? = nil
) -> ReportProgress {
    ReportProgress {
        $0.commitment = CommitmentID(unchecked: id)
        ($0.asOf, $0.percent, $0.note) = (day(text), percent, note)
    }
}

func submitting(_ id: String = "c-001", _ digit: Character = "0") -> SubmitEvidence {
    SubmitEvidence {
        $0 = SubmitEvidence.example.proposed
        $0.commitment = CommitmentID(unchecked: id)
        $0.evidence[0].sha256 = SHA256Text(String(repeating: digit, count: 64)) ?? .blank
    }
}

func finishing(_ id: String = "c-001", on text: String = "2024-09-30") -> ReportDone {
    ReportDone {
        $0.commitment = CommitmentID(unchecked: id)
        $0.day = day(text)
        $0.note = .text("均已开工")
    }
}

func verifying(_ id: String = "c-001") -> VerifyCommitment {
    VerifyCommitment { $0.commitment = CommitmentID(unchecked: id) }
}

func returning(_ id: String = "c-001", because reason: Note = .text("未见实效")) -> ReturnCommitment {
    ReturnCommitment { ($0.commitment, $0.reason) = (CommitmentID(unchecked: id), reason) }
}

func striking(_ id: String = "c-001") -> StrikeOffCommitment {
    StrikeOffCommitment { $0.commitment = CommitmentID(unchecked: id) }
}

func proposing(
    _ id: String = "c-001", _ change: (inout AdjustmentProposed) -> Void
) -> ProposeAdjustment {
    ProposeAdjustment {
        ($0.commitment, $0.reason) = (CommitmentID(unchecked: id), .text("批复晚于预期"))
        change(&$0)
    }
}

func deciding(
    _ number: Int = 1, of id: String = "c-001", approved: Bool = true, reason: Note? = nil
) -> DecideAdjustment {
    DecideAdjustment {
        ($0.commitment, $0.adjustment) = (CommitmentID(unchecked: id), number)
        ($0.approved, $0.reason) = (approved, reason)
    }
}
