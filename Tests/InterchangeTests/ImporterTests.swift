import Delivery
import Interchange
import JSON
import Sheets
import Testing

@Suite("Planning an import")
struct ImporterTests {
    private let mapping = """
        mapping: projects
        schema: 1
        sheet: {kind: csv}
        ignore: [备注]
        records:
        - entity: project
          fields:
            id: {column: 编号, type: text}
            name: {column: 名称, type: text}
            track: {column: 类别, type: code, values: {招商: attracted, 政府: government}}
            lead: {column: 地区, type: organization, kind: district}
            strategic: {column: 战新, type: boolean, yes: [是], no: [否], blank: omit}
            partners: {column: 配合, type: list, separator: [、, ","], of: organization, blank: omit}
            total_investment:
              column: 总投资
              type: money
              unit: 亿元
              currency: CNY
              blank: {keep: blank}
              unknown: {keep: not_recognised}
            description: {template: "{名称}:{备注说明}", blank: omit}
            from: {constant: 2024-01-01}

        """
    private let header = "编号,名称,类别,地区,战新,配合,总投资,备注说明,备注\n"

    @Test("Rows become commands, and the same rows again change nothing")
    func newThenUnchanged() throws {
        // Given two projects in a sheet.
        var city = try TestCity.small()
        let sheet =
            header + "p1,甲,招商,东区,是,交通局、西区,12.5,说明,x\np2,乙,政府,West,,,约十亿,,\n"
        // When they are taken in.
        let plan = try city.plan(mapping, sheet)
        #expect(plan.preview.rejected == [])
        #expect(plan.preview.entities.map(\.new) == [2])
        try city.run(plan)
        // Then they stand there as the sheet says.
        let first = try #require(city.city.projects[ProjectID(unchecked: "p1")]).profile
        #expect(first.totalInvestment == .known(Money(minor: 125_000_000_000)))
        #expect(first.partners.map(\.text) == ["roads", "west"])
        #expect(first.strategic)
        #expect(first.description == .text("甲:说明"))
        let second = try #require(city.city.projects[ProjectID(unchecked: "p2")]).profile
        #expect(second.totalInvestment == .unknown(.notRecognised, source: "约十亿"))
        #expect(second.lead?.text == "west")
        // And a second time there is nothing to do.
        let again = try city.plan(mapping, sheet)
        #expect(again.preview.isUnchanged)
        #expect(again.preview.entities.map(\.unchanged) == [2])
    }

    @Test("A changed cell is told field by field, and what the sheet does not speak of stays")
    func changed() throws {
        var city = try TestCity.small()
        try city.run(try city.plan(mapping, header + "p1,甲,招商,东区,是,,12.5,,\n"))
        let id = ProjectID(unchecked: "p1")
        var revision = try #require(city.city.projects[id]).profile
        revision.investor = "某集团"
        try city.run(
            CommandKind.canonical(
                ReviseProject {
                    $0.project = id
                    $0.profile = revision
                }))
        // Given the sheet with another amount and name.
        let plan = try city.plan(mapping, header + "p1,甲改,招商,东区,是,,13,,\n")
        // Then only these differ.
        #expect(plan.preview.entities.map(\.changed) == [1])
        #expect(
            plan.preview.changes[0].fields.map(\.field) == [
                "name", "total_investment", "description",
            ])
        #expect(plan.preview.changes[0].fields[1].from == .string("1250000000"))
        try city.run(plan)
        let profile = try #require(city.city.projects[id]).profile
        #expect(profile.name == "甲改")
        #expect(profile.investor == "某集团")
        #expect(try city.plan(mapping, header + "p1,甲改,招商,东区,是,,13,,\n").preview.isUnchanged)
    }

    @Test("Every bad cell of every row is listed, and then no row is taken in")
    func rejected() throws {
        let city = try TestCity.small()
        let sheet =
            header + "p1,甲,招商,东区,是,,1,,\n,乙,民间,南区,对,交通局、北区,2,,\np3,丙,政府,东城,否,,3\n"
            + "p 4,丁,政府,西区,,,4,,\np5,戊,政府,西区,,东城,5,,\n"
        let plan = try city.plan(mapping, sheet)
        let rejected = plan.preview.rejected
        #expect(plan.steps.isEmpty)
        #expect(
            rejected.map { "\($0.row) \($0.column ?? "-") \($0.code.rawValue)" } == [
                "3 地区 organization_unknown", "3 战新 cell_unreadable", "3 类别 code_unknown",
                "3 编号 cell_blank", "3 配合 organization_unknown", "4 - row_width",
                "5 编号 field_refused", "6 配合 organization_ambiguous",
            ])
        #expect(rejected[2].value == "民间")
        #expect(rejected[2].words.zh.contains("招商, 政府"))
        #expect(rejected[4].words.en.contains("\"北区\""))
    }

    @Test("What the city would refuse is refused in the preview, at its row")
    func refusedByCity() throws {
        var city = try TestCity.small()
        let reports = """
            mapping: m
            schema: 1
            sheet: {kind: csv}
            records:
            - entity: project.report
              fields:
                project: {column: id, type: text}
                as_of: {column: day, type: date, formats: [yyyy-MM-dd]}
                stage: {column: stage, type: code, values: {a: signed, b: approved}}
            """
        try city.run(try city.plan(mapping, header + "p1,甲,招商,东区,是,,12.5,,\n"))
        let plan = try city.plan(
            reports,
            "id,day,stage\np1,2024-01-01,a\np1,2030-01-01,a\np1,2024-02-01,b\np9,2024-01-01,a\n")
        #expect(
            plan.preview.rejected.map { "\($0.row) \($0.refusal?.rawValue ?? "")" } == [
                "3 day_in_future", "4 stage_not_on_track", "5 project_unknown",
            ])
    }

    @Test("Rows about the same thing must agree, unless the mapping says which one counts")
    func repeats() throws {
        let city = try TestCity.small()
        let sheet = header + "p1,甲,招商,东区,是,,1,,\np1,甲,招商,东区,是,,1,,\np1,乙,招商,东区,是,,1,,\n"
        let plan = try city.plan(mapping, sheet)
        #expect(plan.preview.rejected.map(\.code) == [.rowsDisagree])
        #expect(plan.preview.rejected.first?.row == 4)
        #expect(plan.preview.rejected.first?.words.en.contains("row 2") == true)
        #expect(
            plan.preview.warnings.map { "\($0.row) \($0.code.rawValue)" }.first == "3 row_twice")
    }

    @Test("The city's currency must be the mapping's")
    func currency() throws {
        let city = try TestCity.small()
        let dollars = mapping.replacing("currency: CNY", with: "currency: USD")
        let codes = codes { try city.plan(dollars, header) }
        #expect(codes == [.currencyDiffers])
    }

    func codes(_ plan: () throws -> ImportPlan) -> [MappingProblem.Code] {
        do {
            _ = try plan()
            return []
        } catch ImportFailure.mapping(let problems) {
            return problems.problems.map(\.code)
        } catch {
            return []
        }
    }
}
