import HashTreeCollections
import Rulebook

package struct DraftCommitment: ProposingCommand {
    package static let name: StaticString = "commitment.draft"
    package static let title = Words(zh: "草拟清单事项", en: "Draft a commitment")
    package static let may: Set<Role> = Role.registrars.union([.supervisor])
    package static let refusals: [Refusal.Code] =
        [.commitmentTaken] + CommitmentProfile.refusals
    package static let example = DraftCommitment {
        $0.id = CommitmentID(unchecked: "c-001")
        $0.profile.kind = .task
        $0.profile.title = "示例：年内新开工亿元以上项目 20 个"
        $0.profile.criterion = .text("20 个项目取得施工许可并有现场照片")
        $0.profile.lead = OrganizationID(unchecked: "zhongshan")
        $0.profile.post = "分管副区长"
        $0.profile.due = Month(year: 2024, month: 12)?.lastDay
    }

    package var proposed = CommitmentDrafted()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        guard city.commitments[proposed.id] == nil else {
            throw Refusal(
                .commitmentTaken, field: "id", zh: "事项编号“\(proposed.id)”已使用",
                en: "\"\(proposed.id)\" is a commitment already")
        }
        try city.check(proposed.profile, of: proposed.id, standing: nil)
        try city.requireOwn([proposed.profile.lead], field: "lead", asked)
    }
}

/// Replaces a draft. What was issued changes only by adjustment.
package struct RedraftCommitment: ProposingCommand {
    package static let name: StaticString = "commitment.redraft"
    package static let title = Words(zh: "修改草拟事项", en: "Redraft a commitment")
    package static let may: Set<Role> = Role.registrars.union([.supervisor])
    package static let refusals: [Refusal.Code] =
        [.commitmentIssued, .nothingChanges]
        + CommitmentProfile.refusals
    package static let example = RedraftCommitment {
        $0.commitment = CommitmentID(unchecked: "c-001")
        $0.profile = DraftCommitment.example.proposed.profile
        $0.profile.title = "示例：年内新开工亿元以上项目 22 个"
    }

    package var proposed = CommitmentRedrafted()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let commitment = try city.requireDraft(proposed.commitment)
        try city.requireOwn([commitment.profile.lead], field: "commitment", asked)
        try city.check(
            proposed.profile, of: commitment.id, standing: commitment.profile)
        try city.requireOwn([proposed.profile.lead], field: "lead", asked)
        guard commitment.profile != proposed.profile else {
            throw Refusal(
                .nothingChanges, zh: "该事项已如此草拟", en: "the commitment is drafted like this already")
        }
    }
}

/// 下达: from here on it is owed.
package struct IssueCommitment: ProposingCommand {
    package static let name: StaticString = "commitment.issue"
    package static let title = Words(zh: "下达清单事项", en: "Issue a commitment")
    package static let may: Set<Role> = [.console, .dispatcher, .supervisor]
    package static let refusals: [Refusal.Code] = [
        .commitmentUnknown, .commitmentIssued, .commitmentIncomplete, .commitmentNotIssued,
        .dayInFuture, .dayTooEarly,
    ]
    package static let example = IssueCommitment {
        $0.commitment = CommitmentID(unchecked: "c-001")
        $0.day = Month(year: 2024, month: 2)?.firstDay ?? .blank
    }

    package var proposed = CommitmentIssued()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let commitment = try city.requireDraft(proposed.commitment)
        try asked.requireNotFuture(proposed.day, field: "day")
        guard commitment.profile.owner != nil || commitment.profile.post != nil else {
            throw Refusal(
                .commitmentIncomplete, field: "owner", zh: "下达前须明确责任人（owner）或责任岗位（post）",
                en: "name who owes it, the owner or a post, before it is issued")
        }
        guard let due = commitment.profile.due else {
            throw Refusal(
                .commitmentIncomplete, field: "due", zh: "下达前须明确完成时限（due）",
                en: "say until when it is owed, due, before it is issued")
        }
        guard proposed.day <= due else {
            throw Refusal(
                .dayTooEarly, field: "day", zh: "完成时限 \(due) 早于下达日 \(proposed.day)",
                en: "it is due on \(due), before the day of issue, \(proposed.day)")
        }
        if let id = commitment.profile.parent, let parent = city.commitments[id] {
            _ = try parent.requireIssued(field: "commitment")
        }
    }
}

extension CommitmentProfile {
    static let refusals: [Refusal.Code] =
        [
            .organizationUnknown, .organizationTwice, .notYours, .directiveUnknown,
            .clauseUnknown, .commitmentUnknown, .commitmentCycle, .commitmentDone,
            .projectUnknown, .indicatorUnknown, .weightMalformed,
        ] + Alignment.refusals + Provenance.refusals
}

extension City {
    package func require(
        _ id: CommitmentID, field: String = "commitment"
    ) throws(Refusal) -> Commitment {
        guard let commitment = commitments[id] else {
            throw Refusal(
                .commitmentUnknown, field: field, zh: "没有编号为“\(id)”的事项",
                en: "there is no commitment \"\(id)\"")
        }
        return commitment
    }

    fileprivate func requireDraft(_ id: CommitmentID) throws(Refusal) -> Commitment {
        let commitment = try require(id)
        if let issued = commitment.step(.issued) {
            throw Refusal(
                .commitmentIssued, field: "commitment", zh: "事项“\(id)”已于 \(issued.day) 下达",
                en: "\"\(id)\" was issued on \(issued.day)")
        }
        return commitment
    }

    /// A reporter speaks for houses of the own subtree only.
    func requireOwn(
        _ houses: [OrganizationID], field: String, _ asked: Asked
    ) throws(Refusal) {
        guard let home = asked.actor.organization else { return }
        let cityWide: Set<Role> = [.dispatcher, .supervisor]
        if !asked.actor.roles.isDisjoint(with: cityWide) { return }
        guard !houses.contains(where: { organizations.isWithin($0, home, on: asked.today) })
        else { return }
        let names = houses.map(\.text).joined(separator: ", ")
        throw Refusal(
            .notYours, field: field, zh: "由“\(names)”负责，“\(home)”不能办理",
            en: "\"\(names)\" answers for it, not \"\(home)\"")
    }

    fileprivate func check(
        _ profile: CommitmentProfile, of id: CommitmentID, standing: CommitmentProfile?
    ) throws(Refusal) {
        try requireText(profile.title, field: "title")
        try requireText(profile.criterion, field: "criterion")
        try profile.criterion.requireFresh(among: [standing?.criterion], field: "criterion")
        try check(profile.alignment)
        try check(profile.provenance, doubts: [standing?.provenance.doubt])
        try checkHouses(of: profile)
        for answer in profile.answers {
            let directive = try require(answer.directive)
            guard let clause = answer.clause, directive.profile.clause(clause) == nil else {
                continue
            }
            throw Refusal(
                .clauseUnknown, field: "answers", zh: "“\(directive.id)”没有第“\(clause)”条",
                en: "\"\(directive.id)\" has no clause \"\(clause)\"")
        }
        for project in profile.projects { _ = try require(project) }
        for indicator in profile.indicators { _ = try require(indicator) }
        if let weight = profile.weight, weight.isNegative || weight == .zero {
            throw Refusal(
                .weightMalformed, field: "weight", zh: "权重应大于 0，而不是 \(weight)",
                en: "a weight is more than 0, not \(weight)")
        }
        guard let parent = profile.parent else { return }
        try checkAncestry(of: id, parent: parent)
        if commitments[parent]?.isDone == true {
            throw Refusal(
                .commitmentDone, field: "parent", zh: "上级事项“\(parent)”已报结，不能再增加下级",
                en: "\"\(parent)\" is reported done and takes no more parts")
        }
    }

    private func checkHouses(of profile: CommitmentProfile) throws(Refusal) {
        var seen: Set<OrganizationID> = []
        for (index, house) in profile.houses.enumerated() {
            let field = index == 0 ? "lead" : "supporting"
            try require(house, field: field)
            guard seen.insert(house).inserted else {
                throw Refusal(
                    .organizationTwice, field: field, zh: "“\(house)”出现了两次，牵头或配合只写一次",
                    en: "\"\(house)\" stands twice; it leads or supports, once")
            }
        }
        if let owner = profile.owner, people[owner] == nil {
            throw Refusal(
                .personUnknown, field: "owner", zh: "没有编号为“\(owner)”的人员，可改写责任岗位（post）",
                en: "there is no person \"\(owner)\"; a post may be named instead")
        }
    }

    private func checkAncestry(
        of id: CommitmentID, parent: CommitmentID
    ) throws(Refusal) {
        var above: CommitmentID? = parent
        while let current = above {
            guard current != id else {
                throw Refusal(
                    .commitmentCycle, field: "parent", zh: "“\(id)”不能是自身的下级",
                    en: "\"\(id)\" cannot be a part of itself")
            }
            above = try require(current, field: "parent").profile.parent
        }
    }
}
