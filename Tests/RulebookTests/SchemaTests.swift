import Foundation
import Testing

@Suite("The JSON Schema of the language")
struct SchemaTests {
    private static let hasPython = Python.has("jsonschema") && Python.has("yaml")

    @Test(
        "the schema takes every good rulebook and refuses bad ones",
        .enabled(if: hasPython, "needs Python with jsonschema and PyYAML"))
    func schema() throws {
        let seed = String(Int.random(in: 0..<1_000_000))
        print("seed \(seed)")
        let result = try Python.run([
            Fixtures.tests.appending(path: "reference/schema_check.py").path,
            Fixtures.root.appending(path: "docs/rulebook.schema.json").path,
            Fixtures.rulebooks.path, seed, "500",
        ])
        #expect(result.status == 0, "see schema_check.py, seed \(seed)")
    }
}
