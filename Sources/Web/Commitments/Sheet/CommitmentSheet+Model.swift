import Delivery
import Interchange
import Rulebook

/// Items of the list as a table that is filled in like a sheet.
enum CommitmentSheet {}

extension CommitmentSheet {
    /// Everything on the page, before any words are put to it.
    struct Model: Sendable {
        var sight: Sight
        var filter: CommitmentFilter
        var table: TableQuery
        let desk: TemplateDesk
        /// How many items the filter leaves that the person may act on; of all pages.
        var count = 0
        /// Those on this page, or those that the form brought.
        var rows: [Row] = []
        var outcome = Outcome.open

        enum Outcome: Sendable {
            case open
            /// What would be done, and a name for just that.
            case preview(ImportPreview, fingerprint: String)
            case nothingToDo
            case refused
            case signedOut
            /// Signed in anew since the page was made.
            case renewed
        }
    }

    /// A row of the sheet.
    struct Row: Sendable {
        /// As the form names it; nobody's where it was made up.
        let id: String
        let item: Commitment?
        /// The item's latest record that the person has seen.
        var seq: String
        let exported: FilledRow
        /// What was typed, by field; a field that the form did not bring is not in it.
        var typed: [String: String] = [:]
        /// What is wrong, by field; under an empty name what concerns the whole row.
        var problems: [String: [Words]] = [:]

        static let unknown = FilledRow([:], closed: Set(CommitmentExport.fields.map(\.head)))

        func value(_ field: Field) -> String {
            typed[field.name] ?? exported.cells[field.head] ?? ""
        }

        func isOpen(_ field: Field) -> Bool {
            typed[field.name] != nil || !exported.closed.contains(field.head)
        }

        /// As the template reads it.
        var filled: FilledRow {
            var row = exported
            row.cells[CommitmentExport.id] = id
            row.cells[CommitmentExport.seq] = seq
            for field in Field.all {
                row.cells[field.head] = typed[field.name] ?? row.cells[field.head]
            }
            return row
        }
    }

    /// A column that can be filled in.
    struct Field: Sendable {
        let name: String
        /// In the sheet's own words.
        let head: String
        let title: Phrase

        static let acknowledged = Field("acknowledged", .acknowledgedCell)

        /// In the order of the page: what was done comes before what the item says.
        static let all = [
            acknowledged, Field("percent", .percentCell), Field("note", .wordCell),
            Field("as_of", .wordDayCell), Field("done", .doneCell), Field("due", .due),
            Field("lead", .lead), Field("supporting", .supporting), Field("owner", .ownerCell),
            Field("post", .responsiblePost), Field("title", .wordingCell),
            Field("criterion", .criterion), Field("reason", .reasonCell),
        ]

        private init(_ name: String, _ title: Phrase) {
            self.name = name
            self.title = title
            head = CommitmentExport.fields.first { $0.name == name }?.head ?? name
        }

        static func headed(_ head: String) -> Field? { all.first { $0.head == head } }

        static func named(_ name: String) -> Field? { all.first { $0.name == name } }
    }
}

extension CommitmentSheet.Model {
    /// The items that the person may act on, among those that the address asks for.
    init(_ desk: TemplateDesk, _ sight: Sight, _ query: Query, list: ListID?) {
        self.sight = sight
        self.desk = desk
        filter = CommitmentFilter(query)
        if let list { filter.list = list }
        table = TableQuery(query, sortable: [])
        let items = filter.items(of: sight.city, on: sight.city.day ?? .earliest)
        let open = desk.openings(of: items)
        let mine = items.filter { open[$0.id] != nil }
        count = mine.count
        let export = CommitmentExport(desk)
        rows = mine[table.window(of: count)].map { item in
            CommitmentSheet.Row(
                id: item.id.text, item: item, seq: String(item.records.last ?? 0),
                exported: export.row(item, open[item.id] ?? []))
        }
    }

    /// The rows that a form brought, with what was typed into them.
    mutating func take(_ typed: TypedForm) {
        let export = CommitmentExport(desk)
        rows = (0..<typed.rowCount("row")).compactMap { place in
            let path = "row[\(place)]."
            let id = typed[path + "commitment"]
            guard !id.isEmpty else { return nil }
            let item = CommitmentID(id).flatMap { sight.city.commitments[$0] }
            var row = CommitmentSheet.Row(
                id: id, item: item, seq: typed[path + "seq"],
                exported: item.flatMap { export.rows([$0]).first } ?? CommitmentSheet.Row.unknown)
            for field in CommitmentSheet.Field.all {
                row.typed[field.name] = typed.values[path + field.name]?.first
            }
            // A box that is not ticked is not sent.
            let box = CommitmentSheet.Field.acknowledged
            if row.isOpen(box), row.typed[box.name] == nil { row.typed[box.name] = "" }
            return row
        }
    }

    /// Puts each issue at its cell. Row 1 of the sheet is the head.
    mutating func note(_ issues: [ImportIssue]) {
        outcome = .refused
        for issue in issues where rows.indices.contains(issue.row - 2) {
            let place = issue.row - 2
            let field = issue.column.flatMap { CommitmentSheet.Field.headed($0) }
            guard issue.code == .rowMoved else {
                rows[place].problems[field?.name ?? "", default: []].append(issue.words)
                continue
            }
            let records = rows[place].item?.records ?? []
            let seen = Int(rows[place].seq) ?? 0
            let newer = records.filter { $0 > seen }
            rows[place].problems["", default: []].append(Phrase.movedWhileTyping(newer))
            // It is told now, so the next submission is of who has seen it.
            rows[place].seq = records.last.map { String($0) } ?? rows[place].seq
        }
    }
}
