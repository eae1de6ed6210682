package import Rulebook

/// 更名、改由他人编制: what of a list itself was changed, as it stood before.
package struct Amendment: Sendable, Hashable {
    package var before: ListProfile
    package var reason: Note
    package var day: Day
    package var by: PersonID
    package var organization: OrganizationID?
    package var seq: Int

    init(_ before: ListProfile, _ reason: Note, _ at: Occurrence) {
        self.before = before
        self.reason = reason
        day = at.day
        by = at.actor
        organization = at.organization
        seq = at.seq
    }
}

/// Names what is to change; a field that is not named stays as it is.
package struct ListAmended: EventBody {
    package static let type: StaticString = "list.amended"
    package var list = ListID.blank
    package var title: String?
    package var titleEn: String?
    package var keeper: OrganizationID?
    package var reason = Note.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("list", &list)
        try visitor.optional("title", &title)
        try visitor.optional("title_en", &titleEn)
        try visitor.optional("keeper", &keeper)
        try visitor.field("reason", &reason)
    }

    /// The profile as it would be.
    func amended(_ profile: ListProfile) -> ListProfile {
        var profile = profile
        if let title { profile.title = title }
        if let titleEn { profile.titleEn = titleEn }
        if let keeper { profile.keeper = keeper }
        return profile
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.lists.update(list, at) {
            $0.amendments.append(Amendment($0.profile, reason, at))
            $0.profile = amended($0.profile)
        }
    }
}

/// Renames a list or gives it to another keeper. What its editions say stays as it was.
package struct AmendList: ProposingCommand {
    package static let name: StaticString = "list.amend"
    package static let title = Words(zh: "更改清单名称或编制单位", en: "Rename a list or change its keeper")
    package static let may = Role.listKeepers
    package static let refusals: [Refusal.Code] = [
        .listUnknown, .notYours, .organizationUnknown, .revisionOpen, .nothingChanges,
    ]
    package static let example = AmendList {
        $0.list = OpenList.example.proposed.id
        $0.title = "示例：年度重点工作提升清单"
        $0.reason = .text("名称与年度部署一致")
    }

    package var proposed = ListAmended()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let list = try city.require(proposed.list)
        try city.requireKept(list, asked)
        if let title = proposed.title { try requireText(title, field: "title") }
        if let titleEn = proposed.titleEn { try requireText(titleEn, field: "title_en") }
        try requireText(proposed.reason, field: "reason")
        try proposed.reason.requireFresh(field: "reason")
        let amended = proposed.amended(list.profile)
        guard amended != list.profile else {
            throw Refusal(
                .nothingChanges, zh: "清单的名称和编制单位已是如此",
                en: "the list is called and kept like this already")
        }
        guard amended.keeper != list.profile.keeper else { return }
        try city.require(amended.keeper, field: "keeper")
        // Nobody gives work to a house that is not theirs to give it to.
        var handed = list
        handed.profile = amended
        try city.requireKept(handed, field: "keeper", asked)
        if let open = list.openRevision {
            throw Refusal(
                .revisionOpen, field: "keeper",
                zh: "第 \(open.number) 次修订\(open.state.words.zh)，发布或撤回后再更换编制单位",
                en: "revision \(open.number) is \(open.state.words.en); publish or withdraw it "
                    + "before the list is given to another keeper")
        }
    }
}
