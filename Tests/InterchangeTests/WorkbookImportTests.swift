import Delivery
import Foundation
import Interchange
import JSON
import Rulebook
import Sheets
import Testing

@Suite("Importing workbooks")
struct WorkbookImportTests {
    private func mapping(_ sheet: String = "", _ district: String = "", _ amount: String = "")
        -> String
    {
        """
        mapping: m
        schema: 1
        sheet: {kind: xlsx\(sheet)}
        records:
        - entity: target
          fields:
            organization: {column: 地区, type: organization\(district)}
            measure: {column: 指标, type: text}
            year: {constant: 2024}
            amount: {column: 目标, type: number\(amount)}
        """
    }

    private func targets(_ plan: ImportPlan) throws -> [String] {
        try plan.steps.map { step in
            let command = try JSON.parse(step.command)
            let texts = ["organization", "measure", "amount"].map {
                command[$0]?.stringValue ?? "-"
            }
            return texts.joined(separator: " ")
        }
    }

    /// Two districts, the first over two merged rows, a hidden row and a hidden sheet.
    private func book() throws -> [UInt8] {
        try workbook { writer in
            let sheet = try writer.addSheet("目标 2024")
            try sheet.row(["地区", "指标", "目标"])
            try sheet.row(["东区", "a", "1.5"])
            try sheet.row(["", "b", "2"])
            try sheet.merge(MergedArea(rows: 2...3, columns: 1...1), "东区")
            try sheet.row(["西区", "a", "3"], hidden: true)
            let other = try writer.addSheet("底稿")
            try other.row(["地区", "指标", "目标"])
            try other.row(["西区", "c", "9"])
            other.hide()
        }
    }

    @Test("Merged cells count once or for each cell, as the mapping says, and are counted")
    func merged() throws {
        let city = try TestCity.small()
        let once = try city.plan(mapping(), bytes: book())
        #expect(once.preview.rejected.map { "\($0.row) \($0.code.rawValue)" } == ["3 cell_blank"])
        #expect(once.preview.notes.contains { $0.code == .mergedOnce && $0.count == 1 })
        let each = try city.plan(mapping(", merged: repeat"), bytes: book())
        #expect(try targets(each) == ["east a 1.5", "east b 2", "west a 3"])
        let filled = try city.plan(mapping("", ", fill: down"), bytes: book())
        #expect(try targets(filled) == ["east a 1.5", "east b 2", "west a 3"])
    }

    @Test("Hidden rows are taken or skipped, and either is told")
    func hidden() throws {
        let city = try TestCity.small()
        let taken = try city.plan(mapping(", merged: repeat"), bytes: book())
        #expect(taken.preview.notes.contains { $0.code == .hiddenRowsTaken && $0.count == 1 })
        let skipped = try city.plan(
            mapping(", merged: repeat, hidden_rows: skip"), bytes: book())
        #expect(try targets(skipped) == ["east a 1.5", "east b 2"])
        #expect(skipped.preview.notes.contains { $0.code == .hiddenRowsSkipped && $0.count == 1 })
    }

    @Test("A sheet is chosen by name or position, a hidden one only where the mapping takes it")
    func sheets() throws {
        let city = try TestCity.small()
        let first = try city.plan(mapping(", merged: repeat"), bytes: book()).preview
        #expect(first.sheet == "目标 2024")
        #expect(first.encoding == nil)
        #expect(first.notes.contains { $0.code == .sheetsLeftOut && $0.count == 1 })
        #expect(first.text(.zh).contains("工作表“目标 2024”"))
        for choice in ["name: 底稿, hidden_sheets: take", "position: 2, hidden_sheets: take"] {
            let plan = try city.plan(mapping(", \(choice)"), bytes: book())
            #expect(try targets(plan) == ["west c 9"])
            #expect(plan.preview.notes.contains { $0.code == .hiddenSheetTaken })
        }
        let refusals = [
            "name: 底稿": SheetError.Code.sheetHidden, "position: 2": .sheetUnknown,
            "name: 别的": .sheetUnknown,
        ]
        for (choice, code) in refusals {
            #expect(self.code { try city.plan(mapping(", \(choice)"), bytes: book()) } == code)
        }
    }

    private func code(_ plan: () throws -> ImportPlan) -> SheetError.Code? {
        do {
            _ = try plan()
            return nil
        } catch ImportFailure.sheet(_, let error) {
            return error.code
        } catch {
            return nil
        }
    }

    @Test("A header of several rows is named by its merged headings")
    func headers() throws {
        let bytes = try workbook { writer in
            let sheet = try writer.addSheet("a")
            sheet.skipRow()
            try sheet.row(["地区", "指标", "2024", "", ""])
            try sheet.row(["", "", "目标", "备注", "其他"])
            try sheet.row(["东区", "a", "1", "x", "y"])
            try sheet.merge(MergedArea(rows: 1...1, columns: 1...5), "2024 年目标")
            try sheet.merge(MergedArea(rows: 2...3, columns: 1...1), "地区")
            try sheet.merge(MergedArea(rows: 2...3, columns: 2...2), "指标")
            try sheet.merge(MergedArea(rows: 2...2, columns: 3...4), "2024")
        }
        let text = mapping(", skip_rows: 1, header_rows: 2")
            .replacing("records:", with: "ignore: [2024/备注, 其他]\nrecords:")
            .replacing("column: 目标", with: "column: 2024/目标")
        let plan = try TestCity.small().plan(text, bytes: bytes)
        #expect(plan.preview.rejected == [])
        #expect(try targets(plan) == ["east a 1"])
    }

    @Test("Percentages, errors, formulas without a value and mended numbers are told apart")
    func numbers() throws {
        let bytes = try workbook { writer in
            let sheet = try writer.addSheet("a")
            try sheet.row(["地区", "指标", "目标"])
            let percent = CellStyle { $0.numberFormat = "0.0%" }
            try sheet.row(["东区", "a", "0.125"], style: percent)
            try sheet.row(["东区", "b", "#N/A"])
            try sheet.row(["东区", "c", "0.0000001"])
        }
        let plan = try TestCity.small().plan(
            mapping("", "", ", percent: points"), bytes: bytes)
        #expect(plan.preview.rejected.map { "\($0.row) \($0.value ?? "")" } == ["3 #N/A"])
        #expect(plan.preview.rejected[0].words.en.contains("error of a formula"))
        let values = plan.preview.changes.map(\.key)
        #expect(values.count == 2)
    }

    @Test("A date is a date whatever its format, and one of a month only names no day")
    func dates() throws {
        func plan(_ options: String) throws -> ImportPlan {
            let bytes = try workbook { writer in
                let sheet = try writer.addSheet("a")
                try sheet.row(["编号", "日期"])
                for (code, day) in [("yyyy-mm-dd", 15), ("m/d/yy", 15), ("yyyy\"年\"m\"月\"", 1)] {
                    let style = CellStyle { $0.numberFormat = code }
                    try sheet.write(
                        [.text("p"), .date(year: 2024, month: 10, day: day)], styles: [nil, style])
                }
                let two = CellStyle { $0.numberFormat = "0.00" }
                try sheet.row(["p", "2024.1"], style: two)
                try sheet.row(["p", "2024.1"])
                try sheet.row(["p", "45580"])
                try sheet.write([.text("p"), .text("2024.1")])
            }
            let mapping = """
                mapping: m
                schema: 1
                sheet: {kind: xlsx}
                records:
                - entity: project.report
                  key: [project, as_of, started]
                  fields:
                    project: {column: 编号, type: text}
                    as_of: {constant: 2024-12-01}
                    started: {column: 日期, type: date\(options)}
                """
            var city = try TestCity.small()
            let project =
                #"{"cmd":"project.register","from":"2024-01-01","id":"p","name":"P","#
                + #""track":"attracted"}"#
            try city.run(Array(project.utf8))
            return try city.plan(mapping, bytes: bytes)
        }
        let strict = try plan("")
        #expect(strict.preview.rejected.map(\.row) == [4, 5, 6, 7, 8])
        let said = strict.preview.rejected.map(\.words.en)
        #expect(said[0].contains("names no day"))
        #expect(said[2].contains("October whose zero the spreadsheet dropped"))
        #expect(said[3].contains("2024-10-15 is meant"))
        let last = try plan(", imprecise: last, unknown: omit")
        #expect(
            last.preview.changes.map(\.key)
                == [
                    "p · 2024-12-01 · 2024-10-15", "p · 2024-12-01 · 2024-10-31",
                    "p · 2024-12-01 · ∅", "p · 2024-12-01 · 2024-01-31",
                ].map { $0.replacing("∅", with: "null") })
        #expect(last.preview.notes.contains { $0.code == .datesImprecise && $0.count == 3 })
    }

    @Test("kind: auto takes a workbook or a text file; the others say what was found")
    func kinds() throws {
        let city = try TestCity.small()
        let auto = mapping(", merged: repeat").replacing("kind: xlsx", with: "kind: auto")
        #expect(try targets(city.plan(auto, bytes: book())).count == 3)
        #expect(try targets(city.plan(auto, "地区,指标,目标\n东区,a,1\n")).count == 1)
        let csv = auto.replacing("kind: auto", with: "kind: csv")
        #expect(code { try city.plan(csv, bytes: book()) } == .notText)
        #expect(code { try city.plan(mapping(), "地区,指标,目标\n") } == .notWorkbook)
    }
}
