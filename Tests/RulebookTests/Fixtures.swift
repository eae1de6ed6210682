import Foundation
import JSON
import Rulebook
import RulebookJSON
import RulebookYAML

/// Files that tests stand on, and what is done with them.
enum Fixtures {
    static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    static let root = tests.deletingLastPathComponent().deletingLastPathComponent()
    static let rulebooks = root.appending(path: "Tests/Fixtures/rulebooks")

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: rulebooks.appending(path: path)))
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: rulebooks.appending(path: path).path)
    }

    /// The names of the small cases, without their endings.
    static let cases: [String] = {
        let files = try? FileManager.default.contentsOfDirectory(
            atPath: rulebooks.appending(path: "cases").path)
        return (files ?? []).filter { $0.hasSuffix(".yaml") }
            .map { "cases/" + $0.dropLast(5) }.sorted()
    }()

    /// The standings as JSON, or nil where rulebook or facts are refused.
    static func standings(rules: [UInt8], facts: [UInt8], traces: Bool = false) -> JSON? {
        try? result(rules: rules, facts: facts, traces: traces).get()
    }

    static func result(
        rules: [UInt8], facts: [UInt8], traces: Bool = false
    ) -> Result<JSON, Problems> {
        Result { () throws(Problems) in
            let rulebook = try Rulebook(yaml: rules, file: "rules.yaml")
            let facts = try Facts(json: facts, file: "facts.json")
            return try rulebook.score(facts, traces: traces).json()
        }
    }
}

/// Runs Python, where it is.
enum Python {
    static func run(_ arguments: [String]) throws -> (status: Int32, output: [UInt8]) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.environment = ProcessInfo.processInfo.environment
        process.environment?["PYTHONDONTWRITEBYTECODE"] = "1"
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, Array(output))
    }

    static func has(_ module: String) -> Bool {
        (try? run(["-c", "import " + module]).status) == 0
    }
}

/// SplitMix64, so that a printed seed repeats a run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension Fixtures {
    static func score(
        _ rules: [UInt8], _ facts: [UInt8], traces: Bool = false
    ) throws(Problems) -> Standings {
        try Rulebook(yaml: rules, file: "rules.yaml").score(
            Facts(json: facts, file: "facts.json"), traces: traces)
    }

    static func score(
        _ rules: String, _ facts: String, traces: Bool = false
    ) throws(Problems) -> Standings {
        try score(Array(rules.utf8), Array(facts.utf8), traces: traces)
    }

    /// The problems of a rulebook, as an author reads them.
    static func problems(of rules: String) -> [String] {
        do throws(Problems) {
            _ = try Rulebook(yaml: Array(rules.utf8), file: "rules.yaml")
            return []
        } catch {
            return error.all.map(\.description)
        }
    }
}
