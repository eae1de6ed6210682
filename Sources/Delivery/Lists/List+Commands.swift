import Rulebook

/// Begins a list that is empty until its first edition.
package struct OpenList: ProposingCommand {
    package static let name: StaticString = "list.open"
    package static let title = Words(zh: "建立清单", en: "Open a list")
    package static let may = Role.listKeepers
    package static let refusals: [Refusal.Code] = [
        .listTaken, .organizationUnknown, .directiveUnknown, .notYours,
    ]
    package static let example = OpenList {
        $0.id = ListID(unchecked: "tisheng")
        $0.profile.title = "示例：重点工作提升清单"
        $0.profile.titleEn = "Example: the list of what is to be raised"
        $0.profile.keeper = OrganizationID(unchecked: "fagaiwei")
    }

    package var proposed = ListOpened()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        guard city.lists[proposed.id] == nil else {
            throw Refusal(
                .listTaken, field: "id", zh: "清单编号“\(proposed.id)”已使用",
                en: "there is a list \"\(proposed.id)\" already")
        }
        try requireText(proposed.profile.title, field: "title")
        try city.require(proposed.profile.keeper, field: "keeper")
        for directive in proposed.profile.directives { _ = try city.require(directive) }
        try city.requireKept(
            CommitmentList(id: proposed.id, profile: proposed.profile, records: []), asked)
    }
}

/// Opens a revision, for a directive or for a reason that is stated.
package struct ReviseList: ProposingCommand {
    package static let name: StaticString = "list.revise"
    package static let title = Words(zh: "开始修订清单", en: "Open a revision of a list")
    package static let may = Role.listKeepers
    package static let refusals: [Refusal.Code] = [
        .listUnknown, .notYours, .revisionOpen, .directiveUnknown,
    ]
    package static let example = ReviseList {
        $0.list = OpenList.example.proposed.id
        $0.reason = .text("按年度部署编制第一版")
    }

    package var proposed = RevisionOpened()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let list = try city.require(proposed.list)
        try city.requireKept(list, asked)
        if let open = list.openRevision {
            throw Refusal(
                .revisionOpen, field: "list",
                zh: "第 \(open.number) 次修订\(open.state.words.zh)，请先发布或撤回",
                en: "revision \(open.number) is open: \(open.state.words.en); publish or "
                    + "withdraw it first")
        }
        if let directive = proposed.directive { _ = try city.require(directive) }
        try proposed.reason.requireFresh(field: "reason")
        if proposed.directive == nil || proposed.reason != nil {
            try requireText(proposed.reason, field: "reason")
        }
    }
}

extension Role {
    /// Who may keep a list, of the organization that does.
    static let listKeepers: Set<Role> = [.console, .dispatcher, .supervisor]
    static let listApprovers: Set<Role> = [.leader, .supervisor]
}

extension City {
    /// The list and its revision, for those who keep it.
    func requireKept(
        _ id: ListID, _ number: Int, _ asked: Asked
    ) throws(Refusal) -> (CommitmentList, Revision) {
        let list = try require(id)
        try requireKept(list, asked)
        guard let revision = list.revision(number) else {
            throw Refusal(
                .revisionUnknown, field: "revision", zh: "清单“\(id)”没有第 \(number) 次修订",
                en: "the list \"\(id)\" has no revision \(number)")
        }
        return (list, revision)
    }

    /// The same, while its changes are being drawn.
    func requireDrawn(
        _ id: ListID, _ number: Int, _ asked: Asked
    ) throws(Refusal) -> (CommitmentList, Revision) {
        let (list, revision) = try requireKept(id, number, asked)
        guard revision.state == .drawn else {
            throw Refusal(
                .revisionNotDrawn, field: "revision",
                zh: "第 \(number) 次修订\(revision.state.words.zh)，只有拟定中的修订可以改动",
                en: "revision \(number) is \(revision.state.words.en); only one that is being "
                    + "drawn up may be changed")
        }
        return (list, revision)
    }
}
