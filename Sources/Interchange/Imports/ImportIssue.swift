package import Delivery
package import Sheets

/// What is wrong with a row, or worth a look: where, the value, why, and what would be right.
package struct ImportIssue: Sendable, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        case cellBlank = "cell_blank"
        case cellUnreadable = "cell_unreadable"
        case codeUnknown = "code_unknown"
        case organizationUnknown = "organization_unknown"
        case organizationAmbiguous = "organization_ambiguous"
        case projectUnknown = "project_unknown"
        case projectAmbiguous = "project_ambiguous"
        case indicatorUnknown = "indicator_unknown"
        case indicatorAmbiguous = "indicator_ambiguous"
        case fileMissing = "file_missing"
        case fileRefused = "file_refused"
        case approximate
        case outOfRange = "out_of_range"
        case rowWidth = "row_width"
        case totalsRow = "totals_row"
        case rowsDisagree = "rows_disagree"
        case rowTwice = "row_twice"
        case changeDiffers = "change_differs"
        case rowUnknown = "row_unknown"
        case rowMoved = "row_moved"
        case cellUnfit = "cell_unfit"
        case fieldRefused = "field_refused"
        case commandRefused = "command_refused"
    }

    package var code: Code
    /// Of the sheet, from 1.
    package var row: Int
    /// Of the file, from 1.
    package var line: Int
    /// The header of the column; nil where the row as a whole is meant.
    package var column: String?
    /// What stands there.
    package var value: String?
    /// The code of the city's own refusal, where it was the city that refused.
    package var refusal: Refusal.Code?
    package var words: Words

    package init(
        _ code: Code, row: Int, line: Int, column: String? = nil, value: String? = nil,
        refusal: Refusal.Code? = nil, zh: String, en: String
    ) {
        self.code = code
        self.row = row
        self.line = line
        self.column = column
        self.value = value
        self.refusal = refusal
        words = Words(zh: zh, en: en)
    }
}

/// Why there is no preview at all.
package enum ImportFailure: Error, Sendable {
    /// The mapping is wrong, or does not fit the sheet.
    case mapping(MappingProblems)
    /// The file cannot be read as a sheet.
    case sheet(file: String, SheetError)

    package func text(_ language: PreviewLanguage) -> String {
        switch self {
        case .mapping(let problems): return problems.text(language)
        case .sheet(let file, let error):
            let place = error.place.map { language == .zh ? $0.zh : $0.en }
            let words = language == .zh ? error.zh : error.en
            let colon = language == .zh ? ":" : ": "
            let parts = [file] + [place].compactMap { $0 } + [words]
            return parts.joined(separator: colon) + " [\(error.code.rawValue)]"
        }
    }
}
