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
            <nav class="views" aria-label="\(t(.views))">\(HTML.joined(views, by: " "))</nav>
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
        [
            Column("thing", .importThing, isHeading: true, text: \.change.key) {
                t.data($0.change.key)
            },
            Column("what", .importWhat) { ImportWords(entity: $0.change.entity, t: t).entityName },
            Column("field", .importField) { line in
                ImportWords(entity: line.change.entity, t: t).field(line.field.field)
            },
            Column("from", .importFrom, text: { ImportWords.text($0.field.from) }) { line in
                t.data(ImportWords.short(ImportWords.text(line.field.from)))
            },
            Column("to", .importTo, text: { ImportWords.text($0.field.to) }) { line in
                t.data(ImportWords.short(ImportWords.text(line.field.to)))
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

/// What became different between two previews, shortly.
struct ImportDifferences {
    let differences: [PreviewDifference]
    let visit: Visit

    private static let shown = 20
    private var t: Localizer { visit.t }

    var html: HTML {
        guard !differences.isEmpty else { return .empty }
        let lines = differences.prefix(Self.shown).map { difference -> HTML in
            let words = ImportWords(entity: difference.entity, t: t)
            let before = words.told(difference.before)
            let after = words.told(difference.after)
            return """
                <li>\(words.entityName) \(t.data(difference.key)): \(t.data(before)) → \
                \(t.data(after))</li>
                """
        }
        let rest = differences.count - lines.count
        let more: HTML = rest > 0 ? "<li>\(t(.importMore(rest)))</li>" : .empty
        return "<ul>\(lines)\(more)</ul>"
    }
}

/// How a preview's parts are called on a page.
struct ImportWords {
    let entity: String
    let t: Localizer

    private var known: Entity? { Entity.named(entity) }

    var entityName: String { known.map { t($0.words) } ?? entity }

    func field(_ name: String) -> String {
        t(CommandWords.field(name, of: known?.commands.first.flatMap { CommandKind.named($0) }))
    }

    /// `new`, or the fields that would change with their values.
    func told(_ change: ImportChange?) -> String {
        guard let change else { return t(.importUnchanged) }
        guard !change.isNew else { return t(.importNew) }
        return change.fields.map { change in
            let (from, to) = (Self.short(Self.text(change.from)), Self.short(Self.text(change.to)))
            return "\(field(change.field)) \(from) ⇒ \(to)"
        }.joined(separator: t.language == .zh ? "；" : "; ")
    }

    static func text(_ value: JSON?) -> String {
        guard let value else { return "—" }
        return value.stringValue ?? value.text()
    }

    static func short(_ text: String) -> String {
        text.count > 200 ? text.prefix(199) + "…" : text
    }

    static func rows(_ rows: [Int]) -> String {
        rows.prefix(5).map(String.init).joined(separator: ", ") + (rows.count > 5 ? " …" : "")
    }
}
