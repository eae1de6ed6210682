import Foundation
import SaimaProgram

/// Programs of others that read what we write: python with its packages, LibreOffice, Chromium.
enum Readers {
    private static let python = SaimaProgram.root.appending(path: ".build/venv/bin/python").path
    private static let folder = SaimaProgram.root.appending(path: "Tests/ReportsTests/readers").path

    /// Whether python's packages are installed, as `scripts/setup-tests.sh` does.
    static let havePackages = (try? run(["-c", "import docx, openpyxl"]))?.isEmpty == true
    static let havePython =
        (try? run(["-c", "import sqlite3"], by: "/usr/bin/env"))?.isEmpty == true
    static let havePrinters = ["soffice", "chromium", "pdfinfo", "pdftotext"].allSatisfy { name in
        ["/usr/bin/", "/usr/local/bin/"].contains {
            FileManager.default.isExecutableFile(atPath: $0 + name)
        }
    }

    /// Runs one of the readers beside this file; nil where it finds nothing wrong, else what it
    /// says.
    static func complaint(_ reader: String, _ arguments: String...) throws -> String? {
        let said = try run([folder + "/" + reader] + arguments, by: python)
        return said.isEmpty ? nil : said
    }

    /// The same with the python of the machine, without packages.
    static func plainComplaint(_ reader: String, _ arguments: String...) throws -> String? {
        try plainComplaint(reader, arguments)
    }

    static func plainComplaint(_ reader: String, _ arguments: [String]) throws -> String? {
        let said = try run([folder + "/" + reader] + arguments, by: "/usr/bin/env")
        return said.isEmpty ? nil : said
    }

    /// What a run said, or its status where it failed in silence.
    private static func run(_ arguments: [String], by program: String = python) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = (program == "/usr/bin/env" ? ["python3"] : []) + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let text = String(decoding: said, as: UTF8.self)
        return process.terminationStatus == 0 || !text.isEmpty
            ? text : "status \(process.terminationStatus)"
    }
}

/// A made-up city that is made once for all tests that only read it, with what the program says
/// of it.
enum SharedCity {
    static let issuer = "滨海市人民政府（示例）"
    static let number = "滨政办〔2024〕10号"

    private static let made: Result<Scratch, any Error> = Result {
        let scratch = try Scratch()
        let run = try SaimaProgram.run(
            ["new", "--scale", "300", "--seed", "7", "--data", scratch.path("data")])
        guard run.status == 0 else { throw CocoaError(.featureUnsupported) }
        atexit { SharedCity.remove() }
        return scratch
    }

    static var data: String { get throws { try made.get().path("data") } }

    private static func remove() {
        if let scratch = try? made.get() {
            try? FileManager.default.removeItem(atPath: scratch.folder)
        }
    }

    /// What `saima race` or `saima facts` prints for a month.
    static func told(_ command: String, _ period: String) throws -> SaimaProgram.Ended {
        try SaimaProgram.run([
            command, "--data", try data, "--rulebook", "project-race", "--period", period, "--json",
        ])
    }

    static func bulletin(
        _ period: String, to file: String, _ more: [String] = []
    ) throws -> SaimaProgram.Ended {
        try SaimaProgram.run(
            [
                "export", "bulletin", "--data", try data, "--rulebook", "project-race", "--period",
                period, "-o", file,
            ] + more)
    }
}
