import Delivery
import Interchange
import JSON
import Testing

/// How Chinese offices write days and amounts, in a text file.
@Suite("Office habits")
struct HabitTests {
    /// The day read from a cell, or the code of its refusal.
    private func day(_ text: String, _ options: String) throws -> String? {
        let mapping = """
            mapping: m
            schema: 1
            sheet: {kind: csv, delimiter: ";"}
            records:
            - entity: project.report
              fields:
                project: {column: 编号, type: text}
                as_of: {constant: 2024-12-01}
                completion: {column: 竣工, type: date\(options)}
            """
        let plan = try planned(mapping, "编号;竣工\np;\(text)\n")
        guard plan.preview.isAcceptable else { return plan.preview.rejected[0].words.en }
        return try JSON.parse(plan.steps[0].command)["completion"]?.stringValue
    }

    private func planned(_ mapping: String, _ sheet: String) throws -> ImportPlan {
        var city = try TestCity.small()
        let project =
            #"{"cmd":"project.register","from":"2024-01-01","id":"p","name":"P","#
            + #""track":"attracted"}"#
        try city.run(Array(project.utf8))
        return try city.plan(mapping, sheet)
    }

    @Test(
        "Days are read year first, with whatever sign between",
        arguments: [
            ("2024.10.15", "2024-10-15"), ("2024-10-5", "2024-10-05"), ("2024/1/2", "2024-01-02"),
            ("2024年10月15日", "2024-10-15"), ("2024年10月15号", "2024-10-15"),
            ("20241015", "2024-10-15"),
            ("２０２４．１０．１５", "2024-10-15"), ("2024 年 10 月 15 日", "2024-10-15"),
            ("2024-10-15 08:30:00", "2024-10-15"), ("2024年10月底", "2024-10-31"),
            ("2024/10/1 0:00:00", "2024-10-01"), ("2024-10-2 10:30", "2024-10-02"),
            ("2024/3/2 8:00:00", "2024-03-02"), ("2024年10月1日 8:30", "2024-10-01"),
            ("2024年10月1日08:30", "2024-10-01"), ("2024-10-01T08:30:00", "2024-10-01"),
            ("2024年2月底前", "2024-02-29"), ("2024年底", "2024-12-31"), ("2024年10月初", "2024-10-01"),
            ("2024年三季度末", "2024-09-30"), ("2024年12月31日前完成", "2024-12-31"),
        ])
    func days(text: String, expected: String) throws {
        #expect(try day(text, "") == expected)
    }

    @Test(
        "What names no day counts as the end of it that the mapping wants, else is refused",
        arguments: [
            ("2024.10", "2024-10-01", "2024-10-31"), ("2024年10月", "2024-10-01", "2024-10-31"),
            ("2024年10月上旬", "2024-10-01", "2024-10-10"), ("2024年2月下旬", "2024-02-21", "2024-02-29"),
            ("2024年10月中旬", "2024-10-11", "2024-10-20"), ("2024年第二季度", "2024-04-01", "2024-06-30"),
            ("2024年上半年", "2024-01-01", "2024-06-30"), ("2024", "2024-01-01", "2024-12-31"),
            ("202410", "2024-10-01", "2024-10-31"), ("2024年", "2024-01-01", "2024-12-31"),
        ])
    func spans(text: String, first: String, last: String) throws {
        #expect(try day(text, ", imprecise: first") == first)
        #expect(try day(text, ", imprecise: last") == last)
        #expect(try day(text, "")?.contains("names no day") == true)
    }

    @Test("A date without a year takes it from the mapping, or is refused with what would be right")
    func years() throws {
        #expect(try day("10月底", ", year: 2023") == "2023-10-31")
        #expect(try day("10月15日", ", year: 2023") == "2023-10-15")
        #expect(try day("10月15日", "")?.contains("write such as 2024年10月15日") == true)
        #expect(try day("年底", ", year: 2024") == "2024-12-31")
        // A cell that names its own year keeps it.
        #expect(try day("2025年10月底", ", year: 2023") == "2025-10-31")
        #expect(try day("2025底", ", year: 2023") == "2025-12-31")
        for (text, last) in [
            ("2025Q3", "2025-09-30"), ("2025三季度", "2025-09-30"), ("2025上半年", "2025-06-30"),
        ] {
            #expect(try day(text, ", imprecise: last, year: 2023") == last)
        }
    }

    @Test("The year may stand in a column or in the title")
    func yearElsewhere() throws {
        let mapping = """
            mapping: m
            schema: 1
            sheet: {kind: csv, delimiter: ";", skip_rows: 1}
            records:
            - entity: project.report
              fields:
                project: {column: 编号, type: text}
                as_of: {column: 日期, type: date, year: YEAR}
                completion: {column: 年份, type: date, imprecise: first}
            """
        for (year, title, expected) in [
            ("{column: 年份}", "2022年;;", "2023-03-05"), ("title", "2022年度项目;;", "2022-03-05"),
        ] {
            let plan = try planned(
                mapping.replacing("YEAR", with: year), "\(title)\n编号;日期;年份\np;3月5日;2023年\n")
            #expect(plan.preview.rejected == [])
            #expect(try JSON.parse(plan.steps[0].command)["as_of"] == .string(expected))
        }
        let unclear = try planned(
            mapping.replacing("YEAR", with: "title"), "2022、2023年;;\n编号;日期;年份\np;3月5日;2023年\n")
        #expect(unclear.preview.rejected.map(\.code) == [.cellUnreadable])
    }

    @Test(
        "What is no date, or may be two, is refused",
        arguments: [
            "2024.13", "2024.2.30", "待定", "10.15", "2024年10", "1234.5", "2024-10/15",
            "2024.10.1-10.31", "10月15日左右", "24.10", "45580", "2024.1", "2023年02月29日", "#REF!",
            "2024年10月 8:30", "2024/10/10:00:00", "2024x",
        ])
    func noDates(text: String) throws {
        #expect(try day(text, ", imprecise: last, year: 2024").map { $0.hasPrefix("2") } == false)
    }

    @Test("2024.1 in a text file may have been 2024.10, and says so; with a format it is January")
    func lostZero() throws {
        let said = try day("2024.1", ", imprecise: first")
        #expect(said?.contains("write 2024-01 or 2024-10") == true)
        #expect(try day("2024.1", ", formats: yyyy.M") == "2024-01-01")
        #expect(try day("2024.1", ", formats: yyyy.M, imprecise: last") == "2024-01-31")
        #expect(try day("10/15/2024", ", formats: [chinese, M/d/yyyy]") == "2024-10-15")
        #expect(try day("2024.10.15", ", formats: [yyyy-MM-dd]")?.contains("no date") == true)
    }

    /// The amount in yuan, or the code of its refusal.
    private func amount(_ text: String, _ options: String, head: String = "金额") throws -> String? {
        let mapping = """
            mapping: m
            schema: 1
            sheet: {kind: csv, delimiter: ";", skip_rows: 1}
            records:
            - entity: project.investment
              fields:
                project: {column: 编号, type: text}
                month: {constant: 2024-05}
                amount: {column: \(head), type: money, currency: CNY, \(options)}
            """
        let plan = try planned(mapping, "表;单位：万元\n编号;\(head)\np;\(text)\n")
        guard plan.preview.isAcceptable else { return plan.preview.rejected[0].code.rawValue }
        return try JSON.parse(plan.steps[0].command)["amount"]?.stringValue
    }

    @Test(
        "Amounts are exact, whatever unit stands in the cell",
        arguments: [
            ("1.5亿元", "150000000"), ("3000万元", "30000000"), ("3000万", "30000000"),
            ("1,234.5", "12345000"), ("１２３４．５", "12345000"), ("１，２３４．５万元", "12345000"),
            ("12元", "12"), ("0.01元", "0.01"), ("0.001元", "cell_unreadable"), ("2 亿", "200000000"),
            ("￥5万", "50000"), ("人民币5万元", "50000"), ("5万元人民币", "50000"),
            ("5万美元", "cell_unreadable"), ("1,23", "cell_unreadable"),
            ("1 2", "cell_unreadable"), ("0.1亿2万", "cell_unreadable"),
            ("0.123456789亿元", "12345678.9"),
            ("1.2万亿元", "1200000000000"), ("5千万元", "50000000"), ("3-5亿元", "cell_unreadable"),
        ])
    func amounts(text: String, expected: String) throws {
        #expect(try amount(text, "unit: 万元") == expected)
    }

    @Test(
        "Rough figures are no amounts, unless the mapping keeps or replaces them",
        arguments: [
            "约12", "近12亿元", "超12", "12亿元左右", "12亿元以上", "30余万元", "30多万元", "不少于3", "≥3",
            "大约 12 亿",
        ])
    func rough(text: String) throws {
        #expect(try amount(text, "unit: 万元") == "approximate")
        #expect(try amount(text, "unit: 万元, approximate: {use: \"7\"}") == "7")
        #expect(try amount(text, "unit: 万元, unknown: {use: \"7\"}") == "approximate")
    }

    @Test("Columns that stand in for each other must count in one unit")
    func otherwise() throws {
        let mapping = """
            mapping: m
            schema: 1
            sheet: {kind: csv, delimiter: ";"}
            records:
            - entity: project.investment
              fields:
                project: {column: 编号, type: text}
                month: {constant: 2024-05}
                amount: {column: 投资（亿元）, otherwise: 投资（万元）, type: money, unit: auto, currency: CNY}
            """
        let sheet = "编号;投资（亿元）;投资（万元）\np;;3000\n"
        #expect(throws: ImportFailure.self) { try planned(mapping, sheet) }
        #expect(
            try planned(
                mapping.replacing("亿元", with: "万元").replacing(
                    "otherwise: 投资（万元）", with: "otherwise: 概算（万元）"),
                sheet.replacing("亿元", with: "万元").replacing("）;投资（万元）", with: "）;概算（万元）")
            ).preview.isAcceptable)
    }

    @Test("With unit: auto the head says what is counted in, or what stands above the sheet")
    func units() throws {
        #expect(try amount("2", "unit: auto") == "20000")
        #expect(try amount("2", "unit: auto", head: "投资（亿元）") == "200000000")
        #expect(try amount("2", "unit: auto", head: "完成额/千元") == "2000")
        #expect(try amount("2", "unit: auto", head: "合同额(元)") == "2")
        #expect(try amount("2万元", "unit: auto", head: "投资（亿元）") == "20000")
        for (head, options, code) in [
            ("投资（万美元）", "unit: auto", MappingProblem.Code.unitUnknown),
            ("投资（亿元）", "unit: 万元", .unitDiffers),
        ] {
            #expect(throws: ImportFailure.self) { try amount("2", options, head: head) }
            do {
                _ = try amount("2", options, head: head)
            } catch ImportFailure.mapping(let problems) {
                #expect(problems.problems.map(\.code) == [code])
            }
        }
    }

    @Test(
        "Percent signs mean what the mapping says",
        arguments: [
            ("12.5%", "percent: points", "12.5"), ("12.5％", "percent: fraction", "0.125"),
            ("12.5", "percent: points", "12.5"), ("12.5%", "percent: true", "0.125"),
            ("12.5%", "min: \"0\"", nil), ("30个", "words: [个, 家]", "30"), ("30多个", "words: 个", nil),
            ("1，234", "words: 个", "1234"),
        ] as [(String, String, String?)])
    func percents(text: String, options: String, expected: String?) throws {
        let mapping = """
            mapping: m
            schema: 1
            sheet: {kind: csv, delimiter: ";"}
            records:
            - entity: target
              fields:
                organization: {constant: east}
                measure: {constant: invest}
                year: {column: 年, type: integer}
                amount: {column: 目标, type: number, \(options)}
            """
        let plan = try planned(mapping, "年;目标\n２０２４;\(text)\n")
        let value =
            plan.preview.isAcceptable
            ? try JSON.parse(plan.steps[0].command)["amount"]?.stringValue : nil
        #expect(value == expected)
    }
}
