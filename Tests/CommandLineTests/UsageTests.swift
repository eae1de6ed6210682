import Foundation
import JSON
import SaimaProgram
import Testing

struct UsageTests {
    @Test(
        "a command line that is not right ends with status 64 and a sentence",
        arguments: [
            ["no-such"], ["--no-such"], ["score"], ["score", "a"], ["score", "a", "b", "c"],
            ["facts"], ["race"], ["verify"], ["verify", "--data"], ["do"], ["do", "-"],
            ["do", "-", "--data", "d"], ["do", "-", "--data", "d", "--as", ""],
            ["do", "-", "--data", "d", "--as", "甲"], ["sample"], ["sample", "nyc-capital"],
            ["import", "a.csv", "--data", "d"], ["serve"], ["serve", "--data", "d", "--port", "x"],
            ["serve", "--data", "d", "--port", "65536"], ["new", "--data", "d"],
            ["new", "--scale", "1", "--data", "d"], ["commands", "--lang", "fr"],
            ["commands", "extra"], ["people", "reset-password", "a"],
            ["people", "reset-password", "--data", "d"],
        ])
    func usage(arguments: [String]) throws {
        for language in ["en_US.UTF-8", "C"] {
            let run = try SaimaProgram.run(arguments, language: language)
            #expect(run.status == 64 && run.isOrderly, "\(run.errors)")
            #expect(run.bytes.isEmpty && run.errors.contains("[usage]"))
        }
    }

    @Test("help is no error")
    func help() throws {
        for arguments in [["--help"], ["help"], ["do", "--help"], ["help", "race"]] {
            let run = try SaimaProgram.run(arguments)
            #expect(run.status == 0 && !run.bytes.isEmpty)
        }
    }

    @Test("files that are missing, directories, empty, binary or enormous are refused")
    func files() throws {
        let scratch = try Scratch()
        let rulebook = SaimaProgram.root.appending(
            path: "Tests/Fixtures/rulebooks/project-race.yaml"
        ).path
        let facts = rulebook.replacing(".yaml", with: ".facts.json")
        let huge = try scratch.write("huge", "")
        try FileHandle(forWritingTo: URL(filePath: huge)).truncate(atOffset: 1 << 36)
        let binary = scratch.path("binary")
        try Data((0..<4_096).map { UInt8(truncatingIfNeeded: $0 &* 37) }).write(
            to: URL(filePath: binary))
        let wide = scratch.path("utf-16")
        try Data("rulebook: 甲".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
            .write(to: URL(filePath: wide))
        let deep = try scratch.write("deep", String(repeating: "[", count: 200_000))
        let bad = [
            scratch.path("missing"), scratch.folder, huge, binary, wide, deep, "/proc/self/mem",
            try scratch.write("empty", ""), rulebook + "/under-a-file", "",
            String(repeating: "a/", count: 3_000),
        ]
        let book = try Book()
        for path in bad {
            let runs = [
                try SaimaProgram.run(["score", path, facts]),
                try SaimaProgram.run(["score", rulebook, path]),
                try SaimaProgram.run(["import", path, "--mapping", path, "--data", book.data]),
                try SaimaProgram.run([
                    "import", path, "--mapping", "capital-projects", "--data", book.data,
                ]),
                try SaimaProgram.run([
                    "race", "--rulebook", path + ".yaml", "--period", "2024-10", "--data",
                    book.data,
                ]),
            ]
            for run in runs {
                #expect(run.status == 1 && run.isOrderly, "\(path) \(run.errors)")
                #expect(run.errors.utf8.count < 40_000)
            }
        }
        for path in [scratch.path("missing"), scratch.folder, "/proc/self/mem"] {
            let run = try SaimaProgram.run(["do", path, "--data", book.data, "--as", "console"])
            #expect(run.status == 1 && run.isOrderly, "\(run.errors)")
        }
    }
}
