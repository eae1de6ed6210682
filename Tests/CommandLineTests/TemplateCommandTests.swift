import Foundation
import JSON
import SaimaProgram
import Testing

@Suite("saima template")
struct TemplateCommandTests {
    @Test("writes a workbook and its mapping, and says how to import it")
    func writes() throws {
        let scratch = try Scratch()
        for kind in [
            "organizations", "projects", "claims", "investment", "indicators", "figures",
            "commitments", "recognitions", "commitment-updates", "stage-claims",
            "monthly-investment",
        ] {
            let sheet = scratch.path("\(kind).xlsx")
            let run = try SaimaProgram.run(["template", kind, "-o", sheet])
            #expect(run.status == 0 && run.bytes.isEmpty, "\(kind): \(run.errors)")
            #expect(run.errors.contains("--mapping template:"))
            #expect(try Data(contentsOf: URL(filePath: sheet)).starts(with: Array("PK".utf8)))
            let mapping = scratch.path("\(kind).yaml")
            #expect(try SaimaProgram.run(["template", kind, "-o", mapping]).status == 0)
            #expect(try String(contentsOfFile: mapping, encoding: .utf8).contains("schema: 1"))
        }
    }

    @Test("an empty one comes back through its own mapping and changes nothing")
    func comesBack() throws {
        let scratch = try Scratch()
        let book = try Book()
        let sheet = scratch.path("projects.xlsx")
        let made = try SaimaProgram.run([
            "template", "projects", "-o", sheet, "--data", book.data,
        ])
        #expect(made.status == 0, "\(made.errors)")
        for mapping in ["template:projects", scratch.path("own.yaml")] {
            if mapping.hasSuffix(".yaml") {
                _ = try SaimaProgram.run(["template", "projects", "-o", mapping])
            }
            let run = try SaimaProgram.run([
                "import", sheet, "--mapping", mapping, "--data", book.data, "--json",
            ])
            #expect(run.status == 0, "\(run.errors) \(run.output)")
            #expect(try JSON.parse(run.bytes)["commands"] == .integer(0))
        }
    }

    @Test("a kind that is none, a wrong ending, a file that is there, a place that is none")
    func refused() throws {
        let scratch = try Scratch()
        let there = try scratch.write("there.xlsx", "filled in")
        let cases: [([String], Int32, String)] = [
            (
                ["template", "project-s", "-o", scratch.path("a.xlsx")], 64,
                "did you mean projects?"
            ),
            (["template", "projects", "-o", scratch.path("a.csv")], 64, "output_ending_unknown"),
            (["template", "projects", "-o", scratch.path(".xlsx")], 64, "output_ending_unknown"),
            (["template", "projects"], 64, "output"),
            (["template", "projects", "-o", there], 1, "output_exists"),
            (["template", "projects", "-o", scratch.path("no/a.xlsx")], 1, "output_unwritable"),
            (
                [
                    "template", "projects", "-o", scratch.path("a.xlsx"), "--data",
                    scratch.path("no"),
                ], 1, "data_directory_missing"
            ),
        ]
        for (arguments, status, said) in cases {
            let run = try SaimaProgram.run(arguments)
            #expect(run.status == status && run.isOrderly, "\(arguments): \(run.errors)")
            #expect(run.errors.contains(said), "\(arguments): \(run.errors)")
        }
        #expect(try String(contentsOfFile: there, encoding: .utf8) == "filled in")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: scratch.folder) == ["there.xlsx"])
        let unknown = try SaimaProgram.run([
            "import", there, "--mapping", "template:nothing", "--data", scratch.path("d"),
        ])
        #expect(unknown.status == 1 && unknown.errors.contains("template_unknown"))
    }
}

@Suite("Claims from a sheet")
struct ClaimSheetTests {
    private static let heads =
        "项目,环节,达到日期,年度,佐证一类别,佐证一文件,佐证二类别,佐证二文件,佐证三类别,佐证三文件"

    /// A city with a project of one district and its reporter.
    private func city(in scratch: Scratch) throws -> String {
        let data = scratch.path("data")
        let commands = """
            {"cmd":"organization.register","id":"a","kind":"district","name":"甲区",\
            "from":"2024-01-01"}
            {"cmd":"project.register","id":"p-1","name":"项目一","track":"attracted","lead":"a",\
            "credits":[{"organization":"a","share":"1"}],"from":"2024-01-01"}
            {"cmd":"person.appoint","person":"zs","organization":"a","roles":["district_reporter"]}

            """
        try FileManager.default.createDirectory(
            atPath: data, withIntermediateDirectories: false)
        let file = try scratch.write("commands.jsonl", commands)
        let run = try SaimaProgram.run(["do", file, "--data", data, "--as", "console"])
        #expect(run.status == 0, "\(run.errors) \(run.output)")
        return data
    }

    private func claim(
        _ rows: String, _ data: String, _ scratch: Scratch, as person: String = "zs"
    ) throws -> SaimaProgram.Ended {
        let sheet = try scratch.write("claims.csv", ClaimSheetTests.heads + "\n" + rows + "\n")
        return try SaimaProgram.run([
            "import", sheet, "--mapping", "template:claims", "--data", data, "--as", person,
            "--json",
        ])
    }

    @Test("carry their files into the city, once, and verify finds them there")
    func evidence() throws {
        let scratch = try Scratch()
        let data = try city(in: scratch)
        try scratch.write("许可证.pdf", "%PDF-1.7 permit")
        try scratch.write("现场.jpg", "\u{FF}not a picture")
        let rows = "p-1,开工,10月底,2024,施工许可,许可证.pdf,现场照片,现场.jpg,,"
        let first = try claim(rows, data, scratch)
        #expect(first.status == 0, "\(first.errors) \(first.output)")
        #expect(try JSON.parse(first.bytes)["commands"] == .integer(1))
        let again = try claim(rows, data, scratch)
        #expect(try JSON.parse(again.bytes)["commands"] == .integer(0), "\(again.output)")
        let verified = try SaimaProgram.run(["verify", "--data", data])
        #expect(verified.status == 0, "\(verified.output) \(verified.errors)")
        #expect((verified.output + verified.errors).contains("2 cited files here"))
        // The same file by its hash stands for itself.
        let folder = data + "/files"
        let kept = try FileManager.default.subpathsOfDirectory(atPath: folder)
            .filter { $0.contains("/") }.map { String($0.suffix(64)) }
        #expect(kept.count == 2)
        let hash = try #require(kept.first)
        let other = try claim("p-1,签约,2024-03-02,,合同,\(hash),,,,", data, scratch)
        #expect(other.status == 0, "\(other.errors) \(other.output)")
    }

    @Test("are refused at their row and column, with nothing kept")
    func refused() throws {
        let scratch = try Scratch()
        let data = try city(in: scratch)
        try scratch.write("empty.pdf", "")
        let cases = [
            ("p-1,签约,2024-03-02,,合同,没有.pdf,,,,", "file_missing"),
            ("p-1,签约,2024-03-02,,合同,../data/ledger.sqlite,,,,", "file_refused"),
            ("p-1,签约,2024-03-02,,合同,/etc/passwd,,,,", "file_refused"),
            ("p-1,签约,2024-03-02,,合同,empty.pdf,,,,", "file_refused"),
            ("p-1,签约,2024-03-02,,合同,,,,,", "cell_unreadable"),
            ("p-1,签约,2024-03-02,,合 约,empty.pdf,,,,", "code_unknown"),
            (
                "p-1,签约,2024-03-02,,合同,\(String(repeating: "0", count: 64)),,,,",
                "file_missing"
            ),
        ]
        for (row, code) in cases {
            let run = try claim(row, data, scratch)
            #expect(run.status == 1 && run.isOrderly, "\(row): \(run.errors)")
            let issue = try JSON.parse(run.bytes)["rejected"]?.arrayValue?.first
            #expect(issue?["code"]?.stringValue == code, "\(row): \(run.output)")
            #expect(issue?["row"] == .integer(2))
            #expect(issue?["column"]?.stringValue?.contains("佐证一文件") == true)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: data + "/files").isEmpty)
        let console = try claim(
            "p-1,签约,2024-03-02,,,,,,,", data, scratch, as: "console")
        #expect(console.status == 1 && console.output.contains("not_permitted"))
        let nobody = try claim("p-1,签约,2024-03-02,,,,,,,", data, scratch, as: "nobody")
        #expect(nobody.status == 1 && nobody.errors.contains("person_unknown"))
    }
}
