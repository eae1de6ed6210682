package import Rulebook

/// What is asked of a person, in the order in which it stands on the page.
package enum WorkKind: String, CaseIterable, Sendable, Hashable {
    case decideAdjustment = "decide_adjustment"
    case approveRevision = "approve_revision"
    case verify
    case strikeOff = "strike_off"
    case rule
    case acceptFigure = "accept_figure"
    case approveFigure = "approve_figure"
    case pressLead = "press_lead"
    case acknowledge
    case answerReturn = "answer_return"
    case finish
    case progress
    case correctFigure = "correct_figure"
    case claimAgain = "claim_again"
    case solveBlocker = "solve_blocker"
    case leadBlocker = "lead_blocker"
    case confirmBlocker = "confirm_blocker"
    case closeFinding = "close_finding"
    case issue
    case reviseAgain = "revise_again"
    case publishEdition = "publish_edition"

    package var words: Words {
        switch self {
        case .decideAdjustment: Words(zh: "审批调整", en: "Decide adjustments")
        case .approveRevision: Words(zh: "审批清单修订", en: "Approve revisions of lists")
        case .verify: Words(zh: "复核报结事项", en: "Verify what is reported done")
        case .strikeOff: Words(zh: "销号", en: "Strike off what is verified")
        case .rule: Words(zh: "认定申报的环节", en: "Rule on claimed stages")
        case .acceptFigure: Words(zh: "采用指标数据", en: "Accept figures")
        case .approveFigure: Words(zh: "审核指标数据", en: "Approve figures")
        case .pressLead: Words(zh: "超期未签收，请督促", en: "Not acknowledged in time: press the lead")
        case .acknowledge: Words(zh: "签收事项", en: "Acknowledge")
        case .answerReturn: Words(zh: "被退回的事项", en: "Answer what was returned")
        case .finish: Words(zh: "临近时限或逾期，报结", en: "Due or overdue: report done")
        case .progress: Words(zh: "久未更新，填报进展", en: "Silent too long: report progress")
        case .correctFigure: Words(zh: "被退回的数据", en: "Report returned figures anew")
        case .claimAgain: Words(zh: "未获认定的申报", en: "Claim again what was refused")
        case .solveBlocker: Words(zh: "解决协调事项", en: "Solve blockers")
        case .leadBlocker: Words(zh: "提到领导层级的协调事项", en: "Blockers raised to a leader's tier")
        case .confirmBlocker: Words(zh: "确认协调事项已解决", en: "Confirm that blockers are solved")
        case .closeFinding: Words(zh: "整改销号", en: "Close findings that are put right")
        case .issue: Words(zh: "下达草拟事项", en: "Issue drafts")
        case .reviseAgain: Words(zh: "被退回的清单修订", en: "Answer revisions that were returned")
        case .publishEdition: Words(zh: "发布清单新版", en: "Publish approved editions")
        }
    }
}

package enum Urgency: String, CaseIterable, Sendable, Hashable, Comparable {
    case overdue, today, soon, later

    /// What is due within so many days is due soon.
    package static let horizon = 7

    package init(due: Day?, on day: Day) {
        guard let due else {
            self = .later
            return
        }
        let left = day.days(to: due)
        self = left < 0 ? .overdue : left == 0 ? .today : left <= Self.horizon ? .soon : .later
    }

    package var words: Words {
        switch self {
        case .overdue: Words(zh: "逾期", en: "overdue")
        case .today: Words(zh: "今天", en: "today")
        case .soon: Words(zh: "一周内", en: "within a week")
        case .later: Words(zh: "以后", en: "later")
        }
    }

    package static func < (left: Urgency, right: Urgency) -> Bool { left.order < right.order }

    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
