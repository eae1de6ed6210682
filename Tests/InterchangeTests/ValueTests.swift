import Delivery
import Interchange
import JSON
import Rulebook
import Testing

@Suite("From cells to values")
struct ValueTests {
    @Test(
        "Days are read in the patterns that are given",
        arguments: [
            ("yyyy-MM-dd", "2024-02-29", "2024-02-29"), ("yyyy-MM-dd", "2023-02-29", nil),
            ("yyyy-MM-dd", "2024-2-9", nil), ("yyyy-M-d", "2024-2-9", "2024-02-09"),
            ("M/d/yyyy", "10/21/2108", "2108-10-21"), ("yyyy年M月d日", "2024年3月5日", "2024-03-05"),
            ("MM/dd/yyyy hh:mm:ss a", "05/01/2014 12:00:00 AM", "2014-05-01"),
            ("MM/dd/yyyy hh:mm:ss a", "05/01/2014 13:00:00 AM", nil),
            ("yyyy-MM-ddTHH:mm", "2024-01-02T23:59", "2024-01-02"),
            ("yyyy-MM-ddTHH:mm", "2024-01-02T24:00", nil), ("yyyy.MM", "2024.07", "2024-07-01"),
            ("serial", "45352", "2024-03-01"), ("serial", "60", nil), ("serial", "x", nil),
            ("yyyy-MM-dd", "2024-01-01x", nil), ("yyyy-MM-dd", "", nil),
        ] as [(String, String, String?)])
    func days(pattern: String, text: String, expected: String?) throws {
        let pattern = try #require(DatePattern(pattern))
        #expect(pattern.day(text)?.description == expected)
    }

    @Test("A pattern without a full year or with letters of no meaning is none")
    func badPatterns() {
        for text in ["yy-MM-dd", "dd/MM", "yyyyy-MM", "yyyy-MMM-dd", "week w", ""] {
            #expect(DatePattern(text) == nil, "\(text)")
        }
    }

    private func amount(_ text: String, _ options: String) throws -> String? {
        // Given a sheet of one investment with this amount.
        let mapping = """
            mapping: m
            schema: 1
            sheet: {kind: csv, delimiter: ";"}
            records:
            - entity: project.investment
              fields:
                project: {column: 编号, type: text}
                month: {constant: 2024-05}
                amount: {column: 金额, type: money, currency: CNY, \(options)}
            """
        var city = try TestCity.small()
        let project =
            #"{"cmd":"project.register","from":"2024-01-01","id":"p","name":"P","#
            + #""track":"attracted"}"#
        try city.run(Array(project.utf8))
        // When it is planned, then it is the amount in yuan, or rejected.
        let plan = try city.plan(mapping, "编号;金额\np;\(text)\n")
        guard plan.preview.isAcceptable else { return nil }
        return try JSON.parse(plan.steps[0].command)["amount"]?.stringValue
    }

    @Test(
        "Amounts are read exactly, in the unit of their column",
        arguments: [
            ("12.5", "unit: 万元", "125000"), ("0.000001", "unit: 亿元", "100"),
            ("0.0000000001", "unit: 亿元", "0.01"), ("0.00000000001", "unit: 亿元", nil),
            ("0.005", "unit: 1", nil), ("1,234,567.80", "unit: 1, grouping: \",\"", "1234567.8"),
            ("1,5", "unit: 1, grouping: \",\"", nil), ("1.5", "unit: 1, grouping: \",\"", "1.5"),
            ("¥12.00", "unit: 1, symbol: ¥", "12"), ("12.00", "unit: 1, symbol: ¥", "12"),
            ("1e5", "unit: 1", nil), ("12a", "unit: 1", nil), ("+5", "unit: 1", "5"),
            ("99999999999999999999", "unit: 1", nil), ("9999999999", "unit: 亿元", nil),
            ("5", "unit: 万元, min: \"6\"", nil), ("6", "unit: 万元, min: \"6\", max: \"6\"", "60000"),
            ("", "unit: 1", nil), ("/", "unit: 1, blanks: [\"/\"], blank: {use: \"0\"}", "0"),
        ] as [(String, String, String?)])
    func amounts(text: String, options: String, expected: String?) throws {
        #expect(try amount(text, options) == expected)
    }
}
