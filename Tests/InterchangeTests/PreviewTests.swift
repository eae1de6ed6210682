import Delivery
import Interchange
import JSON
import Rulebook
import Testing

@Suite("What a preview says")
struct PreviewTests {
    private let mapping = """
        mapping: reports
        schema: 1
        sheet: {kind: csv, delimiter: ","}
        records:
        - entity: organization
          fields:
            id: {column: unit, type: text}
            kind: {constant: district}
            name: {template: "{unit name} 区"}
            from: {constant: 2020-01-01}
        - entity: project
          key: [id]
          order: {column: day, formats: [yyyy-MM-dd]}
          fields:
            id: {column: id, type: text}
            name: {column: name, type: text, repeats: last}
            track: {constant: government}
            credits:
              column: unit
              type: code
              values: {n: [{organization: n, share: "1"}], s: {omit: true}}
            from: {column: day, type: date, formats: [yyyy-MM-dd], repeats: first}
        - entity: project.report
          fields:
            project: {column: name, type: project}
            as_of: {column: day, type: date, formats: [yyyy-MM-dd]}
            total_investment: {column: total, type: money, unit: 1, currency: CNY}
            total_investment_change:
              {column: change, type: money, unit: 1, currency: CNY, blank: omit}
            completion:
              column: end
              type: date
              formats: [yyyy-MM-dd]
              max: 2050-12-31
              outside: {keep: implausible_date}
        checks:
        - {entity: project.report, value: total_investment, change: total_investment_change,
           by: project, along: as_of}

        """
    private let header = "unit,unit name,id,name,day,total,change,end\n"
    private let sheet =
        "unit,unit name,id,name,day,total,change,end\n"
        + "n,北,p1,路,2024-02-01,110,5,2108-10-21\nn,北,p1,路,2024-01-01,100,,2025-01-01\n"

    @Test("One row brings in several things, and a later record names what an earlier one made")
    func chain() throws {
        // Given rows that speak of a district, its project and a report.
        var city = try TestCity.small()
        let plan = try city.plan(mapping, sheet)
        #expect(plan.preview.rejected == [])
        #expect(plan.preview.entities.map(\.new) == [1, 1, 2])
        // When they are taken in, then the district has the project from the first report on.
        try city.run(plan)
        let project = try #require(city.city.projects[ProjectID(unchecked: "p1")])
        #expect(project.credits.latest?.from.description == "2024-01-01")
        #expect(project.reports.map(\.asOf.description) == ["2024-01-01", "2024-02-01"])
        #expect(project.reports[1].completion == .unknown(.implausibleDate, source: "2108-10-21"))
        #expect(try city.plan(mapping, sheet).preview.isUnchanged)
    }

    @Test("A stated change that is not the difference is a warning and no more")
    func changeDiffers() throws {
        let preview = try TestCity.small().plan(mapping, sheet).preview
        #expect(preview.isAcceptable)
        #expect(preview.warnings.map(\.code) == [.changeDiffers])
        #expect(preview.warnings[0].row == 2)
        #expect(preview.warnings[0].column == "change")
        let right = sheet.replacing(",110,5,", with: ",110,10,")
        #expect(try TestCity.small().plan(mapping, right).preview.warnings == [])
    }

    @Test("People read it in Chinese or English")
    func text() throws {
        var city = try TestCity.small()
        let fresh = try city.plan(mapping, sheet)
        #expect(fresh.preview.text(.en).contains("project: 1 new, 0 changed, 0 unchanged"))
        #expect(fresh.preview.text(.zh).contains("项目：新增 1，变更 0，不变 0"))
        #expect(fresh.preview.text(.en).hasSuffix("Ready: 4 commands, all or none."))
        #expect(fresh.preview.text(.en).contains("project.report.completion"))
        try city.run(fresh)
        let changed = try city.plan(mapping, sheet.replacing("路", with: "桥")).preview
        #expect(changed.text(.en).contains("    name: \"路\" → \"桥\""))
        let bad = try city.plan(mapping, sheet.replacing(",100,", with: ",ten,")).preview
        #expect(bad.text(.en).contains("row 3, total \"ten\": is no amount"))
        #expect(bad.text(.zh).hasSuffix("整个文件不予导入。"))
    }

    @Test("Programs read it as JSON, every list whole")
    func json() throws {
        let json = try TestCity.small().plan(mapping, sheet.replacing(",100,", with: ",ten,"))
            .preview.json()
        #expect(json["acceptable"] == .bool(false))
        #expect(json["rows"]?.intValue == 2)
        let rejected = try #require(json["rejected"]?.arrayValue?.first)
        #expect(rejected["row"]?.intValue == 3)
        #expect(rejected["column"]?.stringValue == "total")
        #expect(rejected["code"]?.stringValue == "cell_unreadable")
        #expect(json["kept_unknown"]?.arrayValue?.first?["count"]?.intValue == 1)
        // It is JSON that its own reader takes.
        #expect(try JSON.parse(Array(json.text(indent: 2).utf8)) == json)
    }

    @Test("A row out of order or of no date is refused where an order is asked for")
    func order() throws {
        let preview = try TestCity.small().plan(
            mapping, header + "n,北,p1,路,soon,110,,2025-01-01\n"
        ).preview
        #expect(preview.rejected.allSatisfy { $0.column == "day" })
        #expect(!preview.isAcceptable)
    }
}
