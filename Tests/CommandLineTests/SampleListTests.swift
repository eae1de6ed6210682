import Foundation
import JSON
import SaimaProgram
import Testing

@Suite("The lists of the sample of Dalian 2024")
struct SampleListTests {
    @Test("Three lists stand in editions, are followed to the end, and their evidence opens")
    func lists() throws {
        // Given the sample, and its tables
        let scratch = try Scratch()
        let (data, tables) = (scratch.path("data"), scratch.path("tables.sqlite"))
        #expect(try SaimaProgram.run(["sample", "dalian-2024", "--data", data]).status == 0)
        let export = ["export", "tables", "--data", data, "-o", tables]
        #expect(try SaimaProgram.run(export).status == 0)
        func ask(_ question: String) throws -> [String] {
            let sqlite = Process()
            sqlite.executableURL = URL(filePath: "/usr/bin/env")
            sqlite.arguments = ["sqlite3", "-readonly", tables, question]
            let pipe = Pipe()
            sqlite.standardOutput = pipe
            try sqlite.run()
            let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
            sqlite.waitUntilExit()
            return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        }
        // Then the article's list, the plan of 23 items and the 15 promises are published
        let lines = try ask(
            "select list, max(edition), count(*) from list_edition_lines "
                + "group by list, edition order by list, edition")
        #expect(
            lines == [
                "minsheng-2024|1|15", "tisheng-2024|1|22", "tisheng-2024|2|22",
                "yingshang-2024|1|23",
            ])
        // and the plan has 60 measures below its items
        let measures = try ask("select count(*) from commitments where parent like 'ys-__'")
        #expect(measures == ["60"])
        // and things came to every end that there is
        let states = Set(try ask("select distinct state from commitments"))
        let ends: Set = [
            "struck_off", "verified", "reported_done", "in_progress", "acknowledged", "suspended",
        ]
        #expect(states.isSuperset(of: ends), "\(states)")
        for table in ["commitment_adjustments", "commitment_periods"] {
            #expect(try ask("select count(*) > 1 from \(table)") == ["1"], "\(table)")
        }
        #expect(try ask("select count(*) > 9 from commitments where returns > 0") == ["1"])
        // and each file that an item of the lists cites lies there, and is what was cited
        let verified = try SaimaProgram.run(["verify", "--data", data, "--json"])
        #expect(verified.status == 0)
        let files = try JSON.parse(verified.bytes)["files"]?.intValue ?? 0
        #expect(files > 80, "\(verified.output)")
    }
}
