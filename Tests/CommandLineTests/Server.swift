import Foundation
import SaimaProgram

/// A server that has said where it listens.
final class Server: Sendable {
    let process: Process
    let port: String
    private let talk: FileHandle

    init(_ data: String, port: String = "0", _ options: [String] = []) throws {
        let pipe = Pipe()
        process = try SaimaProgram.started(
            ["serve", "--data", data, "--port", port] + options
        ) {
            $0.standardError = pipe
        }
        talk = pipe.fileHandleForReading
        var said = ""
        while !said.contains("http://127.0.0.1:") || !said.hasSuffix("\n") {
            let more = talk.availableData
            if more.isEmpty { break }
            said += String(decoding: more, as: UTF8.self)
        }
        let digits = said.split(separator: "127.0.0.1:").last?.prefix { $0.isNumber }
        self.port = String(digits ?? "")
    }

    func end(_ signal: Int32) -> Int32 {
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : -1
    }

    deinit { if process.isRunning { process.terminate() } }
}
