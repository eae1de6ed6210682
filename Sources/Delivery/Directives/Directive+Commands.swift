import Rulebook

package struct RegisterDirective: ProposingCommand {
    package static let name: StaticString = "directive.register"
    package static let title = Words(zh: "登记指示部署", en: "Register a directive and its clauses")
    package static let may: Set<Role> = [.console, .dispatcher, .supervisor]
    package static let refusals: [Refusal.Code] =
        [.directiveTaken, .clauseTwice, .dayInFuture] + Provenance.refusals
    package static let example = RegisterDirective {
        $0.id = DirectiveID(unchecked: "d-2024-01")
        $0.profile.title = "示例：关于加快项目建设的部署"
        $0.profile.titleEn = "Example: on building projects faster"
        $0.profile.issuer = "示例市政府"
        $0.profile.day = Month(year: 2024, month: 1)?.firstDay
        $0.profile.clauses = [
            Clause(CodeName(unchecked: "1"), .text("年内新开工亿元以上项目 20 个")),
            Clause(CodeName(unchecked: "2"), .text("建立重大项目月度调度机制")),
        ]
    }

    package var proposed = DirectiveRegistered()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        guard city.directives[proposed.id] == nil else {
            throw Refusal(
                .directiveTaken, field: "id", zh: "编号“\(proposed.id)”已登记",
                en: "the directive \"\(proposed.id)\" is registered already")
        }
        try city.check(proposed.profile, standing: nil, asked)
    }
}

/// Replaces the whole directive. A clause that a commitment answers stays.
package struct ReviseDirective: ProposingCommand {
    package static let name: StaticString = "directive.revise"
    package static let title = Words(zh: "修改指示部署", en: "Revise a directive")
    package static let may: Set<Role> = [.console, .dispatcher, .supervisor]
    package static let refusals: [Refusal.Code] =
        [.directiveUnknown, .clauseTwice, .clauseAnswered, .dayInFuture, .nothingChanges]
        + Provenance.refusals
    package static let example = ReviseDirective {
        $0.directive = DirectiveID(unchecked: "d-2024-01")
        $0.profile = RegisterDirective.example.proposed.profile
        $0.profile.clauses.append(
            Clause(CodeName(unchecked: "3"), .text("每月通报一次进展")))
    }

    package var proposed = DirectiveRevised()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let directive = try city.require(proposed.directive)
        try city.check(proposed.profile, standing: directive.profile, asked)
        for commitment in city.commitments.all {
            for answer in commitment.profile.answers where answer.directive == directive.id {
                guard let clause = answer.clause, proposed.profile.clause(clause) == nil else {
                    continue
                }
                throw Refusal(
                    .clauseAnswered, field: "clauses",
                    zh: "第“\(clause)”条由事项“\(commitment.id)”落实，不能删去",
                    en: "the clause \"\(clause)\" is answered by \"\(commitment.id)\" "
                        + "and cannot be left out")
            }
        }
        guard directive.profile != proposed.profile else {
            throw Refusal(
                .nothingChanges, zh: "该部署已如此登记", en: "the directive is registered like this already"
            )
        }
    }
}

extension City {
    package func require(_ id: DirectiveID) throws(Refusal) -> Directive {
        guard let directive = directives[id] else {
            throw Refusal(
                .directiveUnknown, field: "directive", zh: "没有编号为“\(id)”的指示部署，请先登记",
                en: "there is no directive \"\(id)\"; register it first")
        }
        return directive
    }

    fileprivate func check(
        _ profile: DirectiveProfile, standing: DirectiveProfile?, _ asked: Asked
    ) throws(Refusal) {
        try requireText(profile.title, field: "title")
        try requireText(profile.issuer, field: "issuer")
        if let day = profile.day { try asked.requireNotFuture(day, field: "day") }
        try check(profile.provenance, doubts: [standing?.provenance.doubt])
        let texts = standing?.clauses.map(\.text) ?? []
        var seen: Set<CodeName> = []
        for (index, clause) in profile.clauses.enumerated() {
            let place = "clauses[\(index)]"
            try requireText(clause.text, field: place + ".text")
            try clause.text.requireFresh(among: texts, field: place + ".text")
            guard seen.insert(clause.id).inserted else {
                throw Refusal(
                    .clauseTwice, field: place + ".id", zh: "条款编号“\(clause.id)”出现了两次",
                    en: "the clause id \"\(clause.id)\" stands twice")
            }
        }
    }
}
