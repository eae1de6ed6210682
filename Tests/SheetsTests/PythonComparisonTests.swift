import Foundation
import Sheets
import Testing

/// Random tables against Python's csv module, both ways.
@Suite("CSV against Python", .enabled(if: Python.isHere, "python3 is not installed"))
struct PythonComparisonTests {
    @Test("What Python writes is read back cell for cell, and what we write Python reads back")
    func roundTrips() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("CSV comparison seed: \(seed)")
        var random = SplitMix64(state: seed)
        for _ in 0..<12 {
            let table = randomTable(&random)
            let delimiter = Delimiter.allCases.randomElement(using: &random) ?? .comma
            let end = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
            let json = try JSONEncoder().encode(table)
            // Given a table as Python writes it.
            let written = try Python.run(
                Python.writer, [String(UnicodeScalar(delimiter.rawValue)), end], json)
            // Then we read the same cells.
            let rows = try read(
                bytes: Array(written), encoding: .utf8, delimiter: delimiter)
            let same = rows.map { $0.cells.map(\.text) } == table
            #expect(same, "seed \(seed)")
            // And given the table as we write it, Python reads the same cells.
            var writer = CSVWriter(delimiter: delimiter)
            for row in table { writer.write(row) }
            let echoed = try Python.run(
                Python.reader, [String(UnicodeScalar(delimiter.rawValue))], Data(writer.bytes))
            let echo = try JSONDecoder().decode([[String]].self, from: echoed) == table
            #expect(echo, "seed \(seed)")
        }
    }

    private func randomTable(_ random: inout SplitMix64) -> [[String]] {
        let alphabet = Array("ab ,;|\t\"'\n\r大连é𠀀0.").map(String.init) + ["\r\n", "\"\""]
        let columns = Int.random(in: 1...6, using: &random)
        return (0..<Int.random(in: 1...40, using: &random)).map { _ in
            (0..<columns).map { _ in
                (0..<Int.random(in: 0...8, using: &random)).map { _ in
                    alphabet.randomElement(using: &random) ?? ""
                }.joined()
            }
        }
    }
}

struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

enum Python {
    static let isHere = (try? run("pass", [], Data())) != nil

    static let writer = """
        import csv, io, json, sys
        out = io.StringIO(newline='')
        delimiter, end = sys.argv[1], sys.argv[2]
        # With another end than CRLF Python leaves the other line breaks bare in a cell.
        quoting = csv.QUOTE_MINIMAL if end == '\\r\\n' else csv.QUOTE_ALL
        writer = csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=quoting)
        writer.writerows(json.load(sys.stdin))
        sys.stdout.buffer.write(out.getvalue().encode())
        """

    static let reader = """
        import csv, io, json, sys
        text = io.StringIO(sys.stdin.buffer.read().decode(), newline='')
        print(json.dumps(list(csv.reader(text, delimiter=sys.argv[1], strict=True))))
        """

    static func run(_ program: String, _ arguments: [String], _ input: Data) throws -> Data {
        try Process.output(
            of: URL(filePath: "/usr/bin/env"), ["python3", "-c", program] + arguments, input)
    }
}
