import Delivery
import Interchange
import JSON

/// The lines of a preview, one kind at a time: rejected, changed, new, warnings.
struct ImportLines {
    let preview: ImportPreview
    let visit: Visit

    private var t: Localizer { visit.t }

    enum Kind: String, CaseIterable {
        case rejected, changed, new, warnings

        var words: Phrase {
            switch self {
            case .rejected: .importRejected
            case .changed: .importChanged
            case .new: .importNew
            case .warnings: .importWarnings
            }
        }
    }

    private func count(_ kind: Kind) -> Int {
        switch kind {
        case .rejected: preview.rejected.count
        case .changed: preview.changes.count { !$0.isNew }
        case .new: preview.changes.count(where: \.isNew)
        case .warnings: preview.warnings.count
        }
    }

    /// The one asked for; else the first that has lines.
    private var kind: Kind? {
        let asked = visit.query["show"].flatMap(Kind.init)
        return asked ?? Kind.allCases.first { count($0) > 0 }
    }

    var html: HTML {
        guard let kind else { return .empty }
        let views = Kind.allCases.filter { count($0) > 0 || $0 == kind }.map { each -> HTML in
            let query = visit.query.without("page").with("show", each.rawValue)
            let current: HTML = each == kind ? " aria-current=\"true\"" : ""
            return """
                <a href="\(visit.here(query))"\(current)>\(t(each.words)) \
                \(t.count(count(each)))</a>
                """
        }
        return """
            <nav class="views kinds" aria-label="\(t(.views))">\(HTML.joined(views, by: " "))</nav>
            \(table(kind))
            """
    }

    private func table(_ kind: Kind) -> HTML {
        switch kind {
        case .rejected: table(preview.rejected, ImportColumns.issues(t), kind, hasExport: true)
        case .warnings: table(preview.warnings, ImportColumns.issues(t), kind, hasExport: true)
        case .changed:
            table(
                preview.changes.filter { !$0.isNew }.flatMap(ImportColumns.FieldLine.lines),
                ImportColumns.fields(t), kind)
        case .new: table(preview.changes.filter(\.isNew), ImportColumns.things(t), kind)
        }
    }

    private func table<Row: Sendable>(
        _ rows: [Row], _ columns: [Column<Row>], _ kind: Kind, hasExport: Bool = false
    ) -> HTML {
        let query = TableQuery(visit.query, sortable: [])
        let export = Link(encodedPath: visit.path + "/problems.csv")
        return TableView(
            id: "lines", caption: t(kind.words), columns: columns,
            rows: Array(rows[query.window(of: rows.count)]), count: rows.count, query: query,
            visit: visit, export: hasExport ? visit.link(export) : nil,
            emptyState: "<p>\(t(.importNothingHere))</p>"
        ).html
    }
}

/// The columns in which a preview's lines are shown and exported.
enum ImportColumns {
    static func issues(_ t: Localizer) -> [Column<ImportIssue>] {
        [
            Column("row", .importRow, isNumber: true, isHeading: true) { String($0.row) },
            Column("column", .importColumn, text: { $0.column ?? "" }) { t.data($0.column ?? "") },
            Column("value", .importValue, text: { $0.value ?? "" }) { issue in
                t.data(ImportWords.short(issue.value ?? ""))
            },
            Column("why", .importWhy, text: { t($0.words) }) { t.data(t($0.words)) },
            Column("code", .importCode, text: \.reason) { "<code>\($0.reason)</code>" },
        ]
    }

    /// One field of one thing that would change.
    struct FieldLine: Sendable {
        var change: ImportChange
        var field: FieldChange

        static func lines(_ change: ImportChange) -> [FieldLine] {
            change.fields.map { FieldLine(change: change, field: $0) }
        }
    }

    static func fields(_ t: Localizer) -> [Column<FieldLine>] {
        @Sendable func told(_ value: JSON?, _ line: FieldLine) -> String {
            ImportWords(entity: line.change.entity, t: t).text(value, of: line.field.field)
        }
        return [
            Column("thing", .importThing, isHeading: true, text: \.change.key) {
                t.data($0.change.key)
            },
            Column("what", .importWhat) { ImportWords(entity: $0.change.entity, t: t).entityName },
            Column("field", .importField) { line in
                ImportWords(entity: line.change.entity, t: t).field(line.field.field)
            },
            Column("from", .importFrom, text: { told($0.field.from, $0) }) { line in
                t.data(ImportWords.short(told(line.field.from, line)))
            },
            Column("to", .importTo, text: { told($0.field.to, $0) }) { line in
                t.data(ImportWords.short(told(line.field.to, line)))
            },
            Column("rows", .importRows, isNumber: true) { ImportWords.rows($0.change.rows) },
        ]
    }

    static func things(_ t: Localizer) -> [Column<ImportChange>] {
        [
            Column("thing", .importThing, isHeading: true, text: \.key) { t.data($0.key) },
            Column("what", .importWhat) { ImportWords(entity: $0.entity, t: t).entityName },
            Column("rows", .importRows, isNumber: true) { ImportWords.rows($0.rows) },
        ]
    }
}

extension ImportIssue {
    /// The code of the city's refusal, or of the import's own.
    var reason: String { refusal?.rawValue ?? code.rawValue }
}
