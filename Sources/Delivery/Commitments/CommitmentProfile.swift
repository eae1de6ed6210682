package import Rulebook

package enum CommitmentKind: String, CaseIterable, Sendable, FieldCode {
    case standingRule = "standing_rule"
    case mechanism, project, task

    package var words: Words {
        switch self {
        case .standingRule: Words(zh: "制度", en: "standing rule")
        case .mechanism: Words(zh: "机制", en: "mechanism")
        case .project: Words(zh: "项目", en: "project")
        case .task: Words(zh: "任务", en: "task")
        }
    }
}

/// The sentence from above that a commitment answers: a clause, or the directive as a whole.
package struct ClauseReference: FieldStructure, Hashable {
    package var directive = DirectiveID.blank
    package var clause: CodeName?

    package init() {}

    package init(_ directive: DirectiveID, _ clause: CodeName?) {
        self.directive = directive
        self.clause = clause
    }

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("directive", &directive)
        try visitor.optional("clause", &clause)
    }
}

/// What is owed, by whom, and until when.
package struct CommitmentProfile: FieldStructure, Hashable {
    package var kind = CommitmentKind.task
    package var title = ""
    /// 完成标准: what must be there so that anybody can see it is done.
    package var criterion = Note.blank
    /// 牵头单位
    package var lead = OrganizationID.blank
    /// 配合单位, in order.
    package var supporting: [OrganizationID] = []
    /// 责任人, where the person is known to the house.
    package var owner: PersonID?
    /// The post that answers for it, where no person is named: 分管副区长.
    package var post: String?
    package var due: Day?
    /// How often it is to be closed, where it stands for good.
    package var renewal: Renewal?
    package var alignment = Alignment()
    package var answers: [ClauseReference] = []
    /// What it is a part of.
    package var parent: CommitmentID?
    /// Its weight among the parts of the same parent.
    package var weight: Decimal?
    /// What it is carried out by.
    package var projects: [ProjectID] = []
    /// What it is measured by.
    package var indicators: [IndicatorID] = []
    /// 责任地区: issuing makes one part for each.
    package var districts: [OrganizationID] = []
    package var provenance = Provenance()

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("kind", &kind)
        try visitor.field("title", &title)
        try visitor.field("criterion", &criterion)
        try visitor.field("lead", &lead)
        try visitor.list("supporting", &supporting)
        try visitor.optional("owner", &owner)
        try visitor.optional("post", &post)
        try visitor.optional("due", &due)
        try visitor.optional("renewal", &renewal)
        try alignment.visit(&visitor)
        try visitor.list("answers", &answers)
        try visitor.optional("parent", &parent)
        try visitor.optional("weight", &weight)
        try visitor.list("projects", &projects)
        try visitor.list("indicators", &indicators)
        try visitor.list("districts", &districts)
        try provenance.visit(&visitor)
    }

    /// The lead and those that support it.
    package var houses: [OrganizationID] { [lead] + supporting }
}
