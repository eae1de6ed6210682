package import Foundation

/// The built program, run as its user would.
package enum SaimaProgram {
    /// Beside the tests that were built with it; `SAIMA` names another one.
    package static let path: String = {
        if let named = ProcessInfo.processInfo.environment["SAIMA"] { return named }
        let manager = FileManager.default
        let own = (try? manager.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let places = [own] + CommandLine.arguments
        let beside = places.map { ($0 as NSString).deletingLastPathComponent + "/saima" }
        return beside.first { manager.isExecutableFile(atPath: $0) }
            ?? root.appending(path: ".build/debug/saima").path
    }()

    /// The package's folder.
    package static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// How a run ended.
    package struct Ended: Sendable {
        package var status: Int32
        package var wasKilled: Bool
        package var bytes: [UInt8]
        package var errors: String

        package var output: String { String(decoding: bytes, as: UTF8.self) }
        package var lines: [String] {
            output.split(separator: "\n").map(String.init)
        }

        /// Nothing that a user typed may end the program by a trap or print its insides.
        package var isOrderly: Bool {
            !wasKilled && [0, 1, 64].contains(status)
                && !["Fatal error", "Swift/", "Error(", "NSError", "Optional("].contains {
                    errors.contains($0)
                }
        }
    }

    package static func run(
        _ arguments: [String], input: String? = nil, language: String = "en_US.UTF-8"
    ) throws -> Ended {
        try run(arguments, inputBytes: Array((input ?? "").utf8), language: language)
    }

    package static func run(
        _ arguments: [String], inputBytes: [UInt8], language: String = "en_US.UTF-8"
    ) throws -> Ended {
        let folder = try Scratch()
        let names = ["in", "out", "err"].map { folder.path($0) }
        try Data(inputBytes).write(to: URL(filePath: names[0]))
        for name in names.dropFirst() { try Data().write(to: URL(filePath: name)) }
        let process = try started(arguments, language: language) { process in
            process.standardInput = FileHandle(forReadingAtPath: names[0])
            process.standardOutput = FileHandle(forWritingAtPath: names[1])
            process.standardError = FileHandle(forWritingAtPath: names[2])
        }
        process.waitUntilExit()
        return Ended(
            status: process.terminationStatus,
            wasKilled: process.terminationReason == .uncaughtSignal,
            bytes: Array(try Data(contentsOf: URL(filePath: names[1]))),
            errors: String(
                decoding: try Data(contentsOf: URL(filePath: names[2])), as: UTF8.self))
    }

    /// From now on a write to a program that has gone fails, rather than ending the tests.
    package static func ignoreBrokenPipes() {
        signal(SIGPIPE, SIG_IGN)
    }

    /// Starts a run whose standard files are the caller's.
    package static func started(
        _ arguments: [String], language: String = "en_US.UTF-8",
        _ prepare: (Process) -> Void
    ) throws -> Process {
        ignoreBrokenPipes()
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        var environment = ProcessInfo.processInfo.environment
        environment["LANG"] = language
        environment["LC_ALL"] = nil
        environment["LC_MESSAGES"] = nil
        process.environment = environment
        prepare(process)
        try process.run()
        return process
    }
}

/// A folder that goes away with its owner.
package final class Scratch: Sendable {
    package let folder: String

    package init() throws {
        let name = "saima-test-\(UUID().uuidString)"
        folder = FileManager.default.temporaryDirectory.appending(path: name).path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    package func path(_ name: String) -> String { folder + "/" + name }

    /// Writes a file and returns its path.
    @discardableResult
    package func write(_ name: String, _ text: String) throws -> String {
        try Data(text.utf8).write(to: URL(filePath: path(name)))
        return path(name)
    }
}
