import Delivery
import HashTreeCollections
import Rulebook
import Testing

@Suite("Projects")
struct ProjectTests {
    @Test("a district registers its own project")
    func registered() throws {
        // Given
        var test = try TestCity.dalian()
        // When
        try test.accept(RegisterProject.example, as: .zhongshan)
        // Then
        let project = test.project("zhongshan-00001")
        #expect(project.profile.name == "示例新材料项目")
        #expect(project.profile.strategic)
        #expect(project.totalInvestment == .known(money("1250000000")))
        #expect(project.credits.value(on: day("2024-02-29")) == nil)
        #expect(
            project.credits.value(on: day("2024-03-01"))
                == [Credit(organization("zhongshan"), .whole)])
        #expect(project.records == [test.city.size - 1])
    }

    @Test("a project may be credited to nobody")
    func creditedToNobody() throws {
        var test = try TestCity.dalian()
        try test.accept(credit("p1", []), as: .dispatcher)
        #expect(test.project().credits.value(on: day("2024-07-01")) == [])
    }

    @Test("a national code finds its project and moves with a revision")
    func codes() throws {
        // Given a project with a code
        var test = try TestCity.dalian()
        let code = try #require(NationalProjectCode("2404-210213-04-01-123456"))
        try test.accept(revision("p1") { $0.code = code }, as: .zhongshan)
        #expect(test.city.projects.project(coded: code)?.id.text == "p1")
        // When the revision says the same code again, then it is not taken by another
        #expect(test.refusal(of: revision("p1") { $0.code = code }, as: .zhongshan) == nil)
        // When the code is given up, then another project may have it
        try test.accept(revision("p1"), as: .zhongshan)
        #expect(test.city.projects.project(coded: code) == nil)
        try test.accept(revision("p2") { $0.code = code }, as: .xigang)
        #expect(test.city.projects.project(coded: code)?.id.text == "p2")
    }

    @Test(
        "a national code has its 24 characters",
        arguments: [
            "2404-210213-04-01-12345", "2404-210213-04-01-1234567", "2404_210213_04_01_123456",
            "24O4-210213-04-01-123456", "", "２404-210213-04-01-123456",
        ])
    func malformedCodes(_ text: String) {
        #expect(NationalProjectCode(text) == nil)
    }

    @Test("credits hold from their day and sum to one on every day")
    func datedCredits() throws {
        var test = try TestCity.dalian()
        try test.accept(
            credit(
                "p1",
                [
                    Credit(organization("zhongshan"), share("0.600001")),
                    Credit(organization("changhai"), share("0.399999")),
                ]), as: .dispatcher)
        let credits = test.project().credits
        #expect(credits.value(on: day("2024-06-30"))?.count == 1)
        #expect(
            credits.value(on: day("2024-07-01"))?.map(\.share.millionths) == [600_001, 399_999])
    }

    @Test(
        "a share is more than nothing, at most one, with at most six places",
        arguments: ["0", "-0.5", "1.000001", "0.0000001", "1e-1", "", "0.5 ", "１"])
    func malformedShares(_ text: String) {
        #expect(Share(text) == nil)
    }

    @Test("a credited district may speak for a project that another one leads")
    func creditedSpeak() throws {
        var test = try TestCity.dalian()
        #expect(test.refusal(of: investment("p1"), as: .xigang)?.code == .notYours)
        try test.accept(credit("p1", halves("zhongshan", "xigang")), as: .dispatcher)
        #expect(test.refusal(of: investment("p1"), as: .xigang) == nil)
    }

    @Test("a district speaks for the projects of its parks")
    func parksSpeak() throws {
        let test = try TestCity.dalian()
        #expect(test.refusal(of: investment("park"), as: .zhongshan) == nil)
        #expect(test.refusal(of: investment("park"), as: .xigang)?.code == .notYours)
    }

    @Test("a project is suspended, resumed and terminated")
    func standings() throws {
        var test = try TestCity.dalian()
        try test.change("p1", .suspended)
        #expect(test.project().standing == .suspended(from: day("2024-08-01")))
        try test.change("p1", .resumed)
        #expect(test.project().standing == .active)
        try test.change("p1", .terminated)
        #expect(test.project().standing == .terminated(on: day("2024-08-01")))
        let refusal = test.refusal(of: standing("p1", .resumed), as: .dispatcher)
        #expect(refusal?.code == .projectTerminated)
    }

    @Test("a report keeps what is unknown, with its reason and the source's words")
    func unknownValues() throws {
        // Given
        var test = try TestCity.dalian()
        // When
        try test.accept(report("p1"), as: .zhongshan)
        // Then
        let project = test.project()
        #expect(
            project.reports.first?.completion
                == .unknown(.implausibleDate, source: "2204-12-31"))
        #expect(project.stage == .building)
        #expect(project.totalInvestment == .known(money("1300000000")))
    }

    @Test("reports stand in the order of their days and none replaces another")
    func vintages() throws {
        // Given reports of September and June, recorded in that order
        var test = try TestCity.dalian()
        try test.accept(report("p1", "2024-09-30"), as: .zhongshan)
        try test.accept(
            report("p1", "2024-06-30") { $0.stage = .known(.started) }, as: .zhongshan)
        // When September is reported anew
        try test.accept(
            report("p1", "2024-09-30") { $0.stage = .known(.completed) }, as: .zhongshan)
        // Then all three stand, and the later word on September is in force
        let project = test.project()
        #expect(
            project.reports.map(\.asOf.description) == ["2024-06-30", "2024-09-30", "2024-09-30"])
        #expect(
            project.reportsInForce.map { $0.stage?.value } == [Stage.started, Stage.completed])
    }

    @Test("the last word on a month's investment is in force, months in order")
    func investmentInOrder() throws {
        var test = try TestCity.dalian()
        for (text, amount) in [
            ("2024-04", "3"), ("2024-02", "1"), ("2024-04", "5"), ("2024-03", "0"),
        ] {
            try test.accept(investment("p1", text, amount), as: .zhongshan)
        }
        let project = test.project()
        #expect(project.investment.map(\.month.description) == ["2024-02", "2024-03", "2024-04"])
        #expect(project.investment.map(\.amount.description) == ["1", "0", "5"])
    }

    @Test("a year's plan and a target are the last ones set")
    func plans() throws {
        var test = try TestCity.dalian()
        try test.accept(plan("p1", "100"), as: .dispatcher)
        try test.accept(plan("p1", "250.5"), as: .console)
        #expect(test.project().plans[2024]?.amount == money("250.50"))
        try test.accept(SetTarget.example, as: .dispatcher)
        let key = SetTarget.example.proposed.key
        #expect(test.city.targets[key]?.amount == Decimal(15))
        #expect(test.city.targets[key]?.schedule.count == 12)
    }

    @Test("a finding reaches its project and is closed once")
    func findings() throws {
        var test = try TestCity.dalian()
        try test.accept(
            RecordFinding {
                $0 = RecordFinding.example.proposed
                $0.id = FindingID(unchecked: "f2")
                $0.project = ProjectID(unchecked: "p1")
                $0.severity = .fraud
            }, as: .inspector)
        #expect(test.project().findings.map(\.text) == ["f2"])
        try test.accept(closure("f2"), as: .inspector)
        #expect(test.city.findings[FindingID(unchecked: "f2")]?.closed?.day == day("2024-05-31"))
        #expect(test.project().records.count == 3)
    }
}
