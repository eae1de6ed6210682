import Rulebook

/// 公开: from here on everybody reads the edition, and where each of its items stands. Whoever drew
/// the edition up does not decide that it is made public.
package struct DiscloseEdition: ProposingCommand {
    package static let name: StaticString = "list.disclose"
    package static let title = Words(zh: "向社会公开清单", en: "Make an edition public")
    package static let may = Role.listApprovers
    package static let refusals: [Refusal.Code] = [
        .listUnknown, .notYours, .editionUnknown, .editionDisclosed, .samePerson,
    ]
    package static let example = DiscloseEdition {
        ($0.list, $0.edition) = (OpenList.example.proposed.id, 1)
        $0.reason = .text("年度实事，向社会公开承诺")
    }

    package var proposed = EditionDisclosed()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let list = try city.require(proposed.list)
        try city.requireKept(list, asked)
        guard let edition = list.edition(proposed.edition) else {
            throw Refusal(
                .editionUnknown, field: "edition",
                zh: "清单“\(list.id)”没有第 \(proposed.edition) 版，只有已发布的版次可以公开",
                en: "the list \"\(list.id)\" has no edition \(proposed.edition); only one that "
                    + "is published can be made public")
        }
        // An earlier one would quietly take back what the public one says.
        if let known = list.disclosedEdition, known.number >= edition.number {
            throw Refusal(
                .editionDisclosed, field: "edition", zh: "第 \(known.number) 版已公开，只能改为公开更新的一版",
                en: "edition \(known.number) is public; only a later one can take its place")
        }
        if list.revision(edition.revision)?.authors.contains(asked.actor.person) == true {
            throw Refusal(
                .samePerson, field: "edition", zh: "参与拟定的人不能决定公开，请由他人决定",
                en: "whoever drew the edition up does not make it public; somebody else must")
        }
        try requireText(proposed.reason, field: "reason")
        try proposed.reason.requireFresh(field: "reason")
    }
}

/// 停止公开: nothing of the list is public any more. Any approver may, and at once: what should not
/// have been shown is not kept in sight for want of a second person.
package struct ConcealList: ProposingCommand {
    package static let name: StaticString = "list.conceal"
    package static let title = Words(zh: "停止公开清单", en: "Take a list out of public view")
    package static let may = Role.listApprovers
    package static let refusals: [Refusal.Code] = [.listUnknown, .notYours, .editionNotDisclosed]
    package static let example = ConcealList {
        $0.list = OpenList.example.proposed.id
        $0.reason = .text("个别表述有误，更正后再公开")
    }

    package var proposed = ListConcealed()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let list = try city.require(proposed.list)
        try city.requireKept(list, asked)
        guard list.disclosure != nil else {
            throw Refusal(
                .editionNotDisclosed, field: "list", zh: "清单“\(list.id)”没有公开",
                en: "nothing of the list \"\(list.id)\" is public")
        }
        try requireText(proposed.reason, field: "reason")
        try proposed.reason.requireFresh(field: "reason")
    }
}
