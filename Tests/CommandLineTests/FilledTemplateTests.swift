import Foundation
import JSON
import SaimaProgram
import Testing

@Suite("Sheets that hold what waits for a person")
struct FilledTemplateTests {
    private static let heads =
        "项目,项目名称,环节,申报号,申报地区,申报日期,已交佐证,缺少佐证,认定结论,认定日期,不予认定原因,说明\n"

    /// A claim that waits for `fa`, and an item of the list that `zs` has in hand.
    private func city(in scratch: Scratch) throws -> String {
        let data = scratch.path("data")
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: false)
        try give(
            """
            {"cmd":"organization.register","id":"a","kind":"district","name":"甲区",\
            "from":"2024-01-01"}
            {"cmd":"organization.register","id":"b","kind":"department","name":"发改委",\
            "from":"2024-01-01"}
            {"cmd":"project.register","id":"p-1","name":"项目一","track":"attracted","lead":"a",\
            "credits":[{"organization":"a","share":"1"}],"from":"2024-01-01"}
            {"cmd":"person.appoint","person":"zs","organization":"a","roles":["district_reporter"]}
            {"cmd":"person.appoint","person":"fa","organization":"b","roles":["dispatcher"]}
            {"cmd":"commitment.draft","id":"c-1","kind":"task","title":"开工 20 个",\
            "criterion":"20 个许可","lead":"a","post":"副区长","due":"2024-12-31"}
            {"cmd":"commitment.issue","commitment":"c-1","day":"2024-02-01"}

            """, "console", data, scratch)
        try give(
            """
            {"cmd":"project.claimStage","project":"p-1","stage":"negotiating","day":"2024-03-02"}
            {"cmd":"commitment.acknowledge","commitment":"c-1"}

            """, "zs", data, scratch)
        return data
    }

    private func give(
        _ lines: String, _ person: String, _ data: String, _ scratch: Scratch
    ) throws {
        let file = try scratch.write("\(person).jsonl", lines)
        let run = try SaimaProgram.run(["do", file, "--data", data, "--as", person])
        #expect(run.status == 0, "\(run.errors) \(run.output)")
    }

    private func bring(
        _ sheet: String, _ kind: String, _ person: String, _ data: String
    ) throws -> (status: Int32, preview: JSON) {
        let run = try SaimaProgram.run([
            "import", sheet, "--mapping", "template:\(kind)", "--data", data, "--as", person,
            "--json",
        ])
        return (run.status, try JSON.parse(run.bytes))
    }

    @Test("a claim waits in the sheet of rulings, and is recognised by it, once")
    func rulings() throws {
        let scratch = try Scratch()
        let data = try city(in: scratch)
        let sheet = scratch.path("rulings.xlsx")
        let made = try SaimaProgram.run([
            "template", "recognitions", "-o", sheet, "--data", data, "--as", "fa",
        ])
        #expect(made.status == 0 && made.errors.contains("holds 1 row"), "\(made.errors)")
        // As it was handed out it decides nothing, and says so.
        let (status, preview) = try bring(sheet, "recognitions", "fa", data)
        #expect(status == 0 && preview["commands"] == .integer(0))
        let codes = preview["notes"]?.arrayValue?.map { $0["code"]?.stringValue }
        #expect(codes?.contains("rows_undecided") == true)
        // With a verdict it is a ruling; the same again is nothing.
        let ruled = try scratch.write(
            "rulings.csv", Self.heads + "p-1,,在谈,1,,,,,认定,2024年3月5日,,\n")
        for commands in [1, 0] {
            let (status, preview) = try bring(ruled, "recognitions", "fa", data)
            #expect(status == 0 && preview["commands"] == .integer(commands))
        }
        // Nobody rules on what credits the own house.
        let own = try SaimaProgram.run([
            "template", "recognitions", "-o", scratch.path("own.xlsx"), "--data", data, "--as",
            "zs",
        ])
        #expect(own.status == 0 && own.errors.contains("holds 0 rows"), "\(own.errors)")
    }

    @Test("an item comes back by its id as nothing to do, and a nobody gets no sheet")
    func updates() throws {
        let scratch = try Scratch()
        let data = try city(in: scratch)
        let sheet = scratch.path("list.xlsx")
        let made = try SaimaProgram.run([
            "template", "commitment-updates", "-o", sheet, "--data", data, "--as", "zs",
        ])
        #expect(made.status == 0, "\(made.errors)")
        let (status, preview) = try bring(sheet, "commitment-updates", "zs", data)
        #expect(status == 0 && preview["commands"] == .integer(0))
        #expect(preview["rows"] == .integer(1) && preview["rejected"]?.arrayValue?.isEmpty == true)
        let nobody = try SaimaProgram.run([
            "template", "commitment-updates", "-o", scratch.path("no.xlsx"), "--data", data,
            "--as", "nobody",
        ])
        #expect(nobody.status == 1 && nobody.errors.contains("person_unknown"))
        let unnamed = try SaimaProgram.run([
            "template", "commitment-updates", "-o", scratch.path("all.xlsx"), "--data", data,
        ])
        #expect(unnamed.status == 0 && unnamed.errors.contains("--as"))
    }
}
