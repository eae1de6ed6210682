import Sheets

/// A whole sheet in memory: its headers and its rows, none of them blank.
struct SheetTable {
    /// What the rows came from.
    enum Form {
        case text(TextEncoding, Delimiter)
        case workbook(sheet: String)
    }

    var form: Form
    /// One a column; upper header rows before lower ones, with a slash between.
    var headers: [String]
    var rows: [Row]
    /// Rows of sums that the mapping says nothing of.
    var totals: [Row] = []
    /// Texts above the header.
    var titles: [String] = []
    var notes: [ImportNote] = []

    var isWorkbook: Bool { if case .workbook = form { true } else { false } }

    /// What may name the year of the whole sheet.
    var namingTexts: [String] {
        if case .workbook(let sheet) = form { titles + [sheet] } else { titles }
    }

    /// Writes the value above into blank cells of the columns that want it so.
    mutating func fillDown(_ mapping: Mapping, _ binding: ColumnBinding) {
        let fields = mapping.records.flatMap(\.fields).filter(\.fillsDown)
        for column in Set(fields.flatMap(\.origin.columns).compactMap { binding.index($0) })
            .sorted()
        {
            var value = Cell.blank
            var count = 0
            for index in rows.indices where rows[index].cells.indices.contains(column) {
                if rows[index].cells[column].isBlank, !value.isBlank {
                    rows[index].cells[column] = value
                    count += 1
                } else {
                    value = rows[index].cells[column]
                }
            }
            if count > 0 { notes.append(.filledDown(count, headers[column])) }
        }
    }

    static func read(
        _ source: SheetSource, _ layout: SheetLayout, _ limits: ImportLimits
    ) throws(SheetError) -> SheetTable {
        let kind = try FileKind.of(source)
        switch (layout.kind, kind) {
        case (.csv, .text), (.auto, .text): return try readText(source, layout, limits)
        case (.xlsx, _), (.auto, .workbook): return try readWorkbook(source, layout, limits)
        case (.csv, .workbook):
            throw SheetError(
                .notText, zh: "这是 XLSX 工作簿（或压缩文件），不是 CSV；请在映射中写 kind: xlsx",
                en: "this is an XLSX workbook (or an archive) and no CSV; say kind: xlsx in the "
                    + "mapping")
        }
    }

    private static func readText(
        _ source: SheetSource, _ layout: SheetLayout, _ limits: ImportLimits
    ) throws(SheetError) -> SheetTable {
        var reader = try CSVReader(
            source, encoding: layout.encoding, delimiter: layout.delimiter, limits: limits.sheet)
        let sorting = try sorting(layout, limits) { () throws(SheetError) in try reader.next() }
        return sorting.table(
            .text(reader.encoding, reader.delimiter), merges: nil, notes: [])
    }

    private static func readWorkbook(
        _ source: SheetSource, _ layout: SheetLayout, _ limits: ImportLimits
    ) throws(SheetError) -> SheetTable {
        let workbook = try Workbook(source, cells: limits.sheet)
        let (sheet, notes) = try choose(workbook.sheets, layout)
        var reader = try workbook.rows(of: sheet)
        let sorting = try sorting(layout, limits) { () throws(SheetError) in try reader.next() }
        let merges = try MergedAreas(reader.merges)
        return sorting.table(.workbook(sheet: sheet.name), merges: merges, notes: notes)
    }

    private static func sorting(
        _ layout: SheetLayout, _ limits: ImportLimits,
        next: () throws(SheetError) -> Row?
    ) throws(SheetError) -> RowSorting {
        var sorting = RowSorting(layout)
        var count = CellCount(limits.cells)
        while let row = try next() {
            try count.add(row)
            sorting.take(row)
        }
        return sorting
    }

    private static func choose(
        _ sheets: [Workbook.Sheet], _ layout: SheetLayout
    ) throws(SheetError) -> (Workbook.Sheet, [ImportNote]) {
        let open = sheets.filter {
            $0.hasCells && (layout.hiddenSheets == .take || !$0.isHidden)
        }
        let chosen: Workbook.Sheet?
        switch layout.choice {
        case nil: chosen = open.first
        case .position(let position):
            chosen = open.indices.contains(position - 1) ? open[position - 1] : nil
        case .name(let name):
            let folded = NameForm.folded(name)
            let named =
                sheets.first { $0.name == name }
                ?? sheets.first { NameForm.folded($0.name) == folded }
            if let named, named.isHidden, layout.hiddenSheets == .skip {
                throw SheetError(
                    .sheetHidden, zh: "工作表“\(named.name)”是隐藏的；要读它，请写 hidden_sheets: take",
                    en: "the sheet \"\(named.name)\" is hidden; to read it say "
                        + "hidden_sheets: take")
            }
            chosen = named
        }
        guard let chosen else {
            let names = open.map { "“\($0.name)”" }.joined(separator: "、")
            let namesEn = open.map { "\"\($0.name)\"" }.joined(separator: ", ")
            throw SheetError(
                .sheetUnknown, zh: "没有映射所说的工作表；这里有：\(names)",
                en: "there is no such sheet as the mapping says; there are \(namesEn)")
        }
        let others = sheets.filter { $0.position != chosen.position }.map(\.name)
        return (
            chosen,
            (chosen.isHidden ? [.hiddenSheet(chosen.name)] : [])
                + (others.isEmpty ? [] : [.sheetsLeftOut(others)])
        )
    }
}
