import Delivery
import Interchange
import JSON
import Sheets
import Testing

@Suite("Columns of a sheet and of a mapping")
struct ColumnTests {
    private func mapping(_ organization: String, ignore: String = "[]", sheet: String = "")
        -> String
    {
        """
        mapping: m
        schema: 1
        sheet: {kind: csv\(sheet)}
        ignore: \(ignore)
        records:
        - entity: target
          fields:
            organization: {column: \(organization), type: organization}
            measure: {constant: invest}
            year: {constant: 2024}
            amount: {column: 目标, type: number}
        """
    }

    private func codes(_ mapping: String, _ sheet: String) throws -> [MappingProblem.Code] {
        let city = try TestCity.small()
        do {
            _ = try city.plan(mapping, sheet)
            return []
        } catch ImportFailure.mapping(let problems) {
            return problems.problems.map(\.code)
        }
    }

    @Test("A column that nothing reads and nobody ignores is an error")
    func unmapped() throws {
        #expect(try codes(mapping("地区"), "地区,目标,备注\n东区,1,x\n") == [.columnUnmapped])
        #expect(try codes(mapping("地区", ignore: "[备注]"), "地区,目标,备注\n东区,1,x\n") == [])
        #expect(try codes(mapping("地区"), "地区,目标,\n东区,1,x\n") == [.columnUnmapped])
        #expect(try codes(mapping("地区"), "地区,目标,\n东区,1,\n") == [])
    }

    @Test("A column that is not there is an error with what was probably meant")
    func missing() throws {
        let city = try TestCity.small()
        do {
            _ = try city.plan(mapping("地域", ignore: "[甲]"), "地区,目标\n东区,1\n")
            Issue.record("a missing column was not missed")
        } catch ImportFailure.mapping(let problems) {
            #expect(problems.problems.filter { $0.code == .columnMissing }.count == 2)
            #expect(problems.text(.en).contains("did you mean \"地区\"?"))
        }
    }

    @Test("Columns of the same name go by position")
    func sameName() throws {
        let sheet = "地区,地区,目标\n东区,西区,1\n"
        #expect(
            try codes(mapping("地区", ignore: "[{name: 地区, nth: 2}]"), sheet) == [.columnAmbiguous])
        let second = mapping("{name: 地区, nth: 2}", ignore: "[{name: 地区, nth: 1}]")
        let plan = try TestCity.small().plan(second, sheet)
        #expect(try JSON.parse(plan.steps[0].command)["organization"] == .string("west"))
        #expect(
            try codes(mapping("{name: 地区, nth: 3}", ignore: "[{name: 地区, nth: 1}]"), sheet)
                .contains(.columnAmbiguous))
    }

    @Test("A column cannot be both mapped and ignored")
    func both() throws {
        #expect(
            try codes(mapping("地区", ignore: "[目标]"), "地区,目标\n东区,1\n")
                == [.columnBothMappedAndIgnored])
    }

    @Test("Rows above the header are skipped, and a header of two rows is one")
    func headers() throws {
        let sheet = "2024 年目标,,\n,,\n地区,2024,\n,目标,备注\n东区,5,x\n"
        let text = mapping(
            "地区", ignore: "[2024/备注]", sheet: ", skip_rows: 2, header_rows: 2"
        ).replacing("column: 目标", with: "column: 2024/目标")
        let plan = try TestCity.small().plan(text, sheet)
        #expect(plan.preview.entities.map(\.new) == [1])
        #expect(plan.preview.changes[0].rows == [5])
    }

    @Test("An empty sheet, and one of headers only, are told apart")
    func empty() throws {
        #expect(try codes(mapping("地区"), "") == [.sheetEmpty])
        let plan = try TestCity.small().plan(mapping("地区"), "地区,目标\n")
        #expect(plan.preview.rows == 0)
        #expect(plan.preview.isUnchanged)
    }

    @Test("A sheet in GB18030 with semicolons is taken for what it is")
    func chineseEncoding() throws {
        // 地区;目标 / 东区;5 in GB18030.
        let bytes: [UInt8] = [
            0xB5, 0xD8, 0xC7, 0xF8, 0x3B, 0xC4, 0xBF, 0xB1, 0xEA, 0x0D, 0x0A, 0xB6, 0xAB, 0xC7,
            0xF8, 0x3B, 0x35, 0x0D, 0x0A,
        ]
        let plan = try TestCity.small().plan(mapping("地区"), bytes: bytes)
        #expect(plan.preview.encoding == "gb18030")
        #expect(plan.preview.delimiter == ";")
        #expect(plan.preview.entities.map(\.new) == [1])
    }
}
