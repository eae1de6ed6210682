package import Delivery
package import JSON
package import Rulebook

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
    /// Persons who can sign in, as JSON lines: `{"id":…,"name":…}`. Who they are in the city the
    /// commands say.
    package var people: [UInt8] = []
    /// A made-up year of projects around what the lines say, if the sample has one.
    package var year: MadeUpYear?

    package static let all: [Sample] = [dalian2024, nycCapital]

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

    /// How many projects, drawn from which seed.
    package struct MadeUpYear: Sendable {
        package var projects: Int
        package var seed: UInt64
    }

    /// The article's city: its frames, figures and projects, with a made-up year around them.
    package static let dalian2024 = Sample(
        name: "dalian-2024",
        words: Words(
            zh: "大连 2024（原文数据与示例数据）",
            en: "Dalian 2024: the article's figures, and made-up ones"),
        lines: PackageResources.dalian_2024_jsonl + PackageResources.dalian_2024_lists_jsonl,
        rulebooks: [PackageResources.project_race_2_yaml], mappings: [],
        people: PackageResources.dalian_2024_people_jsonl,
        year: MadeUpYear(projects: 400, seed: 2024))

    /// What a city begins with, in canonical JSON and in order, for one atomic batch.
    ///
    /// - Throws: the place of what is no JSON in the files the program was built with.
    package func commands() throws(JSONError) -> [[UInt8]] {
        var commands: [[UInt8]] = []
        for line in try parsedLines() where line.day == nil {
            commands.append(try line.command.canonical())
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

    /// A command of a later day.
    package struct Dated: Sendable {
        /// Who asks for it; nil is whoever stands at the machine.
        package var person: String?
        package var command: [UInt8]
    }

    /// What is recorded later, by day: the lines that name one as `on`, and perhaps a person
    /// as `as`.
    package func dated() throws(JSONError) -> [Day: [Dated]] {
        var commands: [Day: [Dated]] = [:]
        for line in try parsedLines() {
            guard let day = line.day else { continue }
            commands[day, default: []].append(
                Dated(person: line.person, command: try line.command.canonical()))
        }
        return commands
    }

    /// Who can sign in, in the order of the lines.
    package func persons() throws(JSONError) -> [(id: String, name: String)] {
        var persons: [(id: String, name: String)] = []
        for line in people.split(separator: UInt8(ascii: "\n")) where !line.isEmpty {
            let object = try JSON.parse(Array(line))
            guard let id = object["id"]?.stringValue, let name = object["name"]?.stringValue else {
                continue
            }
            persons.append((id, name))
        }
        return persons
    }

    private typealias ParsedLine = (day: Day?, person: String?, command: JSON)

    private func parsedLines() throws(JSONError) -> [ParsedLine] {
        var parsed: [ParsedLine] = []
        for line in lines.split(separator: UInt8(ascii: "\n")) where !line.isEmpty {
            let object = try JSON.parse(Array(line))
            let members = object.objectValue ?? []
            let command = JSON.object(
                members.filter { !["on", "as"].contains($0.key) }.map(Self.withoutContents))
            let day = object["on"]?.stringValue.flatMap { Day($0) }
            parsed.append((day, object["as"]?.stringValue, command))
        }
        return parsed
    }
}
