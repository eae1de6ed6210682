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

/// 下达: from here on it is owed. Each responsible district gets its part of it at once.
package struct IssueCommitment: Command {
    package static let name: StaticString = "commitment.issue"
    package static let title = Words(zh: "下达清单事项", en: "Issue a commitment")
    package static let may: Set<Role> = [.console, .dispatcher, .supervisor]
    package static let refusals: [Refusal.Code] = [
        .commitmentUnknown, .commitmentIssued, .commitmentIncomplete, .commitmentNotIssued,
        .commitmentTaken, .itemLeft, .dayInFuture, .dayTooEarly, .dayTooLate, .verifierMissing,
    ]
    package static let example = IssueCommitment {
        $0.commitment = CommitmentID(unchecked: "c-001")
        $0.day = Month(year: 2024, month: 2)?.firstDay ?? .blank
    }

    package var proposed = CommitmentIssued()

    package init() {}

    package init(_ fill: (inout CommitmentIssued) -> Void) { fill(&proposed) }

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try proposed.visit(&visitor)
    }

    package func decide(_ city: City, _ asked: Asked) throws(Refusal) -> [any EventBody] {
        let commitment = try city.requireDraft(proposed.commitment)
        try asked.requireNotFuture(proposed.day, field: "day")
        try commitment.profile.requireOwner()
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
        try city.requireNotLeft(commitment.id)
        try city.requireDueOrder(due, of: commitment)
        try city.requireVerifier(for: commitment.profile, asked)
        return [proposed] + (try parts(of: commitment, in: city))
    }

    /// For each responsible district, the draft of its part and its issue.
    private func parts(
        of commitment: Commitment, in city: City
    ) throws(Refusal) -> [any EventBody] {
        let profile = commitment.profile
        guard profile.districts.isEmpty || profile.post != nil else {
            throw Refusal(
                .commitmentIncomplete, field: "post", zh: "列有责任地区，须明确各地区的责任岗位（post）",
                en: "it names districts; name the post that answers in each of them")
        }
        var events: [any EventBody] = []
        for district in profile.districts {
            guard let id = CommitmentProfile.partID(of: commitment.id, for: district) else {
                throw Refusal(
                    .fieldTooLong, field: "commitment",
                    zh: "“\(commitment.id).\(district)”超过 64 个字符，请缩短事项编号",
                    en: "\"\(commitment.id).\(district)\" is longer than 64 characters; "
                        + "shorten the commitment's id")
            }
            guard city.commitments[id] == nil else {
                throw Refusal(
                    .commitmentTaken, field: "commitment", zh: "地区分项的编号“\(id)”已使用",
                    en: "\"\(id)\", the part of \"\(district)\", is a commitment already")
            }
            var drafted = CommitmentDrafted()
            (drafted.id, drafted.profile) = (id, profile.part(of: commitment.id, for: district))
            var issued = proposed
            issued.commitment = id
            events += [drafted, issued] as [any EventBody]
        }
        return events
    }
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
        if let issued = commitment.issued {
            throw Refusal(
                .commitmentIssued, field: "commitment", zh: "事项“\(id)”已于 \(issued.day) 下达",
                en: "\"\(id)\" was issued on \(issued.day)")
        }
        return commitment
    }

    /// What an edition took off its list is not owed by the back door; put on a list again it may
    /// be.
    fileprivate func requireNotLeft(_ id: CommitmentID) throws(Refusal) {
        guard let listing = listings[id], listing.standing != .listed else { return }
        throw Refusal(
            .itemLeft, field: "commitment",
            zh: "事项“\(id)”已由清单“\(listing.list)”第 \(listing.edition) 版移出，重新列入清单后方可下达",
            en: "\"\(id)\" left the list \"\(listing.list)\" by edition \(listing.edition); "
                + "it may be issued once it is on a list again")
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
}
