/// How far a commitment has come.
package enum CommitmentState: String, CaseIterable, Sendable, Hashable {
    case draft, issued, acknowledged
    case inProgress = "in_progress"
    /// 报结: the lead says that it is done. Nobody else has looked yet.
    case reportedDone = "reported_done"
    /// 复核: somebody from outside has looked and found it so.
    case verified
    /// 销号: closed, the only state in which it is done.
    case struckOff = "struck_off"
    /// 退回: it was not found done, and is worked on again.
    case returned
    /// 中止: not owed until it is resumed.
    case suspended
    /// 撤销: never owed again.
    case cancelled

    package var words: Words {
        switch self {
        case .draft: Words(zh: "草拟", en: "draft")
        case .issued: Words(zh: "已下达", en: "issued")
        case .acknowledged: Words(zh: "已签收", en: "acknowledged")
        case .inProgress: Words(zh: "办理中", en: "in progress")
        case .reportedDone: Words(zh: "已报结", en: "reported done")
        case .verified: Words(zh: "已复核", en: "verified")
        case .struckOff: Words(zh: "已销号", en: "struck off")
        case .returned: Words(zh: "已退回", en: "returned")
        case .suspended: Words(zh: "已中止", en: "suspended")
        case .cancelled: Words(zh: "已撤销", en: "cancelled")
        }
    }

    /// Whether nothing of it is owed any more.
    package var isOver: Bool { self == .struckOff || self == .cancelled }

    /// Whether those who carry it out have it in their hands.
    package var isAtWork: Bool { [.acknowledged, .inProgress, .returned].contains(self) }

    /// Whether the lead has said that it is done, and others have yet to strike it off.
    package var isReported: Bool { self == .reportedDone || self == .verified }

    /// The states that may come after it. A suspended one comes back to where it was; one that
    /// another house leads from then on stands issued again.
    var next: Set<CommitmentState> {
        switch self {
        case .draft: [.issued]
        case .issued: [.issued, .acknowledged, .suspended, .cancelled]
        case .acknowledged:
            [.issued, .inProgress, .reportedDone, .suspended, .cancelled]
        case .inProgress: [.issued, .reportedDone, .suspended, .cancelled]
        case .reportedDone: [.verified, .returned]
        case .verified: [.struckOff, .returned]
        case .struckOff: [.acknowledged]
        case .returned:
            [.issued, .inProgress, .reportedDone, .suspended, .cancelled]
        case .suspended: [.issued, .acknowledged, .inProgress, .returned, .cancelled]
        case .cancelled: []
        }
    }
}
