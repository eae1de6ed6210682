import CityHall
import Delivery
import Foundation
import Interchange
import JSON
import Rulebook
import Testing

@Suite("Claims and rulings on them, from sheets")
struct RecognitionTests {
    /// Three projects of 东区; the first two claim that work began, the third lacks a photograph.
    private func city() throws -> TestCity {
        var city = try ListCity.make()
        for id in ["p-1", "p-2", "p-3"] {
            let line =
                #"{"cmd":"project.register","id":"\#(id)","name":"示例 \#(id)","track":"attracted","#
                + #""lead":"east","credits":[{"organization":"east","share":"1"}],"#
                + #""from":"2024-01-01"}"#
            try city.run(JSON.parse(Array(line.utf8)).canonical())
            var evidence: [Evidence] = []
            for (place, kind) in [EvidenceKind.constructionPermit, .sitePhotograph].enumerated()
            where id != "p-3" || place == 0 {
                var one = Evidence()
                (one.kind, one.size, one.mediaType) = (kind, 1, "image/jpeg")
                one.sha256 = SHA256Text(String(repeating: "\(place)", count: 64)) ?? .blank
                one.name = .text("文件\(place).jpg")
                evidence.append(one)
            }
            let shown = evidence
            try city.run(
                ClaimStage {
                    ($0.project, $0.stage) = (ProjectID(unchecked: id), .started)
                    ($0.day, $0.evidence) = (ListCity.day("2024-10-15"), shown)
                }, as: city.actor("dong"))
        }
        return city
    }

    private func template(_ kind: String) throws -> Template {
        try #require(Template.named(kind))
    }

    private func rows(_ city: TestCity, for person: String) throws -> [FilledRow] {
        let filling = try #require(try template("recognitions").filling)
        return filling(TemplateDesk(city.holding, for: city.actor(person), on: TestCity.today))
    }

    private func plan(_ city: TestCity, _ rows: [FilledRow], as person: String) throws
        -> ImportPlan
    {
        let template = try template("recognitions")
        return try city.plan(
            template.mappingText, bytes: template.text(rows), as: city.actor(person))
    }

    @Test("The sheet holds the claims that wait for whoever may rule on them")
    func waiting() throws {
        let city = try city()
        let rows = try rows(city, for: "fa")
        #expect(rows.map { $0.cells["项目"] } == ["p-1", "p-2", "p-3"])
        #expect(rows[0].cells["已交佐证"] == "施工许可：文件0.jpg；现场照片：文件1.jpg")
        #expect(rows[0].cells["缺少佐证"] == "" && rows[2].cells["缺少佐证"] == "现场照片")
        #expect(rows[0].cells["申报地区"] == "东区" && rows[0].cells["申报日期"] == "2024-10-15")
        // Nobody rules on what credits his own house, and a reporter rules on nothing.
        for person in ["dong", "xi", "shi"] {
            let none = try self.rows(city, for: person)
            #expect(none.isEmpty, "\(person)")
        }
    }

    @Test(
        "Filled in by openpyxl: recognised, refused, and left for later, which is said",
        .enabled(if: FilledTemplate.canFill, "scripts/setup-tests.sh has not been run"))
    func filled() throws {
        var city = try city()
        let template = try template("recognitions")
        let bytes = try FilledTemplate.bytes(
            template,
            """
            {"cells": {
              "2": {"认定结论": "认定", "认定日期": {"date": "2024-10-28"}},
              "4": {"认定结论": "不予认定", "不予认定原因": "佐证不足", "说明": "缺现场照片"}}}
            """, lists: TemplateLists(city.city), rows: try rows(city, for: "fa"),
            recalculated: FilledTemplate.haveOffice)
        let plan = try city.plan(template.mappingText, bytes: bytes, as: city.actor("fa"))
        #expect(plan.preview.rejected.map { $0.text(.zh) } == [])
        #expect(plan.names == ["project.recogniseStage", "project.refuseStage"])
        #expect(plan.field("day", of: 0) == "2024-10-28" && plan.field("claim", of: 0) == "1")
        #expect(plan.field("because", of: 1) == "evidence_insufficient")
        let later = plan.preview.notes.first { $0.code == .rowsUndecided }
        #expect(later?.count == 1 && later?.words.zh.contains("第 3 行") == true)
        // The same sheet again rules on nothing twice.
        try city.run(plan, as: city.actor("fa"))
        let again = try city.plan(template.mappingText, bytes: bytes, as: city.actor("fa"))
        #expect(again.preview.isUnchanged && again.preview.rejected == [])
        // What waited still waits.
        #expect(try rows(city, for: "fa").map { $0.cells["项目"] } == ["p-2"])
    }

    @Test(
        "What cannot be ruled so is refused at its cell",
        arguments: [
            (2, ["认定结论": "认定"], "环节", Refusal.Code.evidenceMissing),
            (0, ["认定结论": "认定", "认定日期": "2025-02-01"], "认定日期", .dayInFuture),
            (0, ["认定结论": "不予认定"], "不予认定原因", nil),
            (0, ["认定结论": "认定", "不予认定原因": "其他"], "不予认定原因", nil),
            (0, ["认定结论": "不予认定", "不予认定原因": "其他", "认定日期": "2024-10-15"], "认定日期", nil),
            (0, ["说明": "看过"], "认定结论", nil), (0, ["申报号": "7", "认定结论": "认定"], "申报号", nil),
            (0, ["环节": "签约", "申报号": "", "认定结论": "认定"], "环节", nil),
            (0, ["认定结论": "同意"], "认定结论", nil),
        ] as [(Int, [String: String], String, Refusal.Code?)])
    func refused(
        row: Int, cells: [String: String], column: String, code: Refusal.Code?
    ) throws {
        let city = try city()
        var rows = try rows(city, for: "fa")
        for (head, text) in cells { rows[row].cells[head] = text }
        let plan = try plan(city, rows, as: "fa")
        #expect(plan.preview.rejected.map(\.column) == [column])
        #expect(plan.preview.rejected.map(\.refusal) == [code])
        #expect(plan.preview.rejected.map(\.row) == [row + 2] && plan.steps.isEmpty)
    }

    @Test("A claim that was ruled on meanwhile is not ruled on again, and the ruling stands")
    func ruledMeanwhile() throws {
        var city = try city()
        var rows = try rows(city, for: "fa")
        for place in rows.indices.dropLast() { rows[place].cells["认定结论"] = "认定" }
        try city.run(
            RefuseStage {
                ($0.project, $0.claim) = (ProjectID(unchecked: "p-1"), 1)
                $0.because = .notOnSite
            }, as: city.actor("du"))
        let plan = try plan(city, rows, as: "fa")
        #expect(plan.preview.rejected.map(\.refusal) == [.claimRuled])
    }

    @Test("A district's claims come in from a sheet with their files, and are ruled on from one")
    func claims() throws {
        // Given a sheet of claims beside its files
        var city = try city()
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "saima-claims-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("合同".utf8).write(to: folder.appending(path: "合同.pdf"))
        let row = FilledRow([
            "项目": "示例 p-1", "环节": "签约", "达到日期": "2024年3月底", "佐证一类别": "合同",
            "佐证一文件": "合同.pdf",
        ])
        let claims = try template("claims")
        let files = EvidenceFolder(beside: folder, keptIn: nil)
        let bytes = claims.text([row])
        // When the district's reporter brings it in
        let plan = try city.plan(
            claims.mappingText, bytes: bytes, as: city.actor("dong"), files: files)
        #expect(plan.preview.rejected.map { $0.text(.zh) } == [])
        #expect(plan.files.map(\.place.lastPathComponent) == ["合同.pdf"])
        // Then nobody of another district could
        let other = try city.plan(
            claims.mappingText, bytes: bytes, as: city.actor("xi"),
            files: EvidenceFolder(beside: folder, keptIn: nil))
        #expect(other.preview.rejected.map(\.refusal) == [.notYours])
        // And the ruling's sheet shows it with its file
        try city.run(plan, as: city.actor("dong"))
        let waiting = try rows(city, for: "fa").first { $0.cells["环节"] == "签约" }
        #expect(waiting?.cells["已交佐证"] == "合同：合同.pdf" && waiting?.cells["缺少佐证"] == "")
        var verdict = try #require(waiting)
        verdict.cells["认定结论"] = "认定"
        let ruling = try self.plan(city, [verdict], as: "fa")
        #expect(ruling.names == ["project.recogniseStage"])
        #expect(ruling.field("day", of: 0) == "2024-03-31")
    }
}
