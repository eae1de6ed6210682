import Rulebook

package struct ScheduleStage: ProposingCommand {
    package static let name: StaticString = "project.scheduleStage"
    package static let title = Words(zh: "安排环节日期", en: "Set a stage's baseline or forecast")
    package static let may = Role.registrars
    package static let refusals: [Refusal.Code] = [
        .projectUnknown, .projectTerminated, .notYours, .stageNotOnTrack, .notPermitted,
    ]
    package static let example = ScheduleStage {
        $0.project = ProjectID(unchecked: "zhongshan-00001")
        $0.stage = .started
        $0.kind = .forecast
        $0.day = Month(year: 2024, month: 6)?.lastDay ?? .blank
    }

    package var proposed = StageScheduled()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let project = try city.requireOpen(proposed.project)
        try city.requireOwn(project, asked)
        try project.requireStage(proposed.stage)
        let approver: Set<Role> = [.console, .dispatcher]
        if proposed.kind == .baseline, project.baseline[proposed.stage] != nil,
            asked.actor.roles.isDisjoint(with: approver)
        {
            throw Refusal(
                .notPermitted, field: "kind", zh: "计划日期已定，只有调度人员可以改动；请改用预计日期",
                en: "the baseline stands; only a dispatcher may change it, so set the forecast")
        }
    }
}

/// The district's word that a stage was reached; it counts once recognised.
package struct ClaimStage: ProposingCommand {
    package static let name: StaticString = "project.claimStage"
    package static let title = Words(zh: "申报环节", en: "Claim a stage")
    package static let may: Set<Role> = [.districtReporter, .departmentReporter]
    package static let refusals: [Refusal.Code] = [
        .projectUnknown, .projectTerminated, .projectNotActive, .notYours, .stageNotOnTrack,
        .stageRecognised, .claimPending, .dayInFuture,
    ]
    package static let example = ClaimStage {
        $0.project = ProjectID(unchecked: "zhongshan-00001")
        $0.stage = .signed
        $0.day = Month(year: 2024, month: 3)?.lastDay ?? .blank
        var contract = Evidence()
        contract.kind = .contract
        contract.sha256 =
            SHA256Text(String(repeating: "0", count: 64)) ?? .blank
        contract.size = 182_044
        contract.mediaType = "application/pdf"
        $0.evidence = [contract]
    }

    package var proposed = StageClaimed()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let project = try city.requireOpen(proposed.project)
        try city.requireOwn(project, asked)
        try project.requireStage(proposed.stage)
        try asked.requireNotFuture(proposed.day, field: "day")
        for (index, evidence) in proposed.evidence.enumerated() {
            try evidence.requireSound(field: "evidence[\(index)]")
        }
        if case .suspended(let from) = project.standing {
            throw Refusal(
                .projectNotActive, field: "project", zh: "项目自 \(from) 起中止，恢复后才能申报",
                en: "the project is suspended since \(from); resume it before claiming")
        }
        if let day = project.recognisedDay(proposed.stage) {
            throw Refusal(
                .stageRecognised, field: "stage",
                zh: "“\(proposed.stage.words.zh)”已认定为 \(day)",
                en: "\(proposed.stage.rawValue) is recognised already, on \(day)")
        }
        let pending = project.claims.first { $0.stage == proposed.stage && $0.isPending }
        if let pending {
            throw Refusal(
                .claimPending, field: "stage",
                zh: "第 \(pending.number) 号申报尚待认定；先撤回才能重新申报",
                en: "claim \(pending.number) of this stage awaits a ruling; withdraw it first")
        }
    }
}

package struct WithdrawClaim: ProposingCommand {
    package static let name: StaticString = "project.withdrawClaim"
    package static let title = Words(zh: "撤回申报", en: "Withdraw a claim")
    package static let may: Set<Role> = [.districtReporter, .departmentReporter]
    package static let refusals: [Refusal.Code] = [
        .projectUnknown, .notYours, .claimUnknown, .claimRuled,
    ]
    package static let example = WithdrawClaim {
        $0.project = ProjectID(unchecked: "zhongshan-00001")
        $0.claim = 1
    }

    package var proposed = ClaimWithdrawn()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let project = try city.require(proposed.project)
        try city.requireOwn(project, asked)
        _ = try project.requirePending(proposed.claim)
    }
}
