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
    /// Who invests, or whose project it otherwise is.
    package var investor: String?
    package var totalInvestment: Known<Money>?
    package var description: Note?
    /// What projects of its kind call their last stage: 投产, 运营, 开街, 启用, 交付.
    package var wording: String?
    package var alignment = Alignment()
    package var provenance = Provenance()

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
        try visitor.optional("wording", &wording)
        try alignment.visit(&visitor)
        try provenance.visit(&visitor)
    }
}
