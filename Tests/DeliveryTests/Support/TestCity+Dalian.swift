import Delivery
import Rulebook

extension Actor {
    static func person(_ id: String, _ home: String, _ roles: Set<Role>) -> Actor {
        Actor(
            person: PersonID(unchecked: id), organization: OrganizationID(unchecked: home),
            roles: roles)
    }

    static let dispatcher = person("diaodu", "fagaiwei", [.dispatcher])
    static let inspector = person("ducha", "fagaiwei", [.inspector])
    static let departmentReporter = person("gongxin", "gongxinju", [.departmentReporter])
    static let zhongshan = person("zs", "zhongshan", [.districtReporter])
    static let zhongshanInspector = person("zs-ducha", "zhongshan", [.inspector])
    static let parkInspector = person("yq-ducha", "yuanqu", [.inspector])
    static let xigang = person("xg", "xigang", [.districtReporter])
    static let leader = person("lingdao", "dalian", [.leader])
    static let system = person("xitong", "dalian", [.systemAdministrator])
    static let security = person("anquan", "dalian", [.securityAdministrator])
    static let enterprise = person("qiye", "yuanqu", [.enterprise])
    static let homeless = Actor(
        person: PersonID(unchecked: "x"), organization: nil, roles: [.dispatcher, .inspector])
}

extension TestCity {
    /// The root `dalian`; the districts `zhongshan` and `xigang` in one race group and `changhai`
    /// in another; the park `yuanqu` in zhongshan; the departments `fagaiwei` and `gongxinju`;
    /// `old`, closed in 2023. The project `p1` is zhongshan's, `p2` xigang's and suspended, `p3`
    /// terminated, `park` credited to the park, `gov` of the government's track. The finding
    /// `f1` stands open at zhongshan.
    static func dalian() throws -> TestCity {
        var test = TestCity()
        try test.accept(ConfigureCity.example, as: .console)
        try test.register("dalian", .government, in: nil)
        try test.register("zhongshan", .district, in: "dalian", group: "主城区")
        try test.register("xigang", .district, in: "dalian", group: "主城区")
        try test.register("changhai", .district, in: "dalian", group: "涉农区")
        try test.register("yuanqu", .park, in: "zhongshan")
        try test.register("fagaiwei", .department, in: "dalian")
        try test.register("gongxinju", .department, in: "dalian")
        try test.register("old", .district, in: "dalian")
        try test.accept(
            CloseOrganization {
                $0.organization = organization("old")
                $0.from = day("2023-06-01")
            }, as: .console)
        try test.accept(AppointPerson.example, as: .console)
        try test.register(project: "p1", of: "zhongshan")
        try test.register(project: "p2", of: "xigang")
        try test.register(project: "p3", of: "xigang")
        try test.register(project: "park", of: "yuanqu")
        try test.register(project: "gov", of: "zhongshan", track: .government)
        try test.change("p2", .suspended)
        try test.change("p3", .terminated)
        try test.accept(RecordFinding.example, as: .inspector)
        return test
    }

    mutating func register(
        _ id: String, _ kind: OrganizationKind, in parent: String?, group: String? = nil
    ) throws {
        try accept(
            RegisterOrganization {
                $0.id = organization(id)
                $0.kind = kind
                $0.name = id
                $0.parent = parent.map(organization)
                $0.group = group
                $0.from = day("2020-01-01")
            }, as: .console)
    }

    mutating func register(
        project id: String, of owner: String, track: Track = .attracted
    ) throws {
        try accept(
            RegisterProject {
                $0.id = ProjectID(unchecked: id)
                $0.profile.name = "项目 \(id)"
                $0.profile.track = track
                $0.profile.lead = organization(owner)
                $0.credits = [Credit(organization(owner), .whole)]
                $0.from = day("2024-01-01")
            }, as: .console)
    }

    mutating func change(_ id: String, _ change: StandingChange) throws {
        try accept(standing(id, change), as: .dispatcher)
    }

    /// Claims a stage of `p1` with all its evidence and returns the claim's number.
    @discardableResult
    mutating func claim(
        _ stage: Stage, on text: String, project id: String = "p1", as actor: Actor = .zhongshan
    ) throws -> Int {
        try accept(claiming(stage, on: text, project: id), as: actor)
        return project(id).claims.count
    }

    mutating func recognise(_ stage: Stage, on text: String) throws {
        let number = try claim(stage, on: text)
        try accept(recognising(number, on: text), as: .dispatcher)
    }
}

func standing(
    _ id: String, _ change: StandingChange, on text: String = "2024-08-01"
) -> ChangeProjectStanding {
    ChangeProjectStanding {
        $0.project = ProjectID(unchecked: id)
        $0.change = change
        $0.day = day(text)
        $0.reason = .text("投资方调整计划")
    }
}

func claiming(_ stage: Stage, on text: String, project: String = "p1") -> ClaimStage {
    ClaimStage {
        $0.project = ProjectID(unchecked: project)
        $0.stage = stage
        $0.day = day(text)
        $0.evidence = stage.requiredEvidence.map(evidence)
    }
}

func recognising(_ claim: Int, on text: String, project: String = "p1") -> RecogniseStage {
    RecogniseStage {
        $0.project = ProjectID(unchecked: project)
        $0.claim = claim
        $0.day = day(text)
    }
}

func refusing(_ claim: Int, project: String = "p1") -> RefuseStage {
    RefuseStage {
        $0.project = ProjectID(unchecked: project)
        $0.claim = claim
        $0.because = .notOnSite
    }
}

func revoking(_ claim: Int, project: String = "p1") -> RevokeRecognition {
    RevokeRecognition {
        $0.project = ProjectID(unchecked: project)
        $0.claim = claim
        $0.because = .countedTwice
    }
}
