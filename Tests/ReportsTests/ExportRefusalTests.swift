import Foundation
import SaimaProgram
import Testing

/// What `saima export` does not do, and that it leaves everything as it was.
@Suite("saima export, refused")
struct ExportRefusalTests {
    @Test(
        "a command line that is not right ends with 64 in both languages",
        arguments: [
            ["export", "nothing"], ["export", "bulletin"], ["export", "tables"],
            ["export", "bulletin", "-o", "b.docx"], ["export", "tables", "-o", "t.sqlite"],
            ["export", "tables", "--data", "d", "-o", "t.sqlite", "--as-of=-1"],
        ])
    func usage(arguments: [String]) throws {
        for language in ["en_US.UTF-8", "zh_CN.UTF-8"] {
            let run = try SaimaProgram.run(arguments, language: language)
            #expect(run.status == 64 && run.isOrderly && run.errors.contains("[usage]"))
        }
    }

    @Test(
        "endings that name no form are refused",
        arguments: ["b", "b.doc", "b.pdf", "b.docx.txt", ".docx", "a.docx/b", "", "b.sqlite"])
    func endings(name: String) throws {
        for (language, word) in [("en_US.UTF-8", "must end in"), ("zh_CN.UTF-8", "扩展名应为")] {
            let run = try SaimaProgram.run(
                [
                    "export", "bulletin", "--data", try SharedCity.data, "--rulebook",
                    "project-race", "--period", "2024-10", "-o", name,
                ], language: language)
            #expect(run.status == 64 && run.isOrderly, "\(run.errors)")
            #expect(run.errors.contains("[output_ending_unknown]") && run.errors.contains(word))
        }
        let tables = try SaimaProgram.run([
            "export", "tables", "--data", try SharedCity.data, "-o", "t.db",
        ])
        #expect(tables.status == 64 && tables.errors.contains("[output_ending_unknown]"))
    }

    @Test(
        "texts of the head are one line each, and a date is a day",
        arguments: [
            ["--number", ""], ["--number", "一\n二"], ["--issuer", " "],
            ["--issuer", String(repeating: "长", count: 61)], ["--date", "2024-13-01"],
            ["--date", "6 November"],
        ])
    func head(more: [String]) throws {
        let run = try SharedCity.bulletin("2024-10", to: "/nowhere/b.docx", more)
        #expect(run.status == 64 && run.isOrderly, "\(run.errors)")
    }

    @Test("a period without a race, or not begun, has no bulletin")
    func periods() throws {
        let scratch = try Scratch()
        let file = try scratch.write("b.docx", "before")
        for (more, code) in [
            (["--period", "2025-01"], "rulebook_unknown"), (["--period", "2024"], ""),
            (["--period", "2024-12", "--as-of", "500"], "period_not_begun"),
            (["--period", "2024-10", "--as-of", "99999999"], "record_unknown"),
        ] {
            for language in ["en_US.UTF-8", "zh_CN.UTF-8"] {
                let run = try SaimaProgram.run(
                    [
                        "export", "bulletin", "--data", try SharedCity.data, "--rulebook",
                        "project-race", "-o", file,
                    ] + more, language: language)
                #expect(run.status == 1 && run.isOrderly, "\(run.errors)")
                #expect(code.isEmpty || run.errors.contains("[\(code)]"), "\(run.errors)")
            }
        }
        #expect(try String(contentsOf: URL(filePath: file), encoding: .utf8) == "before")
    }

    @Test("places that cannot be written are refused before any work, and nothing is left there")
    func places() throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(
            atPath: scratch.path("folder.docx"), withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path("null.docx"), withDestinationPath: "/dev/null")
        let places = [
            (scratch.path("folder.docx"), "file_is_directory"),
            (scratch.path("missing/b.docx"), "output_unwritable"),
            (scratch.path("null.docx"), "output_not_a_file"), ("/proc/b.docx", "output_unwritable"),
            (try SharedCity.data + "/b.docx", "output_in_data_directory"),
            (try SharedCity.data + "/blobs/../keys/b.docx", "output_in_data_directory"),
            (scratch.path(String(repeating: "长", count: 100) + ".docx"), "output_unwritable"),
        ]
        for (place, code) in places {
            let run = try SharedCity.bulletin("2024-10", to: place)
            #expect(run.status == 1 && run.isOrderly, "\(run.errors)")
            #expect(run.errors.contains("[\(code)]"), "\(run.errors)")
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: scratch.folder).sorted()
                == ["folder.docx", "null.docx"])
    }

    @Test("tables replace an export or an empty file, and nobody else's database")
    func replacing() throws {
        let scratch = try Scratch()
        func export(_ file: String) throws -> SaimaProgram.Ended {
            try SaimaProgram.run(["export", "tables", "--data", try SharedCity.data, "-o", file])
        }
        let notes = try scratch.write("notes.sqlite", String(repeating: "my own notes\n", count: 9))
        let other = scratch.path("other.sqlite")
        try FileManager.default.copyItem(
            atPath: try SharedCity.data + "/ledger.sqlite", toPath: other)
        for file in [notes, other] {
            let before = try Data(contentsOf: URL(filePath: file))
            let run = try export(file)
            #expect(run.status == 1 && run.errors.contains("[output_not_an_export]"))
            #expect(try Data(contentsOf: URL(filePath: file)) == before)
        }
        let ledger = try export(try SharedCity.data + "/ledger.sqlite")
        #expect(ledger.status == 1 && ledger.errors.contains("[output_in_data_directory]"))
        let empty = try scratch.write("empty.sqlite", "")
        #expect(try export(empty).status == 0)
        let again = try export(empty)
        #expect(again.status == 0 && again.errors.contains("replacing"))
        try scratch.write("empty.sqlite-wal", "")
        let busy = try export(empty)
        #expect(busy.status == 1 && busy.errors.contains("[output_in_use]"))
    }

    @Test("a link is followed: what it leads to is replaced, and it stays a link")
    func links() throws {
        let scratch = try Scratch()
        let file = try scratch.write("real.html", "before")
        let link = scratch.path("link.html")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
        #expect(try SharedCity.bulletin("2024-10", to: link).status == 0)
        let kind = try FileManager.default.attributesOfItem(atPath: link)[.type]
        #expect(kind as? FileAttributeType == .typeSymbolicLink)
        let page = try String(contentsOf: URL(filePath: file), encoding: .utf8)
        #expect(page.contains("通报"))
    }

    @Test(
        "help speaks both languages",
        arguments: [["export"], ["export", "bulletin"], ["export", "tables"]])
    func help(command: [String]) throws {
        for (language, word) in [("en", "FILE"), ("zh", "FILE")] {
            let run = try SaimaProgram.run(command + ["--help", "--lang", language])
            #expect(run.status == 0 && run.isOrderly)
            #expect(command.count == 1 || run.output.contains(word))
            #expect(run.output.contains("导出") == (language == "zh") || command.count > 1)
        }
    }
}
