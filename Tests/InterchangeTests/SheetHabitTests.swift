import Delivery
import Interchange
import JSON
import Testing

@Suite("Office habits of whole sheets")
struct SheetHabitTests {
    private func mapping(_ sheet: String, _ district: String = "") -> String {
        """
        mapping: m
        schema: 1
        sheet: {kind: csv\(sheet)}
        ignore: [序号]
        records:
        - entity: target
          fields:
            organization: {column: 地区, type: organization\(district)}
            measure: {column: 指标, type: text}
            year: {constant: 2024}
            amount: {column: 目标, type: number}
        """
    }

    private let sheet = """
        序号,地区,指标,目标
        1,东区,a,1
        2,,b,2
        ,东区小计,,3
        3,西 区,a,4
        合 计（万元）,,,7
        注：数据截至十月,,,
        ,,,9

        """

    @Test("Rows of sums are refused until the mapping says what to do, and counted when skipped")
    func totals() throws {
        let city = try TestCity.small()
        let plan = try city.plan(
            mapping(", until: 注", ", fill: down"), sheet.replacing(",,,9\n", with: ""))
        #expect(
            plan.preview.rejected.map { "\($0.row) \($0.code.rawValue)" } == [
                "4 totals_row", "6 totals_row",
            ])
        let skipped = try city.plan(
            mapping(", totals: skip, until: [注, 说明]", ", fill: down"), sheet)
        #expect(skipped.preview.rejected == [])
        #expect(skipped.preview.entities.map(\.new) == [3])
        #expect(
            skipped.preview.notes.map { "\($0.code.rawValue) \($0.count)" } == [
                "rows_after_end 2", "totals_skipped 2", "filled_down 1",
            ])
        #expect(skipped.preview.text(.zh).contains("2 行是合计，没有读入（第 4, 6 行）"))
        #expect(skipped.preview.json()["notes"]?.arrayValue?.count == 3)
        let organizations = try skipped.steps.map {
            try JSON.parse($0.command)["organization"]?.stringValue
        }
        #expect(organizations == ["east", "east", "west"])
    }

    @Test("What only ends like a sum behind an id, or counts up to now, is a row like others")
    func names() throws {
        let city = try TestCity.small()
        for (number, name) in [("k-2", "进出口总计"), ("k-3", "固定资产投资累计"), ("4", "投资累计")] {
            let plan = try city.plan(
                mapping("").replacing("column: 指标", with: "column: 地区")
                    .replacing("{column: 地区, type: organization}", with: "{constant: east}")
                    .replacing("ignore: [序号]", with: "ignore: [序号, 指标]"),
                "序号,地区,指标,目标\n\(number),\(name),a,1\n")
            #expect(!plan.preview.rejected.map(\.code).contains(.totalsRow), "\(name)")
        }
    }

    @Test("Cells of spaces are blank: they end no filling and make no row")
    func spaces() throws {
        let plan = try TestCity.small().plan(
            mapping("", ", fill: down"), "序号,地区,指标,目标\n1,东区,a,1\n2, ,b,2\n \u{3000}, ,\t,  \n")
        #expect(plan.preview.rejected == [])
        #expect(plan.preview.entities.map(\.new) == [2])
    }

    @Test("Kept, a row of sums is a row like others")
    func kept() throws {
        let plan = try TestCity.small().plan(mapping(", totals: keep"), "序号,地区,指标,目标\n合计,东区,a,1\n")
        #expect(plan.preview.rejected == [])
        #expect(plan.preview.entities.map(\.new) == [1])
        #expect(plan.preview.notes == [])
    }

    @Test("Without fill a blank district is blank")
    func unfilled() throws {
        let plan = try TestCity.small().plan(
            mapping(", totals: skip, until: 注"), sheet)
        #expect(plan.preview.rejected.map { "\($0.row) \($0.code.rawValue)" } == ["3 cell_blank"])
    }

    @Test("Headers match but for spaces, line breaks and wide signs; to the letter goes first")
    func headers() throws {
        let text = mapping("").replacing("column: 目标", with: "column: 目标(万)")
        let plan = try TestCity.small().plan(
            text, "序号,地 区,指标,\"目标\n（万）\"\n1,东区,a,1\n")
        #expect(plan.preview.entities.map(\.new) == [1])
    }

    @Test("A sheet with a column a month is as many records, each where its cell is filled")
    func wide() throws {
        var city = try TestCity.small()
        let project =
            #"{"cmd":"project.register","from":"2024-01-01","id":"p","name":"P","#
            + #""track":"attracted"}"#
        try city.run(Array(project.utf8))
        let month = """
            - entity: project.investment
              when_filled: {N}月
              fields:
                project: {column: 编号, type: text}
                month: {constant: 2024-0{N}}
                amount: {column: "{N}月", type: money, unit: 万元, currency: CNY}

            """
        let text =
            "mapping: m\nschema: 1\nsheet: {kind: csv}\nrecords:\n"
            + (1...2).map { month.replacing("{N}", with: String($0)) }.joined()
        let plan = try city.plan(text, "编号,1月,2月\np,5,\n")
        #expect(plan.preview.rejected == [])
        #expect(plan.preview.entities.map(\.new) == [1, 0])
        #expect(plan.preview.notes.map(\.code) == [.rowsNotFilled])
    }
}
