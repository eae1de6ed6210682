package import Delivery

/// Something wrong in a mapping file, or between a mapping and a sheet: where, what, and what
/// would be right.
package struct MappingProblem: Error, Sendable, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        case notYAML = "mapping_not_yaml"
        case tooLarge = "mapping_too_large"
        case keyUnknown = "key_unknown"
        case keyMissing = "key_missing"
        case wrongKind = "wrong_kind"
        case valueNotAllowed = "value_not_allowed"
        case entityUnknown = "entity_unknown"
        case fieldUnknown = "field_unknown"
        case fieldMissing = "field_missing"
        case fieldTwice = "field_twice"
        case typeUnfit = "type_unfit"
        case dateFormat = "date_format"
        case columnMissing = "column_missing"
        case columnAmbiguous = "column_ambiguous"
        case columnUnmapped = "column_unmapped"
        case columnBothMappedAndIgnored = "column_mapped_and_ignored"
        case sheetEmpty = "sheet_empty"
        case unitUnknown = "unit_unknown"
        case unitDiffers = "unit_differs"
        case currencyDiffers = "currency_differs"
    }

    package var code: Code
    /// Line of the mapping file, from 1; nil where the file as a whole is meant.
    package var line: Int?
    package var words: Words

    package init(_ code: Code, line: Int?, zh: String, en: String) {
        self.code = code
        self.line = line
        words = Words(zh: zh, en: en)
    }
}

/// Everything wrong with a mapping, in the order of its lines.
package struct MappingProblems: Error, Sendable {
    package var file: String
    package var problems: [MappingProblem]

    package init(file: String, _ problems: [MappingProblem]) {
        self.file = file
        self.problems = problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
    }

    /// `nyc.yaml:12: …`, one a line, each with its code.
    ///
    /// - Parameter endsWithCode: false for whoever adds the last one's, `code`, themselves.
    package func text(_ language: PreviewLanguage, endsWithCode: Bool = true) -> String {
        problems.enumerated().map { index, problem in
            let place = problem.line.map { "\(file):\($0)" } ?? file
            let code =
                index == problems.count - 1 && !endsWithCode ? "" : " [\(problem.code.rawValue)]"
            return "\(place): \(language.of(problem.words))\(code)"
        }.joined(separator: "\n")
    }

    /// Of the last problem.
    package var code: String { problems.last?.code.rawValue ?? "mapping_refused" }
}

/// The language of a rendering for people.
package enum PreviewLanguage: String, Sendable, CaseIterable {
    case zh, en

    package func of(_ words: Words) -> String { self == .zh ? words.zh : words.en }
}
