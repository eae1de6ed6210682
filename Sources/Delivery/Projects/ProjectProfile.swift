/// What a project is, apart from how far it has come.
package struct ProjectProfile: Fielded, FieldStructure, Hashable {
    package var name = ""
    package var track = Track.attracted
    /// National project code, GB/T 40058-2021, 24 characters.
    package var code: NationalProjectCode?
    /// Who answers for it.
    package var lead: OrganizationID?
    /// Others at work on it, in order.
    package var partners: [OrganizationID] = []
    package var place: Known<String>?
    package var industry: String?
    package var cluster: CodeName?
    /// 战新: of a strategic emerging industry.
    package var strategic = false
    package var investor: String?
    package var totalInvestment: Known<Money>?
    package var description: Note?

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("name", &name)
        try visitor.field("track", &track)
        try visitor.optional("code", &code)
        try visitor.optional("lead", &lead)
        try visitor.list("partners", &partners)
        try visitor.optional("place", &place)
        try visitor.optional("industry", &industry)
        try visitor.optional("cluster", &cluster)
        try visitor.flag("strategic", &strategic)
        try visitor.optional("investor", &investor)
        try visitor.optional("total_investment", &totalInvestment)
        try visitor.optional("description", &description)
    }
}
