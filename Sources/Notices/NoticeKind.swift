package import Delivery

package enum NoticeKind: String, CaseIterable, Sendable {
    case commitmentIssued = "commitment_issued"
    case commitmentReturned = "commitment_returned"
    case commitmentStruckOff = "commitment_struck_off"
    case commitmentReported = "commitment_reported"
    case commitmentVerified = "commitment_verified"
    case adjustmentProposed = "adjustment_proposed"
    case adjustmentApproved = "adjustment_approved"
    case adjustmentDeclined = "adjustment_declined"
    case revisionSubmitted = "revision_submitted"
    case claimMade = "claim_made"
    case claimRecognised = "claim_recognised"
    case claimRefused = "claim_refused"
    case recognitionRevoked = "recognition_revoked"
    case figureSubmitted = "figure_submitted"
    case figureReturned = "figure_returned"
    case findingRecorded = "finding_recorded"
    case findingClosed = "finding_closed"
    case blockerRaised = "blocker_raised"
    case blockerEscalated = "blocker_escalated"
    case blockerSolved = "blocker_solved"
    case blockerReopened = "blocker_reopened"
    case purgeProposed = "purge_proposed"
    case purgeSettled = "purge_settled"
    case dueSoon = "due_soon"
    case overdue
    case notAcknowledged = "not_acknowledged"
    case blockerLate = "blocker_late"
    case digest

    /// What happened and what is asked, said of one thing.
    package var words: Words {
        switch self {
        case .commitmentIssued:
            Words(zh: "事项已下达，请签收", en: "a commitment was issued to you; acknowledge it")
        case .commitmentReturned:
            Words(zh: "事项被退回，请继续办理", en: "a commitment was returned; work on it further")
        case .commitmentStruckOff: Words(zh: "事项已销号", en: "a commitment was struck off")
        case .commitmentReported:
            Words(zh: "事项已报结，等待复核", en: "a commitment was reported done and is to be verified")
        case .commitmentVerified:
            Words(zh: "事项已复核，等待销号", en: "a commitment was verified and is to be struck off")
        case .adjustmentProposed:
            Words(zh: "有人申请调整事项，等待审批", en: "an adjustment is proposed and is to be decided")
        case .adjustmentApproved: Words(zh: "事项调整已批准", en: "an adjustment was approved")
        case .adjustmentDeclined: Words(zh: "事项调整未获批准", en: "an adjustment was not approved")
        case .revisionSubmitted:
            Words(zh: "清单修订已送审，等待批准", en: "a list's revision was submitted and is to be approved")
        case .claimMade:
            Words(
                zh: "项目阶段已申报，等待认定",
                en: "a project's stage is claimed and is to be recognised or refused")
        case .claimRecognised: Words(zh: "申报的阶段已认定", en: "a claimed stage was recognised")
        case .claimRefused: Words(zh: "申报的阶段未予认定", en: "a claimed stage was refused")
        case .recognitionRevoked: Words(zh: "阶段认定已撤销", en: "a recognition was taken back")
        case .figureSubmitted:
            Words(zh: "指标数据已填报，等待审核", en: "a figure was submitted and is to be approved")
        case .figureReturned:
            Words(zh: "指标数据被退回，请修改重报", en: "a figure was returned; correct and report it again")
        case .findingRecorded:
            Words(zh: "督导发现问题，请整改", en: "an inspection found something; put it right")
        case .findingClosed: Words(zh: "督导发现已销号", en: "a finding was closed")
        case .blockerRaised: Words(zh: "有协调事项交您办理", en: "a blocker is yours to solve")
        case .blockerEscalated:
            Words(zh: "协调事项提级，交您办理", en: "a blocker rose to your tier and is yours to solve")
        case .blockerSolved:
            Words(zh: "协调事项已解决，请确认", en: "a blocker is said to be solved; confirm or reopen it")
        case .blockerReopened: Words(zh: "协调事项被退回再办", en: "a blocker was reopened; solve it")
        case .purgeProposed:
            Words(zh: "有人提请清除文本或文件，等待决定", en: "a purge is proposed and is to be decided")
        case .purgeSettled: Words(zh: "您提请的清除已有决定", en: "the purge you proposed was decided")
        case .dueSoon: Words(zh: "事项临近完成时限", en: "a commitment is due soon")
        case .overdue: Words(zh: "事项已超过完成时限", en: "a commitment is overdue")
        case .notAcknowledged: Words(zh: "事项逾期未签收", en: "a commitment was not acknowledged in time")
        case .blockerLate: Words(zh: "协调事项已超时限", en: "a blocker is past its time")
        case .digest: Words(zh: "每周摘要", en: "the weekly digest")
        }
    }
}
