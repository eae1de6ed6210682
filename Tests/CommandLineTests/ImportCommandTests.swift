import Foundation
import JSON
import SaimaProgram
import Testing

struct ImportCommandTests {
    private static let mapping = """
        mapping: targets
        schema: 1
        sheet: {kind: csv}
        records:
          - entity: organization
            key: [id]
            fields:
              id: {column: 编号, type: text}
              kind: {constant: district}
              name: {column: 名称, type: text}
              from: {constant: "2024-01-01"}

        """

    private func paths(_ sheet: String) throws -> (scratch: Scratch, arguments: [String]) {
        let scratch = try Scratch()
        let file = try scratch.write("sheet.csv", sheet)
        let mapping = try scratch.write("map.yaml", ImportCommandTests.mapping)
        return (
            scratch, ["import", file, "--mapping", mapping, "--data", scratch.path("data")]
        )
    }

    @Test("an import begins a city, and the same file twice changes nothing")
    func begins() throws {
        let (scratch, arguments) = try paths("编号,名称\na,甲区\nb,乙区\n")
        let tried = try SaimaProgram.run(arguments + ["--dry-run"])
        #expect(tried.status == 0, "\(tried.errors) \(tried.output)")
        #expect(!FileManager.default.fileExists(atPath: scratch.path("data")))
        let first = try SaimaProgram.run(arguments + ["--json"])
        #expect(first.status == 0, "\(first.errors) \(first.output)")
        let preview = try JSON.parse(first.bytes)
        #expect(preview["commands"] == .integer(2) && preview["applied"] == .bool(true))
        let again = try JSON.parse(try SaimaProgram.run(arguments + ["--json"]).bytes)
        #expect(again["commands"] == .integer(0))
        let verified = try SaimaProgram.run(["verify", "--json", "--data", scratch.path("data")])
        #expect(try JSON.parse(verified.bytes)["records"] == .integer(2))
    }

    @Test("a refused row refuses the file, and a city it would have begun is not there")
    func refused() throws {
        let (scratch, arguments) = try paths("编号,名称\na,甲区\n-b-,\n")
        let run = try SaimaProgram.run(arguments)
        #expect(run.status == 1 && run.isOrderly, "\(run.errors)")
        #expect(
            try !FileManager.default.contentsOfDirectory(atPath: scratch.folder).contains("data"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: scratch.folder).sorted()
                == ["map.yaml", "sheet.csv"])
    }

    @Test("a dry run into a city that is there writes nothing")
    func dryRun() throws {
        let (scratch, arguments) = try paths("编号,名称\nb,乙区\n")
        defer { withExtendedLifetime(scratch) {} }
        let book = try Book()
        let into = arguments.dropLast() + [book.data]
        #expect(try SaimaProgram.run(into + ["--dry-run"]).status == 0)
        #expect(try SaimaProgram.run(Array(into)).status == 0)
        let verified = try SaimaProgram.run(["verify", "--json", "--data", book.data])
        #expect(try JSON.parse(verified.bytes)["records"] == .integer(3))
    }

    private static let capitalSheet: String? = {
        let named = ProcessInfo.processInfo.environment["SAIMA_SHARED"]
        let shared =
            named ?? SaimaProgram.root.deletingLastPathComponent().appending(path: "shared").path
        let path = shared + "/data/nyc_capital_changes/NYC_capital_projects_20190901.csv"
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }()

    @Test(
        "a public sheet comes in by the mapping that ships with the program",
        .enabled(if: capitalSheet != nil, "the public data sets are not here"))
    func capital() throws {
        let scratch = try Scratch()
        let data = scratch.path("data")
        #expect(try SaimaProgram.run(["sample", "nyc-capital", "--data", data]).status == 0)
        let file = try #require(ImportCommandTests.capitalSheet)
        let arguments = ["import", file, "--mapping", "capital-projects.yaml", "--data", data]
        let first = try JSON.parse(try SaimaProgram.run(arguments + ["--json"]).bytes)
        #expect(first["applied"] == .bool(true) && first["rejected"] == .array([]))
        let again = try JSON.parse(try SaimaProgram.run(arguments + ["--json"]).bytes)
        #expect(again["commands"] == .integer(0))
        #expect(try SaimaProgram.run(["verify", "--data", data]).status == 0)
    }
}
