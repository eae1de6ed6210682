package import Delivery

/// A sheet to be filled in, and the mapping that reads it back. What the mapping says of a column
/// (whether it must be filled, which words it takes) is not said here again.
package struct Template: Sendable {
    /// `projects`, as the command line and addresses name it.
    package var kind: String
    /// Other names that people would try.
    package var otherNames: [String]
    package var words: Words
    /// The mapping's YAML.
    package var mappingText: String
    /// In the sheet's order.
    package var columns: [Column]
    /// How to fill it, a sentence each.
    package var advice: [Words]
    /// The rows that a person is handed out; nil where each city begins with an empty sheet.
    package var filling: (@Sendable (TemplateDesk) -> [FilledRow])?

    package struct Column: Sendable {
        /// As the mapping names it.
        package var head: String
        package var english: String
        package var note: Words
        package var example: String
        /// Characters.
        package var width: Double
        package var holds: Holds

        package enum Holds: Sendable {
            /// Kept as it is typed: 2024.10 stays 2024.10.
            case text
            case number
            /// For reading: what is written there is passed over.
            case given
            case codes([String])
            case organizations, projects, indicators, lines
        }

        init(
            _ head: String, _ english: String, _ zh: String, _ en: String, example: String = "",
            width: Double = 14, _ holds: Holds = .text
        ) {
            self.head = head
            self.english = english
            note = Words(zh: zh, en: en)
            self.example = example
            self.width = width
            self.holds = holds
        }
    }

    /// What begins the row that shows how to fill the sheet; an import passes it over.
    package static let exampleMark = "示例行："

    package static let all: [Template] = [
        organizations, projects, claims, recognitions, investment, indicators, figures,
        commitments, commitmentUpdates,
    ]

    package static func named(_ name: String) -> Template? {
        all.first { $0.kind == name || $0.otherNames.contains(name) }
    }

    /// The name behind which its mapping goes: `template:projects`.
    package var mappingName: String { "template:" + kind }

    /// - Throws: what is wrong with a mapping that the program was built with.
    package func mapping() throws(MappingProblems) -> Mapping {
        try MappingReader.read(mappingText, file: mappingName)
    }
}

extension Template {
    static let lineColumn = Column(
        "主线", "Line", "对应的主线编号，如 P1", "the id of the line it serves, such as P1", width: 10,
        .lines)

    static let yearColumn = Column(
        "年度", "Year", "日期只写“10月底”时填写年份，如 2024",
        "the year where dates say only 10月底, such as 2024", example: "2024", width: 8)

    static let yesOrNo = Column.Holds.codes(["是", "否"])
}
