import Delivery
import Rulebook
import Testing

@Suite("Comparing editions")
struct EditionComparisonTests {
    private typealias Fate = EditionComparison.Fate

    /// Three editions: five items; then two merged, one split, one removed and one reworded; then
    /// what they were merged into merged again, and what was removed added again.
    private static func test() throws -> TestCity {
        var test = try TestCity.dalian()
        let ids = (1...9).map { "c-00\($0)" }
        try test.openList(with: ids)
        try test.publish(ids.prefix(5).map { adding($0) })
        try test.publish([
            merging(["c-002", "c-003"], into: "c-006"),
            splitting("c-004", into: ["c-007", "c-008"]), removing("c-001"), rewording("c-005"),
        ])
        try test.publish([
            merging(["c-006"], into: "c-007", in: 3), adding("c-001", in: 3),
            adding("c-009", in: 3),
        ])
        return test
    }

    private static func compared(_ from: Int, _ to: Int) throws -> [String: EditionComparison.Line]
    {
        let list = try #require(try test().list)
        let comparison = try #require(EditionComparison(of: list, from, to))
        return Dictionary(uniqueKeysWithValues: comparison.lines.map { ($0.item.text, $0) })
    }

    @Test("each line says what became of it between one edition and the next")
    func next() throws {
        let lines = try Self.compared(1, 2)
        #expect(
            lines.mapValues(\.fate) == [
                "c-001": .removed, "c-002": .mergedInto, "c-003": .mergedInto,
                "c-004": .splitInto, "c-005": .changed, "c-006": .mergedFrom,
                "c-007": .splitFrom, "c-008": .splitFrom,
            ])
        #expect(lines["c-005"]?.changed == [.title])
        #expect(lines["c-006"]?.others == [item("c-002"), item("c-003")])
        #expect(lines["c-004"]?.others == [item("c-007"), item("c-008")])
        #expect(lines["c-001"]?.reason == .text("上级部署已调整"))
        #expect(lines["c-001"]?.after == nil && lines["c-006"]?.before == nil)
    }

    @Test("over several editions an item is followed through every merger")
    func further() throws {
        let lines = try Self.compared(1, 3)
        #expect(lines["c-001"]?.fate == .unchanged)
        #expect(lines["c-002"]?.fate == .mergedInto && lines["c-002"]?.others == [item("c-007")])
        #expect(lines["c-006"] == nil)
        #expect(lines["c-007"]?.fate == .mergedFrom)
        #expect(
            Set(lines["c-007"]?.others ?? [])
                == ["c-002", "c-003", "c-004"].reduce(into: []) {
                    $0.insert(item($1))
                })
        #expect(lines["c-009"]?.fate == .added && lines["c-009"]?.others == [])
        let second = try Self.compared(2, 3)
        #expect(second["c-007"]?.fate == .mergedFrom && second["c-007"]?.before != nil)
        #expect(second["c-001"]?.fate == .added)
    }

    @Test("the later edition's lines come first, and the order of the numbers does not matter")
    func order() throws {
        let list = try #require(try Self.test().list)
        let comparison = try #require(EditionComparison(of: list, 2, 1))
        #expect(comparison == EditionComparison(of: list, 1, 2))
        #expect(
            comparison.lines.map(\.item.text) == [
                "c-006", "c-007", "c-008", "c-005", "c-001", "c-002", "c-003", "c-004",
            ])
        #expect(comparison.count(.mergedInto) == 2)
        let same = try #require(EditionComparison(of: list, 2, 2))
        #expect(same.lines.map(\.fate) == [Fate](repeating: .unchanged, count: 4))
        let none = EditionComparison(of: list, 1, 4)
        #expect(none == nil)
    }
}
