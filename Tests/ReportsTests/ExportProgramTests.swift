import Foundation
import JSON
import SaimaProgram
import Testing

/// What `saima export` writes, read by other programs and compared with what `saima race` and
/// `saima facts` print.
@Suite("saima export, read by others", .serialized)
struct ExportProgramTests {
    private static let withPackages = "scripts/setup-tests.sh has not been run"

    /// Writes what a month's race and the one before print, and what its bulletin says beside.
    private func tell(_ period: String, before: String?, in scratch: Scratch) throws -> [String] {
        for (command, name) in [("race", "race.json"), ("facts", "facts.json")] {
            let run = try SharedCity.told(command, period)
            #expect(run.status == 0, "\(run.errors)")
            try Data(run.bytes).write(to: URL(filePath: scratch.path(name)))
        }
        if let before {
            let run = try SharedCity.told("race", before)
            try Data(run.bytes).write(to: URL(filePath: scratch.path("before.json")))
        }
        let last = try lastRecords(of: period, in: scratch)
        let cut = scratch.path("cut.sqlite")
        let exported = try SaimaProgram.run([
            "export", "tables", "--data", try SharedCity.data, "-o", cut, "--as-of",
            "\(last.counted - 1)",
        ])
        #expect(exported.status == 0, "\(exported.errors)")
        let rulebook = SaimaProgram.root.appending(
            path: "Sources/saima/Resources/project-race-2.yaml"
        ).path
        let wrong = try Readers.plainComplaint(
            "about.py", cut, scratch.path("facts.json"), rulebook, "\(last.records)",
            scratch.path("about.json"))
        #expect(wrong == nil)
        return [
            scratch.path("race.json"), before == nil ? "-" : scratch.path("before.json"),
            scratch.path("about.json"),
        ]
    }

    /// How many records there are, and how many of them the period's race counts.
    private func lastRecords(
        of period: String, in scratch: Scratch
    ) throws -> (records: Int, counted: Int) {
        let verified = try SaimaProgram.run(["verify", "--json", "--data", try SharedCity.data])
        let records = try #require(try JSON.parse(verified.bytes)["records"]?.intValue)
        let file = scratch.path("notes.html")
        _ = try SharedCity.bulletin(period, to: file)
        let page = try String(contentsOf: URL(filePath: file), encoding: .utf8)
        let counted = page.split(separator: "及以前登记的").last?.prefix { $0.isNumber }
        return (records, try #require(counted.flatMap { Int($0) }))
    }

    @Test(
        "every number of a bulletin is the race's, in each form",
        .enabled(if: Readers.havePackages, Comment(rawValue: withPackages)),
        arguments: [("2024-01", nil), ("2024-03", "2024-02"), ("2024-10", "2024-09")])
    func numbers(period: String, before: String?) throws {
        let scratch = try Scratch()
        let told = try tell(period, before: before, in: scratch)
        for form in ["docx", "html", "xlsx"] {
            let file = scratch.path("bulletin.\(form)")
            let run = try SharedCity.bulletin(
                period, to: file, ["--number", SharedCity.number])
            #expect(run.status == 0 && run.bytes.isEmpty, "\(run.errors)")
            let wrong = try Readers.complaint("\(form)_reader.py", file, told[0], told[1], told[2])
            #expect(wrong == nil)
        }
    }

    @Test(
        "a bulletin of thirteen districts in three groups prints on two pages, tables whole",
        .enabled(if: Readers.havePrinters, Comment(rawValue: withPackages)),
        arguments: ["docx", "html"])
    func paper(form: String) throws {
        let scratch = try Scratch()
        let told = try tell("2024-12", before: "2024-11", in: scratch)
        let file = scratch.path("bulletin.\(form)")
        _ = try SharedCity.bulletin("2024-12", to: file, ["--number", SharedCity.number])
        #expect(try Readers.plainComplaint("paper.py", file, told[0], told[2]) == nil)
    }

    @Test(
        "exported tables hold what saima prints, and rows stand on records that speak of them",
        .enabled(if: Readers.havePython, "python3 is not installed"))
    func tables() throws {
        let scratch = try Scratch()
        let file = scratch.path("city.sqlite")
        let run = try SaimaProgram.run([
            "export", "tables", "--data", try SharedCity.data, "-o", file,
        ])
        #expect(run.status == 0 && run.bytes.isEmpty && run.errors == "wrote \(file)\n")
        for period in ["2024-01", "2024-06", "2024-12"] {
            for command in ["race", "facts"] {
                let told = try SharedCity.told(command, period)
                let name = scratch.path("\(command)-\(period).json")
                try Data(told.bytes).write(to: URL(filePath: name))
            }
        }
        #expect(try Readers.plainComplaint("sqlite_reader.py", file, scratch.folder) == nil)
        let status = try FileManager.default.attributesOfItem(atPath: file)
        #expect(status[.posixPermissions] as? Int == 0o600)
    }

    @Test("the same export twice is the same bytes, and says that it replaced the first")
    func twice() throws {
        let scratch = try Scratch()
        for form in ["docx", "xlsx", "html"] {
            let file = scratch.path("b.\(form)")
            let first = try SharedCity.bulletin("2024-05", to: file)
            #expect(first.status == 0 && first.errors == "wrote \(file)\n")
            let bytes = try Data(contentsOf: URL(filePath: file))
            let second = try SharedCity.bulletin("2024-05", to: file)
            #expect(second.status == 0 && second.errors.contains("replacing"))
            #expect(try Data(contentsOf: URL(filePath: file)) == bytes)
            let english = try SharedCity.bulletin("2024-05", to: file, ["--english"])
            #expect(english.status == 0)
            #expect(try Data(contentsOf: URL(filePath: file)) != bytes)
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: scratch.folder).sorted()
                == ["b.docx", "b.html", "b.xlsx"])
    }
}
