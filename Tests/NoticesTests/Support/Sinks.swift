import Foundation
import Sinks
import Testing

extension Sink {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()

    static func mail(_ options: [String] = []) throws -> Sink {
        try Sink(folder.appending(path: "mail_sink.py"), options)
    }

    static func http(_ options: [String] = []) throws -> Sink {
        try Sink(folder.appending(path: "http_sink.py"), options)
    }
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
