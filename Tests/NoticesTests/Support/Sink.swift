import Foundation
import JSON
import Testing

/// A real server for a test, on a free port of this machine; it ends with the test.
final class Sink {
    let port: Int
    private let process = Process()
    private let pipe = Pipe()
    private var rest = Data()

    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()

    init(_ script: String, _ options: [String] = []) throws {
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = [Self.folder.appending(path: script).path] + options
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

    static func mail(_ options: [String] = []) throws -> Sink { try Sink("mail_sink.py", options) }
    static func http(_ options: [String] = []) throws -> Sink { try Sink("http_sink.py", options) }

    /// The next thing that came in; waits for it.
    func next() throws -> JSON {
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
    func stop() -> Int {
        guard process.isRunning else { return 0 }
        // It was started by a thread that takes no signals, and so takes none that can be blocked.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        rest += pipe.fileHandleForReading.readDataToEndOfFile()
        return rest.count { $0 == 0x0A }
    }

    deinit { stop() }
}

/// A key and its own certificate for this machine, for as long as a test runs.
final class Certificate {
    let folder: String
    var file: String { folder + "/cert.pem" }

    init() throws {
        folder =
            FileManager.default.temporaryDirectory
            .appending(path: "saima-tls-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
            "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout",
            folder + "/key.pem", "-out", folder + "/cert.pem",
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }
}
