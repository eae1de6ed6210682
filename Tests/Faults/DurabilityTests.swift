import Foundation
import JSON
import SaimaProgram
import Testing

struct DurabilityTests {
    private static let strace = "/usr/bin/strace"

    /// Whether the machine lets one process watch another's calls.
    private static let canTrace: Bool = {
        let process = Process()
        process.executableURL = URL(filePath: strace)
        process.arguments = ["-o", "/dev/null", "true"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    @Test(
        "the disk has a command before its receipt is given",
        .enabled(if: canTrace, "strace is missing or not permitted here"))
    func synced() throws {
        let scratch = try Scratch()
        let data = scratch.path("data")
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: false)
        let begin =
            #"{"cmd":"organization.register","id":"a","kind":"district","name":"甲","#
            + #""from":"2024-01-01"}"#
        _ = try SaimaProgram.run(["do", "-", "--data", data, "--as", "console"], input: begin)
        let trace = scratch.path("trace")
        let (input, output) = (Pipe(), Pipe())
        SaimaProgram.ignoreBrokenPipes()
        let process = Process()
        process.executableURL = URL(filePath: DurabilityTests.strace)
        process.arguments = [
            "-f", "-s", "40", "-e", "trace=fsync,fdatasync,write", "-o", trace, SaimaProgram.path,
            "do", "-", "--data", data, "--as", "console",
        ]
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        try output.fileHandleForWriting.close()
        let count = 12
        for index in 0..<count {
            let line =
                #"{"cmd":"target.set","organization":"a","measure":"m\#(index)","year":2024,"#
                + #""amount":"1"}"# + "\n"
            // The next command follows the receipt of the one before.
            try input.fileHandleForWriting.write(contentsOf: Data(line.utf8))
            var answer = ""
            while !answer.hasSuffix("\n") {
                let more = output.fileHandleForReading.availableData
                try #require(!more.isEmpty)
                answer += String(decoding: more, as: UTF8.self)
            }
            #expect(answer.contains("\"first\":\(index + 1)"))
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        check(try String(contentsOfFile: trace, encoding: .utf8), count)
    }

    /// Between two receipts there must be a sync that succeeded.
    private func check(_ trace: String, _ count: Int) {
        var synced = false
        var receipts = 0
        for line in trace.split(separator: "\n") {
            let isSync = line.contains("fdatasync") || line.contains("fsync")
            if isSync, line.hasSuffix("= 0") { synced = true }
            if line.contains("write(1, \"{\\\"line\\\":") {
                #expect(synced, "\(line)")
                synced = false
                receipts += 1
            }
        }
        #expect(receipts == count)
    }
}
