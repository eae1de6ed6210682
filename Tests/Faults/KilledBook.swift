import Foundation
import JSON
import SaimaProgram
import Testing

/// A ledger whose writers are killed, and what they had acknowledged.
final class KilledBook {
    private let scratch: Scratch
    private let data: String
    private let number: Int
    /// Every line ever sent, by its key.
    private var lines: [String: String] = [:]
    /// The first and last record of every acknowledged key.
    private(set) var receipts: [String: [Int]] = [:]
    /// Keys that were sent and not answered before the last kill.
    private var open: [String] = []
    private(set) var unanswered = 0
    private var wasServed = false

    init(number: Int) throws {
        self.number = number
        scratch = try Scratch()
        data = scratch.path("data")
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: false)
        let begun = try SaimaProgram.run(
            ["do", "-", "--data", data, "--as", "console"],
            input: #"{"cmd":"organization.register","id":"a","kind":"district","name":"甲","#
                + #""from":"2024-01-01","key":"begin"}"#)
        try #require(begun.status == 0, "\(begun.errors)")
    }

    /// What the kill before left open is asked again first, then new commands.
    private func batch(_ round: String, _ random: inout SeededRandom) -> [(String, String)] {
        let again = (open + receipts.keys.sorted().suffix(5)).map { ($0, lines[$0] ?? "") }
        let count = Int.random(in: 20...120, using: &random)
        let fresh = (0..<count).map { index in
            let key = "\(number)-\(round)-\(index)"
            let line =
                #"{"cmd":"target.set","organization":"a","measure":"m\#(key)","year":2024,"#
                + #""amount":"\#(index + 1)","key":"\#(key)"}"#
            lines[key] = line
            return (key, line)
        }
        open = []
        return again + fresh
    }

    private func settle(_ batch: [(String, String)], _ client: Client) {
        for answer in client.received {
            guard let key = answer["key"]?.stringValue, let first = answer["first"]?.intValue,
                let last = answer["last"]?.intValue
            else {
                let code = answer["refused"]?["code"]?.stringValue
                #expect(code == "connection_lost", "\(answer.text())")
                continue
            }
            if let earlier = receipts[key] {
                #expect(earlier == [first, last] && answer["repeat"] == .bool(true))
            }
            receipts[key] = [first, last]
        }
        let left = batch.map(\.0).filter { receipts[$0] == nil }
        open += left
        unanswered += left.count
    }

    func killWriter(_ round: Int, _ random: inout SeededRandom) throws {
        let batch = batch("\(round)", &random)
        let client = try Client(data, batch.map(\.1))
        if Bool.random(using: &random) {
            client.exchange(until: Int.random(in: 0...batch.count, using: &random))
        } else {
            client.exchange(until: .max, within: Int.random(in: 0...120_000, using: &random))
        }
        client.kill()
        settle(batch, client)
    }

    func killServer(_ round: Int, _ random: inout SeededRandom) throws {
        let pipe = Pipe()
        let server = try SaimaProgram.started(["serve", "--data", data, "--port", "0"]) {
            $0.standardError = pipe
        }
        try? pipe.fileHandleForWriting.close()
        // It speaks when it listens; silence would mean that it did not start.
        let said = pipe.fileHandleForReading.availableData
        #expect(String(decoding: said, as: UTF8.self).contains("http://"))
        wasServed = true
        let batches = (0..<2).map { self.batch("\(round)-\($0)", &random) }
        let clients = try batches.map { try Client(data, $0.map(\.1)) }
        let wanted = Int.random(in: 0...batches[0].count, using: &random)
        clients[0].exchange(until: wanted, within: 400_000)
        kill(server.processIdentifier, SIGKILL)
        server.waitUntilExit()
        for (batch, client) in zip(batches, clients) {
            client.finish()
            settle(batch, client)
        }
    }

    /// Asks every command ever sent again: each stands in the book once, and where it was said
    /// to stand; then the book itself is verified.
    func checkEverything() throws {
        let keys = lines.keys.sorted()
        let client = try Client(data, keys.compactMap { lines[$0] })
        client.finish()
        #expect(client.process.terminationStatus == 0)
        #expect(client.received.count == keys.count)
        var places: Set<Int> = []
        for (key, answer) in zip(keys, client.received) {
            let first = try #require(answer["first"]?.intValue, "\(answer.text())")
            #expect(places.insert(first).inserted)
            guard let receipt = receipts[key] else { continue }
            #expect(answer["repeat"] == .bool(true))
            #expect(receipt == [first, answer["last"]?.intValue ?? -1])
        }
        let verified = try SaimaProgram.run(["verify", "--data", data, "--json"])
        #expect(verified.status == 0, "\(verified.output)")
        // The one that began the book, the one by which the first server made its security
        // administrator, and every key once.
        let besides = wasServed ? 2 : 1
        #expect(try JSON.parse(verified.bytes)["records"] == .integer(keys.count + besides))
    }
}
