import Delivery
import Interchange
import JSON
import Rulebook
import Testing

@Suite("A list exported, worked on in a sheet, and read back by its row ids")
struct CommitmentUpdateTests {
    /// Items in every state that a sheet meets.
    private func city() throws -> TestCity {
        var city = try ListCity.make()
        for id in ["draft", "issued", "held", "moving", "shown", "done", "waiting"] {
            try city.draft(id)
            if id != "draft" { try city.issue(id) }
            if id != "draft", id != "issued" { try city.acknowledge(id) }
        }
        try city.progress("moving", 40, "已开工 8 个")
        try city.show("shown")
        try city.show("done")
        try city.run(
            ReportDone {
                ($0.commitment, $0.day) = (ListCity.id("done"), ListCity.day("2024-09-30"))
            }, as: city.actor("dong"))
        try city.run(
            ProposeAdjustment {
                ($0.commitment, $0.due) = (ListCity.id("waiting"), ListCity.day("2025-03-31"))
                $0.reason = .text("批复晚于预期")
            }, as: city.actor("dong"))
        return city
    }

    @Test("Nothing changed is nothing to do, in a workbook and in a text file")
    func unchanged() throws {
        // Given a list in all its states, exported
        let city = try city()
        let template = Template.commitmentUpdates
        let rows = city.sheet(for: "dong")
        #expect(rows.count == 7)
        // When it is read back as it was handed out
        let text = try city.plan(rows, as: "dong")
        // Then nothing would be done
        #expect(text.preview.isUnchanged && text.preview.rejected == [])
        #expect(text.preview.entities.map(\.unchanged) == [7])
        guard FilledTemplate.canFill else { return }
        for recalculated in FilledTemplate.haveOffice ? [false, true] : [false] {
            let bytes = try FilledTemplate.bytes(
                template, "{}", rows: rows, recalculated: recalculated)
            let book = try city.plan(template.mappingText, bytes: bytes, as: city.actor("dong"))
            #expect(book.preview.isUnchanged && book.preview.rejected == [])
            #expect(book.preview.rows == 7)
        }
    }

    @Test(
        "Filled in by openpyxl: each changed cell becomes the command that the state asks for",
        .enabled(if: FilledTemplate.canFill, "scripts/setup-tests.sh has not been run"))
    func filled() throws {
        // Given the export, in which a clerk of 东区 changes a few cells
        var city = try city()
        let template = Template.commitmentUpdates
        let rows = city.sheet(for: "dong")
        let bytes = try FilledTemplate.bytes(
            template,
            """
            {"cells": {
              "3": {"签收": "是"},
              "4": {"进度（%）": "60%", "进展日期": {"date": "2024-11-30"}},
              "5": {"进度（%）": 55, "进展情况": "已开工 11 个"},
              "6": {"报结日期": "2024年10月15日", "进展情况": "均已开工"},
              "7": {}}}
            """, rows: rows)
        // When it is read back
        let plan = try city.plan(template.mappingText, bytes: bytes, as: city.actor("dong"))
        #expect(plan.preview.rejected.map { $0.text(.zh) } == [])
        // Then each row does what its state allows
        #expect(
            plan.names == [
                "commitment.acknowledge", "commitment.progress", "commitment.progress",
                "commitment.progress", "commitment.reportDone",
            ])
        #expect(plan.field("as_of", of: 1) == "2024-11-30" && plan.field("percent", of: 1) == "60")
        #expect(plan.field("note", of: 2) == "已开工 11 个" && plan.field("percent", of: 2) == "55")
        #expect(plan.field("as_of", of: 2) == "2024-12-31")
        #expect(plan.field("day", of: 4) == "2024-10-15")
        // And the same sheet again does nothing, and tells of what moved
        try city.run(plan, as: city.actor("dong"))
        let again = try city.plan(template.mappingText, bytes: bytes, as: city.actor("dong"))
        #expect(again.preview.isUnchanged && again.preview.rejected == [])
        #expect(again.preview.warnings.map(\.code) == Array(repeating: .rowMoved, count: 4))
    }

    @Test("A draft is redrafted; of an issued item a change is proposed, and needs a reason")
    func wording() throws {
        let city = try city()
        // Given a draft and an issued item, both reworded
        let changes = [
            "draft": ["完成时限": "", "配合单位": "交通局、西区", "事项": "新开工项目 22 个"],
            "held": ["完成时限": "2025年3月底", "责任人职务": ""],
        ]
        let bare = try city.plan(city.sheet(for: "fa", nil, changes), as: "fa")
        // Then the issued one lacks its reason
        #expect(bare.preview.rejected.map(\.column) == ["调整原因"])
        #expect(bare.preview.rejected.map(\.code) == [.cellUnfit] && bare.steps.isEmpty)
        // When it is given, and who answers for it is named otherwise
        var reasoned = changes
        reasoned["held"]?["调整原因"] = "批复晚于预期"
        reasoned["held"]?["责任人职务"] = "区长"
        let plan = try city.plan(city.sheet(for: "fa", nil, reasoned), as: "fa")
        #expect(plan.preview.rejected.map { $0.text(.zh) } == [])
        #expect(plan.names == ["commitment.redraft", "commitment.proposeAdjustment"])
        #expect(plan.field("due", of: 0) == nil)
        #expect(plan.field("supporting", of: 0) == #"["roads","west"]"#)
        #expect(plan.field("title", of: 0) == "新开工项目 22 个")
        #expect(plan.field("due", of: 1) == "2025-03-31")
        #expect(plan.field("post", of: 1) == "区长" && plan.field("title", of: 1) == nil)
    }

    @Test("What is proposed already is not proposed again, and another waits for its decision")
    func proposed() throws {
        let city = try city()
        let reason = ["调整原因": "批复晚于预期"]
        let same = ["waiting": reason.merging(["完成时限": "2025-03-31"]) { $1 }]
        let again = try city.plan(city.sheet(for: "dong", nil, same), as: "dong")
        #expect(again.preview.isUnchanged && again.preview.rejected == [])
        let other = ["waiting": reason.merging(["完成时限": "2025-06-30"]) { $1 }]
        let further = try city.plan(city.sheet(for: "dong", nil, other), as: "dong")
        #expect(further.preview.rejected.map(\.refusal) == [.adjustmentOpen])
        #expect(further.preview.rejected.map(\.column) == ["完成时限"])
    }

    @Test(
        "What the state does not allow is refused at its row and cell, and nothing is done",
        arguments: [
            ("draft", "进度（%）", "10", Refusal.Code.commitmentNotIssued),
            ("draft", "签收", "是", .commitmentNotIssued),
            ("issued", "进展情况", "已启动", .commitmentNotAcknowledged),
            ("held", "报结日期", "2024-10-15", .evidenceMissing),
            ("held", "进度（%）", "101", .percentOutOfRange),
            ("held", "进展日期", "2025-01-01", .dayInFuture),
            ("moving", "进展日期", "2024-01-01", .dayTooEarly),
            ("done", "进度（%）", "90", .commitmentDone),
            ("done", "完成时限", "2025-01-31", .commitmentDone),
        ])
    func refused(item: String, head: String, text: String, code: Refusal.Code) throws {
        let city = try city()
        var cells = [head: text]
        if head == "进展日期" { cells["进展情况"] = "有进展" }
        if head == "完成时限" { cells["调整原因"] = "延期" }
        let plan = try city.plan(city.sheet(for: "dong", nil, [item: cells]), as: "dong")
        #expect(plan.preview.rejected.map(\.refusal) == [code])
        let told = plan.preview.rejected.first
        #expect(told?.column == head || code == .commitmentNotIssued && head == "进度（%）")
        #expect(told?.value != nil && plan.steps.isEmpty)
    }

    @Test("Who may not do it is refused, however the sheet was come by")
    func others() throws {
        let city = try city()
        let changes = ["issued": ["签收": "是"]]
        let plan = try city.plan(city.sheet(for: "dong", nil, changes), as: "xi")
        #expect(plan.preview.rejected.map(\.refusal) == [.notYours])
        #expect(plan.preview.rejected.map(\.column) == ["签收"])
    }

    @Test("An item that moved since the export is told of, and not overwritten")
    func moved() throws {
        // Given an export, after which somebody else reports
        var city = try city()
        let changed = city.sheet(for: "dong", nil, ["moving": ["进度（%）": "50"]])
        let untouched = city.sheet(for: "dong")
        try city.progress("moving", 70, "又开工 6 个", on: "2024-07-31")
        // When the sheet that says something new comes back
        let plan = try city.plan(changed, as: "dong")
        // Then its row is refused and names the record
        let seq = city.city.commitments[ListCity.id("moving")]?.records.last ?? 0
        #expect(plan.preview.rejected.map(\.code) == [.rowMoved] && plan.steps.isEmpty)
        #expect(plan.preview.rejected.first?.words.zh.contains("\(seq)") == true)
        #expect(plan.preview.rejected.first?.column == "记录号")
        // One that does not touch the row is warned, and does not put the old figure back
        let still = try city.plan(untouched, as: "dong")
        #expect(still.preview.isUnchanged && still.preview.rejected == [])
        #expect(still.preview.warnings.map(\.code) == [.rowMoved])
        // And who has looked says so by the record's number
        let seen = changed.map { row in
            var row = row
            if row.cells["事项编号"] == "moving" { row.cells["记录号"] = "\(seq)" }
            return row
        }
        #expect(try city.plan(seen, as: "dong").names == ["commitment.progress"])
    }

    @Test("A field that an adjustment changed since is not changed back by an old export")
    func adjustedSince() throws {
        var city = try city()
        let before = city.sheet(for: "dong", ["waiting"])
        try city.run(
            DecideAdjustment {
                ($0.commitment, $0.adjustment) = (ListCity.id("waiting"), 1)
                $0.approved = true
            }, as: city.actor("shi"))
        #expect(
            city.city.commitments[ListCity.id("waiting")]?.profile.due
                == ListCity.day("2025-03-31"))
        let plan = try city.plan(before, as: "dong")
        #expect(plan.preview.isUnchanged && plan.preview.rejected == [])
    }

    @Test("Parts make up how far the whole is; nobody writes it there")
    func parts() throws {
        var city = try city()
        try city.draft("part") { $0.parent = ListCity.id("held") }
        try city.issue("part")
        try city.acknowledge("part")
        try city.progress("part", 30)
        let row = city.sheet(for: "dong", ["held"]).first
        #expect(row?.cells["进度（%）"] == nil && row?.cells["状态"] == "已签收 30%")
        #expect(row?.closed.contains("进度（%）") == true)
        let plan = try city.plan(
            city.sheet(for: "dong", ["held"], ["held": ["进度（%）": "80"]]), as: "dong")
        #expect(plan.preview.rejected.map(\.code) == [.cellUnfit])
        #expect(plan.preview.rejected.map(\.column) == ["进度（%）"])
        let word = try city.plan(
            city.sheet(for: "dong", ["held"], ["held": ["进展情况": "分项已启动"]]), as: "dong")
        #expect(word.names == ["commitment.progress"])
    }

    @Test("An unknown id is told with the nearest one, a number of no record too")
    func unknown() throws {
        let city = try city()
        var rows = city.sheet(for: "dong", ["moving", "held"])
        rows[0].cells["事项编号"] = "hold"
        rows[1].cells["记录号"] = "9999"
        let plan = try city.plan(rows, as: "dong")
        #expect(plan.preview.rejected.map(\.code) == [.rowUnknown, .rowUnknown])
        #expect(plan.preview.rejected.map(\.column) == ["事项编号", "记录号"])
        #expect(plan.preview.rejected.first?.words.zh.contains("“held”") == true)
    }

    @Test("What must stand there is not cleared")
    func cleared() throws {
        let city = try city()
        for head in ["事项", "完成标准", "牵头单位", "完成时限"] {
            let plan = try city.plan(
                city.sheet(for: "dong", ["held"], ["held": [head: "", "调整原因": "清空"]]),
                as: "dong")
            #expect(plan.preview.rejected.map(\.column) == [head], "\(head)")
        }
    }

    @Test("A sheet made for a person holds what that person may act on, and greys the rest")
    func forAPerson() throws {
        let city = try city()
        let filling = try #require(Template.commitmentUpdates.filling)
        let desk = TemplateDesk(city.holding, for: city.actor("dong"), on: TestCity.today)
        let rows = filling(desk)
        #expect(
            rows.compactMap { $0.cells["事项编号"] } == [
                "draft", "issued", "held", "moving", "shown", "waiting",
            ])
        #expect(rows[0].closed.isDisjoint(with: ["事项", "完成时限"]))
        #expect(rows[0].closed.isSuperset(of: ["签收", "进度（%）", "报结日期", "调整原因"]))
        let issued = rows[1]
        #expect(!issued.closed.contains("签收") && !issued.closed.contains("完成时限"))
        let moving = rows[3]
        #expect(moving.closed == ["签收"])
        #expect(rows[5].closed.isSuperset(of: ["调整原因", "完成时限", "牵头单位"]))
        let other = TemplateDesk(city.holding, for: city.actor("shi"), on: TestCity.today)
        #expect(filling(other).isEmpty)
    }
}
