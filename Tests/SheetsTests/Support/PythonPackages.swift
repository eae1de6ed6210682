import Foundation

/// The python into which `scripts/setup-tests.sh` installs the packages of requirements.txt.
enum PythonPackages {
    static let path: URL? = {
        var folder = URL(filePath: #filePath)
        repeat {
            folder.deleteLastPathComponent()
            let python = folder.appending(path: ".build/venv/bin/python")
            if FileManager.default.isExecutableFile(atPath: python.path) { return python }
        } while folder.path != "/"
        return nil
    }()

    static let areHere = (try? run("import openpyxl, python_calamine", [])) != nil

    /// What the program prints.
    static func run(_ program: String, _ arguments: [String], _ input: Data = Data()) throws
        -> Data
    {
        guard let path else { throw CocoaError(.fileNoSuchFile) }
        return try Process.output(of: path, ["-c", program] + arguments, input)
    }
}

/// A folder of one test's own.
struct Scratch: ~Copyable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(
            path: "saima-sheets-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}

extension Process {
    static func output(of program: URL, _ arguments: [String], _ input: Data) throws -> Data {
        // Input that the program did not read to its end must fail the write, not the tests.
        signal(SIGPIPE, SIG_IGN)
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        let stdin = Pipe()
        let stdout = Pipe()
        process.standardInput = stdin
        process.standardOutput = stdout
        try process.run()
        try stdin.fileHandleForWriting.write(contentsOf: input)
        try stdin.fileHandleForWriting.close()
        let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return output
    }
}
