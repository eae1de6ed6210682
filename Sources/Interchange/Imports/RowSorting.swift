import Sheets

/// Parts the rows of a sheet into titles, header, data, sums and what stands below.
struct RowSorting {
    private let layout: SheetLayout
    private var titles: [Row] = []
    private var above: [Row] = []
    private var rows: [Row] = []

    init(_ layout: SheetLayout) { self.layout = layout }

    mutating func take(_ row: Row) {
        var row = row
        // What holds only spaces holds nothing.
        for index in row.cells.indices {
            guard case .text(let text) = row.cells[index],
                text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
            else { continue }
            row.cells[index] = .blank
        }
        if row.number <= layout.skipRows {
            titles.append(row)
        } else if row.number <= layout.skipRows + layout.headerRows {
            above.append(row)
        } else if !row.isBlank {
            rows.append(row)
        }
    }

    /// - Parameter merges: nil for a text file, which knows none.
    consuming func table(
        _ form: SheetTable.Form, merges: MergedAreas?, notes: [ImportNote]
    ) -> SheetTable {
        var notes = notes
        let headers = headers(merges)
        merge(merges, width: headers.count, &notes)
        end(&notes)
        leaveExamples(&notes)
        hide(&notes)
        let totals = sums(&notes)
        if merges != nil { pad(headers.count) }
        let mended = rows.reduce(0) { $0 + $1.cells.count(where: \.isMended) }
        if mended > 0 { notes.append(.mended(mended)) }
        return SheetTable(
            form: form, headers: headers, rows: rows, totals: totals,
            titles: titles.flatMap { $0.cells.map(\.text) }.filter { !$0.isEmpty }, notes: notes)
    }

    private mutating func merge(
        _ merges: MergedAreas?, width: Int, _ notes: inout [ImportNote]
    ) {
        guard let merges, let first = rows.first else { return }
        let count = merges.count(from: first.number)
        guard count > 0 else { return }
        if layout.merged == .repeat { merges.fill(&rows, width: width) }
        notes.append(.merged(count, repeated: layout.merged == .repeat))
    }

    private mutating func end(_ notes: inout [ImportNote]) {
        let words = layout.until.map(NameForm.folded)
        let end = rows.firstIndex { row in
            guard let first = row.cells.first(where: { !$0.isBlank }) else { return false }
            return Self.begins(first, words)
        }
        guard let end else { return }
        notes.append(.afterEnd(rows.count - end, from: rows[end].number))
        rows.removeSubrange(end...)
    }

    private mutating func leaveExamples(_ notes: inout [ImportNote]) {
        let words = layout.examples.map(NameForm.folded)
        guard !words.isEmpty else { return }
        let before = rows.map(\.number)
        rows.removeAll { row in
            guard let first = row.cells.first(where: { !$0.isBlank }) else { return false }
            return Self.begins(first, words)
        }
        let left = Set(before).subtracting(rows.map(\.number)).sorted()
        if !left.isEmpty { notes.append(.examples(left)) }
    }

    /// Words that rows begin with are short, and texts may be long.
    private static func begins(_ cell: Cell, _ words: [String]) -> Bool {
        let text = NameForm.folded(String(cell.text.prefix(200)))
        return words.contains { text.hasPrefix($0) }
    }

    private mutating func hide(_ notes: inout [ImportNote]) {
        let count = rows.count(where: \.isHidden)
        guard count > 0 else { return }
        if layout.hiddenRows == .skip { rows.removeAll(where: \.isHidden) }
        notes.append(.hiddenRows(count, taken: layout.hiddenRows == .take))
    }

    /// - Returns: rows of sums that the mapping says nothing of.
    private mutating func sums(_ notes: inout [ImportNote]) -> [Row] {
        guard layout.totals != .keep else { return [] }
        let sums = rows.filter(TotalsRow.isOne)
        guard !sums.isEmpty else { return [] }
        let numbers = Set(sums.map(\.number))
        rows.removeAll { numbers.contains($0.number) }
        guard layout.totals == .skip else { return sums }
        notes.append(.totals(sums.map(\.number)))
        return []
    }

    /// A workbook leaves out the blank cells at the end of a row.
    private mutating func pad(_ width: Int) {
        for index in rows.indices where rows[index].cells.count < width {
            let missing = width - rows[index].cells.count
            rows[index].cells += [Cell](repeating: .blank, count: missing)
        }
    }

    private func headers(_ merges: MergedAreas?) -> [String] {
        let width = above.map(\.cells.count).max() ?? 0
        var names = [String](repeating: "", count: width)
        for (depth, row) in above.enumerated() {
            var carried = ""
            // The last column that a merged heading stands over.
            var reach: Int?
            for column in 0..<width {
                var text = column < row.cells.count ? Trimming.trimmed(row.cells[column].text) : ""
                // A heading over several columns stands over the first of them only.
                if depth + 1 < above.count {
                    if !text.isEmpty {
                        reach =
                            merges?.area(row: row.number, column: column + 1)?
                            .columns.upperBound
                    } else if reach.map({ column < $0 }) ?? true {
                        text = carried
                    }
                    carried = text
                }
                if !text.isEmpty { names[column] += (names[column].isEmpty ? "" : "/") + text }
            }
        }
        return names
    }
}

extension Cell {
    fileprivate var isMended: Bool {
        if case .number(let number) = self { number.isMended } else { false }
    }
}
