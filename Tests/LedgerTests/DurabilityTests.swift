import Foundation
import Ledger
import LedgerSQLite
import Testing

/// These run `ledger-probe` as a process of its own, some of them under strace.
@Suite("Durability", .serialized)
struct DurabilityTests {
    private static let strace: String? = ["/usr/bin/strace", "/bin/strace"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    private static let probe: String? = {
        let folders = [
            URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent(),
            Bundle.main.bundleURL, Files.package.appendingPathComponent(".build/debug"),
        ]
        return folders.map { $0.appendingPathComponent("ledger-probe").path }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }()

    private func run(_ command: [String]) throws -> [String] {
        let (process, output) = try start(command)
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return lines(bytes)
    }

    private func start(_ command: [String]) throws -> (Process, Pipe) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        return (process, output)
    }

    private func lines(_ bytes: Data) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Everything acknowledged is there, once, and the whole verifies.
    private func expectKept(_ output: [String], in directory: ScratchDirectory) async throws {
        let store = try directory.store()
        defer { store.close() }
        let acknowledged = output.filter { $0.hasPrefix("ack ") }.map { $0.dropFirst(4) }
        let kept = try store.receipts(0..<Int.max).map(\.cmd)
        #expect(kept.starts(with: acknowledged.map(String.init)))
        #expect(kept.count <= acknowledged.count + 1)
        let finding = try await LedgerVerifier(readers: [store.reader()], keys: []).verify()
        #expect(finding.commands == kept.count)
        #expect(finding.head.size == kept.count * 2)
    }

    @Test(
        "Killed at any moment, the ledger keeps all that was acknowledged and frees its lock",
        .enabled(if: probe != nil, "ledger-probe is not built"), arguments: [1, 2, 3, 10, 40])
    func killed(after count: Int) async throws {
        let probe = try #require(Self.probe)
        let directory = try ScratchDirectory()

        let (process, output) = try start([probe, directory.path, "100000"])
        var seen = Data()
        while lines(seen).count(where: { $0.hasPrefix("ack ") }) < count {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { break }
            seen += more
        }
        kill(process.processIdentifier, SIGKILL)
        seen += output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()

        #expect(lines(seen).count { $0.hasPrefix("ack ") } >= count)
        try await expectKept(lines(seen), in: directory)
    }

    @Test(
        "A writer in another process is named while it lives",
        .enabled(if: probe != nil, "ledger-probe is not built"))
    func lockedByAnother() throws {
        let probe = try #require(Self.probe)
        let directory = try ScratchDirectory()
        let (process, output) = try start([probe, directory.path, "100000"])
        _ = output.fileHandleForReading.availableData

        let error = #expect(throws: LedgerError.self) { try directory.store() }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()

        #expect(error?.code == .storeLocked)
        #expect(error?.en.contains(" \(process.processIdentifier);") == true)
    }

    @Test(
        "A COMMIT whose sync fails ends the store; opened again it has all that was acknowledged",
        .enabled(if: strace != nil && probe != nil, "strace is not installed"),
        arguments: 1...12)
    func failedSync(at call: Int) async throws {
        let (strace, probe) = (try #require(Self.strace), try #require(Self.probe))
        let directory = try ScratchDirectory()
        try directory.store().close()

        let output = try run([
            strace, "-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync,fsync",
            "-e", "inject=fdatasync,fsync:error=EIO:when=\(call)+", probe, directory.path, "20",
        ])

        #expect(output.last?.hasPrefix("failed store_") == true)
        #expect(output.count { $0.hasPrefix("ack ") } < 20)
        try await expectKept(output, in: directory)
    }

    @Test(
        "A disk that is full ends the store; opened again it has all that was acknowledged",
        .enabled(if: strace != nil && probe != nil, "strace is not installed"),
        arguments: [1, 2, 5, 9, 14, 23])
    func fullDisk(at call: Int) async throws {
        let (strace, probe) = (try #require(Self.strace), try #require(Self.probe))
        let directory = try ScratchDirectory()
        try directory.store().close()

        let output = try run([
            strace, "-f", "-qq", "-o", "/dev/null", "-e", "trace=pwrite64",
            "-e", "inject=pwrite64:error=ENOSPC:when=\(call + 1)+", probe, directory.path, "20",
        ])

        #expect(output.last?.hasPrefix("failed store_") == true)
        try await expectKept(output, in: directory)
    }

    @Test(
        "Every acknowledgement is written after the WAL was written and synced",
        .enabled(if: strace != nil && probe != nil, "strace is not installed"))
    func syncedBeforeAcknowledged() throws {
        let (strace, probe) = (try #require(Self.strace), try #require(Self.probe))
        let directory = try ScratchDirectory()
        let trace = directory.path + "/trace"

        _ = try run([
            strace, "-f", "-y", "-o", trace, "-e", "trace=pwrite64,fdatasync,fsync,write",
            probe, directory.path, "10",
        ])
        let calls = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n")

        var (written, synced, acknowledged) = (false, false, 0)
        for call in calls {
            if call.contains("ledger.sqlite-wal>") {
                if call.contains("pwrite64(") { (written, synced) = (true, false) }
                if call.contains("sync("), call.hasSuffix("= 0") { synced = written }
            }
            if call.contains("write("), call.contains("\"ack probe-") {
                #expect(synced, "acknowledged before the sync: \(call)")
                acknowledged += 1
                (written, synced) = (false, false)
            }
        }
        #expect(acknowledged == 10)
    }
}
