import Delivery
import Interchange
import Testing

@Suite("Reading mapping files")
struct MappingReaderTests {
    private let good = """
        mapping: small
        schema: 1
        sheet: {kind: csv}
        records:
        - entity: project.investment
          fields:
            project: {column: 编号, type: text}
            month: {column: 月份, type: month, formats: [yyyy-MM]}
            amount: {column: 金额, type: money, unit: 万元, currency: CNY}

        """

    private func problems(_ text: String) -> [MappingProblem] {
        do {
            _ = try MappingReader.read(text, file: "map.yaml")
            return []
        } catch {
            return error.problems
        }
    }

    @Test("A good mapping is read without complaint")
    func readsGood() throws {
        let mapping = try MappingReader.read(good, file: "map.yaml")
        #expect(mapping.id == "small")
        #expect(mapping.records.map(\.entity.name) == ["project.investment"])
        #expect(mapping.records[0].key == ["project", "month"])
        #expect(mapping.sheet.encoding == nil)
    }

    @Test("Each slip is told with its line, in both languages", arguments: MappingSlip.all)
    func slips(slip: MappingSlip) {
        // Given the good mapping with one slip.
        #expect(good.contains(slip.from))
        let text = good.replacing(slip.from, with: slip.to, maxReplacements: 1)
        // When it is read, then that slip is told of where it stands.
        let problems = problems(text)
        let found = problems.first { $0.code == slip.code }
        #expect(found?.line == slip.line, "\(slip.to): \(problems)")
        #expect(problems.allSatisfy { !$0.words.zh.isEmpty && !$0.words.en.isEmpty })
    }

    @Test("All slips of a mapping are told at once, in the order of their lines")
    func allAtOnce() {
        let text =
            good
            .replacing("schema: 1", with: "schema: 9").replacing("万元", with: "wan")
            .replacing("amount:", with: "amuont:").replacing("yyyy-MM", with: "Y")
        let problems = problems(text)
        #expect(problems.count == 4)
        #expect(problems.map { $0.line ?? 0 } == problems.map { $0.line ?? 0 }.sorted())
    }

    @Test("A misspelt key, field or entity is met with what was probably meant")
    func suggestions() {
        let said = [
            problems(good.replacing("amount:", with: "amuont:")),
            problems(good.replacing("project.investment", with: "project.invest")),
            problems(good.replacing("kind: csv", with: "kind: csv, delimeter: auto")),
        ].map { $0.map(\.words.en).joined() }
        #expect(said[0].contains("did you mean amount?"))
        #expect(said[1].contains("did you mean project.investment?"))
        #expect(said[2].contains("did you mean delimiter?"))
    }

    @Test(
        "What is no mapping at all is refused without a crash",
        arguments: [
            "", "just text", "[1, 2]", "a: [", "\u{0}", "a: *b", "mapping: x\nrecords: {}",
            "mapping: x\nschema: 1\nsheet: {kind: csv}\nrecords: []",
            "mapping: x\nschema: 1\nsheet: {kind: csv}\nrecords: [1, [2], {entity: 3}]",
            String(repeating: "[", count: 100_000), String(repeating: "- ", count: 100_000),
            String(repeating: "a: {", count: 5_000), "x: " + String(repeating: "y", count: 2 << 20),
        ])
    func nonsense(text: String) {
        #expect(!problems(text).isEmpty)
    }

    @Test("Broken lines of a good mapping never crash the reader")
    func everyPrefix() {
        let bytes = Array(good.utf8)
        for end in stride(from: 0, to: bytes.count - 1, by: 3) {
            _ = problems(String(decoding: bytes[..<end], as: UTF8.self))
        }
    }

    @Test("Problems read as file, line, sentence and code")
    func rendering() {
        do {
            _ = try MappingReader.read(
                good.replacing("schema: 1", with: "schema: 2"), file: "m.yaml")
        } catch {
            #expect(error.text(.en).hasPrefix("m.yaml:2: schema cannot be"))
            #expect(error.text(.zh).hasSuffix("[value_not_allowed]"))
        }
    }
}
