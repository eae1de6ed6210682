package import Foundation
package import JSON

/// A real server for a test, on a free port of this machine; it ends with the test. It is a
/// script that prints its port, and then what comes in as lines of JSON.
package final class Sink {
    package let port: Int
    private let process = Process()
    private let pipe = Pipe()
    private var rest = Data()

    package init(
        _ script: URL, _ options: [String] = [], python: String = "/usr/bin/python3"
    ) throws {
        process.executableURL = URL(filePath: python)
        process.arguments = [script.path] + options
        process.standardOutput = pipe
        try process.run()
        var first = Data()
        while let byte = try pipe.fileHandleForReading.read(upToCount: 1), byte != Data([0x0A]) {
            guard !byte.isEmpty else { break }
            first += byte
        }
        guard let port = Int(String(decoding: first, as: UTF8.self)) else {
            throw CocoaError(.featureUnsupported)
        }
        self.port = port
    }

    /// The next thing that came in; waits for it.
    package func next() throws -> JSON {
        while true {
            if let end = rest.firstIndex(of: 0x0A) {
                let line = Array(rest[..<end])
                rest = Data(rest[(end + 1)...])
                return try JSON.parse(line)
            }
            let more = pipe.fileHandleForReading.availableData
            guard !more.isEmpty else { throw CocoaError(.fileReadUnknown) }
            rest += more
        }
    }

    /// Ends the server, and returns how many things came in that nobody looked at.
    @discardableResult
    package func stop() -> Int {
        guard process.isRunning else { return 0 }
        // It was started by a thread that takes no signals, and so takes none that can be blocked.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        rest += pipe.fileHandleForReading.readDataToEndOfFile()
        return rest.count { $0 == 0x0A }
    }

    /// Of what came in to the end and nobody looked at, how much was for that path.
    package func count(_ path: String) throws -> Int {
        try rest.split(separator: 0x0A).count { line in
            try JSON.parse(Array(line))["path"] == .string(path)
        }
    }

    deinit { stop() }
}
