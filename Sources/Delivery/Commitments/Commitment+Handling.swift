import Rulebook

extension Role {
    /// Who carries commitments out.
    static let reporters: Set<Role> = [.districtReporter, .departmentReporter]
}

/// 签收: the lead has seen what it owes.
package struct AcknowledgeCommitment: ProposingCommand {
    package static let name: StaticString = "commitment.acknowledge"
    package static let title = Words(zh: "签收清单事项", en: "Acknowledge a commitment")
    package static let may = Role.reporters
    package static let refusals: [Refusal.Code] = [
        .commitmentUnknown, .notYours, .commitmentNotIssued, .commitmentAcknowledged,
        .commitmentSuspended, .commitmentCancelled,
    ]
    package static let example = AcknowledgeCommitment {
        $0.commitment = CommitmentID(unchecked: "c-001")
    }

    package var proposed = CommitmentAcknowledged()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let commitment = try city.require(proposed.commitment)
        try city.requireOwn([commitment.profile.lead], field: "commitment", asked)
        _ = try commitment.requireIssued(field: "commitment")
        try commitment.requireNotSuspended()
        try commitment.requireNotCancelled()
        if commitment.state != .issued, let known = commitment.step(.acknowledged) {
            throw Refusal(
                .commitmentAcknowledged, field: "commitment", zh: "已于 \(known.day) 签收",
                en: "it was acknowledged on \(known.day)")
        }
    }
}

/// How far it is, by the lead or those that support it.
package struct ReportProgress: ProposingCommand {
    package static let name: StaticString = "commitment.progress"
    package static let title = Words(zh: "填报事项进展", en: "Report a commitment's progress")
    package static let may = Role.reporters
    package static let refusals: [Refusal.Code] =
        Commitment.unhandled + [.dayInFuture, .dayTooEarly, .percentOutOfRange]
    package static let example = ReportProgress {
        $0.commitment = CommitmentID(unchecked: "c-001")
        $0.asOf = Month(year: 2024, month: 6)?.lastDay ?? .blank
        $0.percent = 45
        $0.note = .text("已开工 9 个，其余 11 个正在办理施工许可")
    }

    package var proposed = CommitmentProgressed()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let commitment = try city.requireOpen(proposed.commitment, asked)
        try commitment.requireSinceIssue(proposed.asOf, field: "as_of", asked)
        if let percent = proposed.percent, !(0...100).contains(percent) {
            throw Refusal(
                .percentOutOfRange, field: "percent", zh: "进度应为 0–100，而不是 \(percent)",
                en: "percent is 0 to 100, not \(percent)")
        }
        try proposed.note.requireFresh(field: "note")
        if proposed.percent == nil { try requireText(proposed.note, field: "note") }
    }
}

/// Puts files beside it. They are kept elsewhere under their hashes.
package struct SubmitEvidence: ProposingCommand {
    package static let name: StaticString = "commitment.submitEvidence"
    package static let title = Words(zh: "提交事项佐证", en: "Submit evidence for a commitment")
    package static let may = Role.reporters
    package static let refusals: [Refusal.Code] =
        Commitment.unhandled + [.evidenceMissing, .evidenceTwice]
    package static let example = SubmitEvidence {
        $0.commitment = CommitmentID(unchecked: "c-001")
        var permit = Evidence()
        permit.kind = .constructionPermit
        permit.sha256 = SHA256Text(String(repeating: "0", count: 64)) ?? .blank
        permit.size = 182_044
        permit.mediaType = "application/pdf"
        permit.name = .text("施工许可证.pdf")
        $0.evidence = [permit]
    }

    package var proposed = EvidenceSubmitted()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let commitment = try city.requireOpen(proposed.commitment, asked)
        guard !proposed.evidence.isEmpty else {
            throw Refusal(
                .evidenceMissing, field: "evidence", zh: "至少提交一份佐证",
                en: "bring at least one piece of evidence")
        }
        var seen = Set(commitment.evidence.map(\.evidence.sha256))
        for (index, evidence) in proposed.evidence.enumerated() {
            let place = "evidence[\(index)]"
            try evidence.requireSound(field: place)
            guard seen.insert(evidence.sha256).inserted else {
                throw Refusal(
                    .evidenceTwice, field: place, zh: "这份文件已作为佐证提交",
                    en: "this file was submitted as evidence already")
            }
        }
    }
}

/// 报结: the lead says that it is done, and has shown it. Others decide whether it is.
package struct ReportDone: ProposingCommand {
    package static let name: StaticString = "commitment.reportDone"
    package static let title = Words(zh: "报结清单事项", en: "Report a commitment done")
    package static let may = Role.reporters
    package static let refusals: [Refusal.Code] =
        Commitment.unhandled + [
            .dayInFuture, .dayTooEarly, .evidenceMissing, .partsOpen, .adjustmentOpen,
        ]
    package static let example = ReportDone {
        $0.commitment = CommitmentID(unchecked: "c-001")
        $0.day = Month(year: 2024, month: 9)?.lastDay ?? .blank
        $0.note = .text("20 个项目均已开工")
    }

    package var proposed = CommitmentReportedDone()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let commitment = try city.requireOpen(proposed.commitment, leadOnly: true, asked)
        try commitment.requireSinceIssue(proposed.day, field: "day", asked)
        try proposed.note.requireFresh(field: "note")
        guard !commitment.currentEvidence.isEmpty else {
            throw Refusal(
                .evidenceMissing, field: "commitment", zh: "报结前须提交佐证",
                en: "submit evidence before it is reported done")
        }
        if let open = commitment.openAdjustment {
            throw Refusal(
                .adjustmentOpen, field: "commitment", zh: "第 \(open.number) 号调整尚待审批，审批后再报结",
                en: "adjustment \(open.number) awaits its decision; report it done after that")
        }
        let open = city.parts(of: commitment.id).first {
            !$0.state.isReported && !city.isSettled($0, for: commitment)
        }
        if let open {
            throw Refusal(
                .partsOpen, field: "commitment", zh: "下级事项“\(open.id)”尚未报结",
                en: "its part \"\(open.id)\" is not reported done yet")
        }
    }
}

extension Commitment {
    /// What refuses those who carry it out.
    static let unhandled: [Refusal.Code] = [
        .commitmentUnknown, .notYours, .commitmentNotIssued, .commitmentNotAcknowledged,
        .commitmentDone, .commitmentSuspended, .commitmentCancelled,
    ]

    func requireIssued(field: String) throws(Refusal) -> Step {
        guard let issued else {
            throw Refusal(
                .commitmentNotIssued, field: field, zh: "事项“\(id)”尚未下达",
                en: "\"\(id)\" is a draft and not issued yet")
        }
        return issued
    }

    func requireNotSuspended() throws(Refusal) {
        guard state == .suspended, let last = steps.last else { return }
        throw Refusal(
            .commitmentSuspended, field: "commitment", zh: "事项“\(id)”已于 \(last.day) 中止，恢复后再办理",
            en: "\"\(id)\" was suspended on \(last.day); it goes on once it is resumed")
    }

    func requireNotCancelled(field: String = "commitment") throws(Refusal) {
        guard state == .cancelled, let last = steps.last else { return }
        throw Refusal(
            .commitmentCancelled, field: field, zh: "事项“\(id)”已于 \(last.day) 撤销",
            en: "\"\(id)\" was cancelled on \(last.day)")
    }

    /// Neither reported done nor over.
    func requireNotReported(field: String = "commitment") throws(Refusal) {
        try requireNotCancelled(field: field)
        guard state.isReported || isDone else { return }
        throw Refusal(
            .commitmentDone, field: field, zh: "事项“\(id)”\(state.words.zh)",
            en: "\"\(id)\" is \(state.words.en) already")
    }

    fileprivate func requireSinceIssue(
        _ day: Day, field: String, _ asked: Asked
    ) throws(Refusal) {
        try asked.requireNotFuture(day, field: field)
        guard let issued, day < issued.day else { return }
        throw Refusal(
            .dayTooEarly, field: field, zh: "日期 \(day) 早于下达日 \(issued.day)",
            en: "\(day) lies before the day of issue, \(issued.day)")
    }
}

extension City {
    /// A commitment that is acknowledged and not reported done, for those who carry it out.
    fileprivate func requireOpen(
        _ id: CommitmentID, leadOnly: Bool = false, _ asked: Asked
    ) throws(Refusal) -> Commitment {
        let commitment = try require(id)
        let houses = leadOnly ? [commitment.profile.lead] : commitment.profile.houses
        try requireOwn(houses, field: "commitment", asked)
        _ = try commitment.requireIssued(field: "commitment")
        try commitment.requireNotSuspended()
        try commitment.requireNotReported()
        guard commitment.state != .issued else {
            throw Refusal(
                .commitmentNotAcknowledged, field: "commitment", zh: "事项“\(id)”尚未签收，请先签收",
                en: "\"\(id)\" is not acknowledged yet; acknowledge it first")
        }
        return commitment
    }
}
