import HashTreeCollections
import Rulebook

extension CommitmentProfile {
    static let refusals: [Refusal.Code] =
        [
            .organizationUnknown, .organizationTwice, .notYours, .directiveUnknown,
            .clauseUnknown, .commitmentUnknown, .commitmentCycle, .commitmentDone,
            .commitmentCancelled, .projectUnknown, .indicatorUnknown, .weightMalformed,
        ] + Alignment.refusals + Provenance.refusals
}

extension CommitmentProfile {
    /// Somebody answers for what is issued.
    func requireOwner() throws(Refusal) {
        guard owner == nil, post == nil else { return }
        throw Refusal(
            .commitmentIncomplete, field: "owner", zh: "须明确责任人（owner）或责任岗位（post）",
            en: "name who owes it, the owner or a post")
    }
}

extension City {
    func check(
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
        try commitments[parent]?.requireNotReported(field: "parent")
    }

    /// The lead, those that support it and the responsible districts, each known and named once.
    func checkHouses(of profile: CommitmentProfile) throws(Refusal) {
        var seen: Set<OrganizationID> = []
        for (index, house) in (profile.houses + profile.districts).enumerated() {
            let isDistrict = index >= profile.houses.count
            let field = index == 0 ? "lead" : isDistrict ? "districts" : "supporting"
            try require(house, field: field)
            guard seen.insert(house).inserted else {
                throw Refusal(
                    .organizationTwice, field: field, zh: "“\(house)”出现了两次，牵头、配合或责任地区只写一次",
                    en: "\"\(house)\" stands twice; it leads, supports or does a part, once")
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
