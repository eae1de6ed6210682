import Delivery
import Foundation
import Interchange
import JSON
import Rulebook
import Sheets
import Testing

/// Templates filled in with the habits of Chinese offices, and read back by their own mappings.
@Suite(
    "Templates, filled in by openpyxl",
    .enabled(if: FilledTemplate.canFill, "scripts/setup-tests.sh has not been run"))
struct TemplateTests {
    /// 东区 and 西区, 中山区 for the examples, two projects, an indicator, a reporter of 中山区.
    private func city() throws -> TestCity {
        var city = try TestCity.small()
        let lines = [
            """
            {"cmd":"organization.register","id":"zhongshan","kind":"district","name":"中山区",
             "from":"2020-01-01"}
            """,
            """
            {"cmd":"project.register","id":"dl-001","name":"示例一","track":"attracted",
             "lead":"zhongshan","credits":[{"organization":"zhongshan","share":"1"}],
             "from":"2024-01-01"}
            """,
            """
            {"cmd":"project.register","id":"dl-002","name":"示例二","track":"attracted",
             "lead":"zhongshan","credits":[{"organization":"zhongshan","share":"1"}],
             "from":"2024-01-01"}
            """,
            """
            {"cmd":"indicator.register","id":"investment-100m","name":"亿元以上投资",
             "direction":"higher","frequency":"month","basis":"level","decimals":1}
            """,
            """
            {"cmd":"person.appoint","person":"zs","organization":"zhongshan",
             "roles":["district_reporter"]}
            """,
        ]
        for line in lines { try city.run(JSON.parse(Array(line.utf8)).canonical()) }
        return city
    }

    /// The commands of a filled template, which brings nothing more a second time.
    private func commands(
        _ template: Template, _ filling: String, recalculated: Bool = false,
        notes: [ImportNote.Code] = [.examplesSkipped], into given: TestCity? = nil
    ) throws -> [JSON] {
        var city = try given ?? self.city()
        let bytes = try FilledTemplate.bytes(template, filling, recalculated: recalculated)
        let plan = try city.plan(template.mappingText, bytes: bytes)
        #expect(plan.preview.rejected.map { $0.text(.zh) } == [])
        let told = Set(plan.preview.notes.map(\.code))
        for note in notes { #expect(told.contains(note), "\(note)") }
        try city.run(plan)
        let again = try city.plan(template.mappingText, bytes: bytes)
        #expect(again.preview.isUnchanged && again.preview.isAcceptable)
        return try plan.steps.map { try JSON.parse($0.command) }
    }

    private func template(_ kind: String) throws -> Template {
        try #require(Template.all.first { $0.kind == kind })
    }

    private func texts(_ commands: [JSON], _ field: String) -> [String] {
        commands.map { $0[field]?.stringValue ?? $0[field]?.text() ?? "-" }
    }

    @Test("Each template is right with its mapping, and empty brings nothing but an example")
    func empty() throws {
        let city = try city()
        for template in Template.all {
            let mapping = try template.mapping()
            let heads = Set((mapping.columns + mapping.ignored).map(\.name))
            #expect(heads == Set(template.columns.map(\.head)), "\(template.kind)")
            let bytes = try FilledTemplate.bytes(template, "{}")
            let plan = try city.plan(template.mappingText, bytes: bytes)
            #expect(plan.preview.isUnchanged && plan.preview.rejected == [], "\(template.kind)")
            #expect(plan.preview.notes.contains { $0.code == .examplesSkipped && $0.count == 1 })
        }
    }

    @Test("The example of each comes in through its own mapping once its mark is taken off")
    func examples() throws {
        // Claims cite files, and the sheets with a filling speak of what is there already.
        for template in Template.all where template.kind != "claims" && template.filling == nil {
            var city = try TestCity.small()
            if template.kind != "organizations" { city = try self.city() }
            if template.kind == "projects" || template.kind == "indicators" {
                city = try TestCity.small()
                let line =
                    #"{"cmd":"organization.register","from":"2020-01-01","id":"zhongshan","#
                    + #""kind":"district","name":"中山区"}"#
                try city.run(Array(line.utf8))
            }
            let bytes = try FilledTemplate.bytes(template, #"{"unmark": true}"#)
            let plan = try city.plan(template.mappingText, bytes: bytes)
            #expect(plan.preview.rejected.map { $0.text(.zh) } == [], "\(template.kind)")
            #expect(plan.preview.commands == 1, "\(template.kind)")
        }
    }

    @Test("Projects: units, grouping, wide digits, merged districts, sums, hidden rows, shares")
    func projects() throws {
        let made = try commands(
            try template("projects"),
            """
            {"rows": [
              {"项目编号": "p-1", "项目名称": "甲", "项目类别": "招商引资项目", "所属地区": "东区",
               "总投资（亿元）": 12.5, "入库日期": "2024.10"},
              {"项目编号": "p-2", "项目名称": "乙", "项目类别": "政府投资项目",
               "总投资（亿元）": "3,000万元", "入库日期": "2024年10月", "计入地区": "东区60%、西 区40%"},
              {"项目编号": "p-3", "项目名称": "丙", "项目类别": "招商", "所属地区": "西区",
               "总投资（亿元）": "１２．５", "入库日期": {"date": "2024-03-02"}, "战略性新兴产业": "是"},
              {"项目编号": "p-4", "项目名称": "丁", "项目类别": "政府", "所属地区": "West",
               "总投资（亿元）": "1.2亿", "入库日期": "2024/3/2"},
              {"项目编号": "合计", "总投资（亿元）": 26.5},
              {"项目编号": 1005, "项目名称": "戊", "项目类别": "政府", "所属地区": "西区",
               "入库日期": "2024年3月2日"}],
             "merge": ["D3:D4"], "hide": [6]}
            """,
            notes: [.examplesSkipped, .mergedRepeated, .totalsSkipped, .hiddenRowsTaken])
        #expect(texts(made, "id") == ["p-1", "p-2", "p-3", "p-4", "1005"])
        #expect(texts(made, "lead") == ["east", "east", "west", "west", "west"])
        #expect(
            texts(made, "total_investment").prefix(4)
                == ["1250000000", "30000000", "1250000000", "120000000"])
        #expect(made[4]["total_investment"]?["unknown"]?.stringValue == "blank")
        #expect(
            texts(made, "from")
                == ["2024-10-01", "2024-10-01", "2024-03-02", "2024-03-02", "2024-03-02"])
        #expect(
            texts(made, "credits").prefix(2) == [
                #"[{"organization":"east","share":"1"}]"#,
                #"[{"organization":"east","share":"0.6"},{"organization":"west","share":"0.4"}]"#,
            ])
    }

    @Test("A head may count in 万元 instead, and dates of the other epoch are the same days")
    func headsAndEpoch() throws {
        let made = try commands(
            try template("projects"),
            """
            {"epoch": 1904, "heads": {"总投资（亿元）": "总投资（万元）"}, "rows": [
              {"项目编号": "p-1", "项目名称": "甲", "项目类别": "招商", "所属地区": "东区",
               "总投资（万元）": "125,000", "入库日期": {"date": "2024-10-15"}}]}
            """)
        #expect(texts(made, "total_investment") == ["1250000000"])
        #expect(texts(made, "from") == ["2024-10-15"])
    }

    @Test("Monthly investment: months as offices write them, sums left out")
    func investment() throws {
        let made = try commands(
            try template("investment"),
            """
            {"rows": [
              {"项目": "dl-001", "月份": "2024.10", "本月完成投资（万元）": "8,786"},
              {"项目": "示例二", "月份": "9月", "年度": 2024, "本月完成投资（万元）": 0.5},
              {"项目": "dl-001", "月份": {"date": "2024-08-01", "format": "yyyy\\"年\\"m\\"月\\""},
               "本月完成投资（万元）": "１亿元"},
              {"项目": "小计", "本月完成投资（万元）": 8786.5}]}
            """, notes: [.examplesSkipped, .totalsSkipped])
        #expect(texts(made, "month") == ["2024-10", "2024-09", "2024-08"])
        #expect(texts(made, "amount") == ["87860000", "5000", "100000000"])
        #expect(texts(made, "project") == ["dl-001", "dl-002", "dl-001"])
    }

    @Test(
        "Figures: formulas' kept values, percentages, periods, words that a number carries",
        .enabled(if: FilledTemplate.haveOffice, "LibreOffice is not installed"))
    func figures() throws {
        let made = try commands(
            try template("figures"),
            """
            {"rows": [
              {"指标": "亿元以上投资", "地区": "东区", "期间": "2024年10月",
               "数值": {"formula": "=100+20.4"}, "同比（%）": {"number": 0.137, "format": "0.0%"}},
              {"指标": "investment-100m", "地区": "东区", "期间": "2024.11", "数值": "30多",
               "同比（%）": "7.4%"},
              {"指标": "investment-100m", "期间": "2024-09", "数值": "１，２３４．５", "同比（%）": 7.4}]}
            """, recalculated: true)
        #expect(texts(made, "figure") == ["120.4", #"{"at_least":"30"}"#, "1234.5"])
        #expect(texts(made, "growth") == ["13.7", "7.4", "7.4"])
        #expect(texts(made, "period") == ["2024-10", "2024-11", "2024-09"])
        #expect(texts(made, "organization") == ["east", "east", "-"])
    }

    @Test("Organizations name each other, and indicators and commitments take their words")
    func others() throws {
        let houses = try commands(
            try template("organizations"),
            """
            {"rows": [
              {"组织编号": "harbour", "名称": "港区", "类别": "园区", "启用日期": "2024年"},
              {"组织编号": "pier", "名称": "码头公司", "类别": "企业", "上级组织": "港区",
               "别名": "码头、老码头", "启用日期": "2024-05"}]}
            """)
        #expect(texts(houses, "parent") == ["-", "harbour"])
        #expect(texts(houses, "from") == ["2024-01-01", "2024-05-01"])
        let indicators = try commands(
            try template("indicators"),
            """
            {"rows": [{"指标编号": "exports", "指标名称": "出口", "方向": "越高越好", "频率": "月度",
              "口径": "累计值", "小数位数": "２", "责任部门": "交通局"}]}
            """)
        #expect(texts(indicators, "decimals") == ["2"] && texts(indicators, "owner") == ["roads"])
        let items = try commands(
            try template("commitments"),
            """
            {"rows": [
              {"事项编号": "c-1", "事项": "开工 20 个", "类别": "任务", "完成标准": "20 个取得许可",
               "牵头单位": "东区", "完成时限": "10月底", "年度": 2024, "配合单位": "西区、交通局",
               "关联项目": "示例一、dl-002", "关联指标": "亿元以上投资"},
              {"事项编号": "c-2", "事项": "定期会商", "类别": "机制", "完成标准": "每月一次",
               "牵头单位": "东区"}]}
            """, notes: [.examplesSkipped, .datesImprecise])
        #expect(texts(items, "due") == ["2024-10-31", "-"])
        #expect(texts(items, "supporting").first == #"["west","roads"]"#)
        #expect(texts(items, "projects").first == #"["dl-001","dl-002"]"#)
        #expect(texts(items, "indicators").first == #"["investment-100m"]"#)
    }

    @Test("What is wrong is told by its row and column, and nothing of the sheet is taken in")
    func refused() throws {
        let template = try template("projects")
        let bytes = try FilledTemplate.bytes(
            template,
            """
            {"rows": [
              {"项目编号": "项目一", "项目名称": "甲", "项目类别": "别的", "所属地区": "北区",
               "总投资（亿元）": "约12", "入库日期": "10月底"}]}
            """)
        let plan = try city().plan(template.mappingText, bytes: bytes)
        #expect(plan.steps.isEmpty && plan.preview.rejected.allSatisfy { $0.row == 3 })
        let columns = Set(plan.preview.rejected.compactMap(\.column))
        #expect(columns.isSuperset(of: ["项目类别", "所属地区", "总投资（亿元）", "入库日期"]))
    }

    @Test(
        "LibreOffice opens each template and keeps its lists",
        .enabled(if: FilledTemplate.haveOffice, "LibreOffice is not installed"))
    func lists() throws {
        let city = try city().city
        for kind in ["projects", "claims", "figures"] {
            let template = try template(kind)
            let lists = TemplateLists(city)
            let frozen = try FilledTemplate.run(
                """
                import io, sys
                import openpyxl
                book = openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read()))
                print(book.worksheets[0].freeze_panes, end="")
                """, [], Data(try FilledTemplate.bytes(template, "{}", lists: lists)))
            #expect(String(decoding: frozen, as: UTF8.self) == "B2")
            let bytes = try FilledTemplate.bytes(
                template, "{}", lists: lists, recalculated: true)
            let told = try FilledTemplate.run(
                """
                import io, sys
                import openpyxl
                book = openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read()))
                sheet = book.worksheets[0]
                for one in sheet.data_validations.dataValidation:
                    assert one.type == "list", one.type
                    for area in one.sqref.ranges:
                        print(sheet.cell(1, area.min_col).value, one.formula1)
                """, [], Data(bytes))
            let lines = Set(
                String(decoding: told, as: UTF8.self).split(separator: "\n").map {
                    String($0.prefix { $0 != " " })
                })
            let wanted = template.columns.filter { column in
                switch column.holds {
                case .text, .number, .given, .lines: false
                default: true
                }
            }
            #expect(lines == Set(wanted.map(\.head)), "\(kind)")
        }
    }
}
