package import Delivery
package import JSON

/// A data set that the program carries with it: commands to begin a city with, and the mapping
/// and rulebooks that go with it. The files stand in `Samples/`; the build takes them in.
package struct Sample: Sendable {
    package var name: String
    package var words: Words
    /// Commands as JSON lines, one each.
    package var lines: [UInt8]
    /// Rulebooks' texts, adopted after the commands.
    package var rulebooks: [[UInt8]]
    /// Mappings by file name.
    package var mappings: [(name: String, text: String)]

    package static let all: [Sample] = [nycCapital]

    package static func named(_ name: String) -> Sample? { all.first { $0.name == name } }

    /// Settings, boroughs, agencies and rulebook of New York; the sheet is the user's.
    package static let nycCapital = Sample(
        name: "nyc-capital",
        words: Words(zh: "纽约市重大项目（2013–2019）", en: "New York City's capital projects, 2013–2019"),
        lines: PackageResources.nyc_capital_jsonl,
        rulebooks: [PackageResources.nyc_boroughs_yaml],
        mappings: [
            (
                "capital-projects.yaml",
                String(decoding: PackageResources.nyc_capital_projects_yaml, as: UTF8.self)
            )
        ])

    /// Every command in canonical JSON, in order, for one atomic batch.
    ///
    /// - Throws: the place of what is no JSON in the files the program was built with.
    package func commands() throws(JSONError) -> [[UInt8]] {
        var commands: [[UInt8]] = []
        for line in lines.split(separator: UInt8(ascii: "\n")) where !line.isEmpty {
            commands.append(try JSON.parse(Array(line)).canonical())
        }
        for rulebook in rulebooks {
            let adopt = JSON.object([
                JSON.Member("cmd", .string("rulebook.adopt")),
                JSON.Member("text", .string(String(decoding: rulebook, as: UTF8.self))),
            ])
            commands.append(try adopt.canonical())
        }
        return commands
    }
}
