import Delivery
import JSON
import Rulebook

extension Entity {
    /// A project with its profile and credits; recognised by its id, or by its national code,
    /// and then the id of the city holds.
    static let project = Entity(
        name: "project", words: Words(zh: "项目", en: "project"),
        command: "project.register", fields: fields(of: "project.register"),
        defaultKey: ["id"], onlyWhenNew: ["id", "from"],
        held: { wanted, key, holding in
            guard let project = heldProject(wanted, key, holding.city) else { return nil }
            var event = ProjectRegistered()
            event.id = project.id
            event.profile = project.profile
            event.profile.description = holding.open(project.profile.description)
            event.profile.provenance.doubt = holding.open(project.profile.provenance.doubt)
            let credits = project.credits.latest
            event.credits = credits?.value ?? []
            event.from = credits?.from ?? .blank
            return object(event)
        },
        change: { wanted, held, fields in
            let id = held["id"]
            var commands: [JSON] = []
            if fields.contains(where: { $0 != "credits" }) {
                let profile = wanted.setting("id", nil).setting("from", nil)
                    .setting("credits", nil)
                commands.append(
                    profile.setting("project", id).setting("cmd", .string("project.revise")))
            }
            if fields.contains("credits") {
                let credit = wanted.keeping(["credits", "from"])
                commands.append(
                    credit.setting("project", id).setting("cmd", .string("project.credit")))
            }
            return commands
        })

    private static func heldProject(_ wanted: JSON, _ key: [String], _ city: City) -> Project? {
        if key == ["code"] {
            let code = wanted["code"]?.stringValue.flatMap { NationalProjectCode($0) }
            return code.flatMap { city.projects.project(coded: $0) }
        }
        return projectID(wanted, "id").flatMap { city.projects[$0] }
    }

    static func projectID(_ wanted: JSON, _ field: String) -> ProjectID? {
        wanted[field]?.stringValue.flatMap { ProjectID($0) }
    }

    /// A report of a project as of a day. A changed one is a new vintage beside the old.
    static let projectReport = Entity(
        name: "project.report", words: Words(zh: "项目进展报告", en: "progress report"),
        command: "project.report", fields: fields(of: "project.report"),
        defaultKey: ["project", "as_of"], onlyWhenNew: [],
        held: { wanted, _, holding in
            guard let id = projectID(wanted, "project"), let project = holding.city.projects[id],
                let day = wanted["as_of"]?.stringValue.flatMap({ Day($0) }),
                let report = project.reports.last(where: { $0.asOf == day })
            else { return nil }
            var event = ProjectReported()
            event.project = id
            event.asOf = report.asOf
            event.stage = report.stage
            event.wording = report.wording
            event.reached = report.reached
            event.totalInvestment = report.totalInvestment
            event.totalInvestmentChange = report.totalInvestmentChange
            event.completion = report.completion
            event.completionChange = report.completionChange
            event.started = report.started
            event.note = holding.open(report.note)
            event.provenance = report.provenance
            event.provenance.doubt = holding.open(report.provenance.doubt)
            return object(event)
        },
        change: { wanted, _, _ in [wanted.setting("cmd", .string("project.report"))] })

    /// A district's word that a stage was reached. The same word with the same evidence again is
    /// nothing new, whatever became of it; another is a further claim.
    static let projectClaim = Entity(
        name: "project.claim", words: Words(zh: "环节申报", en: "stage claim"),
        command: "project.claimStage", fields: fields(of: "project.claimStage"),
        defaultKey: ["project", "stage", "day"], onlyWhenNew: [],
        held: { wanted, _, holding in
            guard let id = projectID(wanted, "project"), let project = holding.city.projects[id],
                let day = wanted["day"]?.stringValue.flatMap({ Day($0) }),
                let stage = wanted["stage"]?.stringValue.flatMap({ Stage(rawValue: $0) }),
                let claim = project.claims.last(where: { $0.stage == stage && $0.day == day }),
                !claim.isWithdrawn
            else { return nil }
            var event = StageClaimed()
            event.project = id
            (event.stage, event.day) = (claim.stage, claim.day)
            event.evidence = claim.evidence.map { evidence in
                var open = evidence
                open.name = holding.open(evidence.name)
                return open
            }
            return object(event)
        },
        change: { wanted, _, _ in [wanted.setting("cmd", .string("project.claimStage"))] })

    /// Investment done in a month.
    static let projectInvestment = Entity(
        name: "project.investment", words: Words(zh: "项目月度投资", en: "monthly investment"),
        command: "project.reportInvestment", fields: fields(of: "project.reportInvestment"),
        defaultKey: ["project", "month"], onlyWhenNew: [],
        held: { wanted, _, holding in
            guard let id = projectID(wanted, "project"), let project = holding.city.projects[id],
                let month = wanted["month"]?.stringValue.flatMap({ Month($0) }),
                let entry = project.invested(in: month)
            else { return nil }
            var event = InvestmentReported()
            event.project = id
            event.month = month
            event.amount = entry.amount
            return object(event)
        },
        change: { wanted, _, _ in [wanted.setting("cmd", .string("project.reportInvestment"))] })

    /// The city's plan of a project's investment in a year.
    static let projectPlan = Entity(
        name: "project.plan", words: Words(zh: "项目年度计划", en: "yearly plan"),
        command: "project.planYear", fields: fields(of: "project.planYear"),
        defaultKey: ["project", "year"], onlyWhenNew: [],
        held: { wanted, _, holding in
            guard let id = projectID(wanted, "project"), let project = holding.city.projects[id],
                let year = wanted["year"]?.intValue, let plan = project.plans[year]
            else { return nil }
            var event = YearPlanned()
            event.project = id
            event.year = year
            event.amount = plan.amount
            return object(event)
        },
        change: { wanted, _, _ in [wanted.setting("cmd", .string("project.planYear"))] })
}
