import Sheets

/// A whole sheet in memory: its headers and its rows, none of them blank.
struct SheetTable {
    /// One a column; upper header rows before lower ones, with a slash between.
    var headers: [String]
    var rows: [Row]
    var encoding: TextEncoding
    var delimiter: Delimiter

    static func read(_ source: SheetSource, _ layout: SheetLayout) throws(SheetError) -> SheetTable
    {
        var reader = try CSVReader(
            source, encoding: layout.encoding, delimiter: layout.delimiter)
        var above: [Row] = []
        var rows: [Row] = []
        let firstRow = layout.skipRows + layout.headerRows
        while let row = try reader.next() {
            if row.number <= layout.skipRows { continue }
            if row.number <= firstRow {
                above.append(row)
            } else if !row.isBlank {
                rows.append(row)
            }
        }
        return SheetTable(
            headers: headers(above), rows: rows, encoding: reader.encoding,
            delimiter: reader.delimiter)
    }

    private static func headers(_ rows: [Row]) -> [String] {
        let width = rows.map(\.cells.count).max() ?? 0
        var names = [String](repeating: "", count: width)
        for (depth, row) in rows.enumerated() {
            var carried = ""
            for column in 0..<width {
                var text = column < row.cells.count ? Trimming.trimmed(row.cells[column].text) : ""
                // A heading over several columns stands over the first of them only.
                if depth + 1 < rows.count {
                    if text.isEmpty { text = carried }
                    carried = text
                }
                if !text.isEmpty { names[column] += (names[column].isEmpty ? "" : "/") + text }
            }
        }
        return names
    }
}

/// Which column of the sheet each reference of a mapping means.
struct ColumnBinding {
    private var positions: [ColumnReference: Int] = [:]
    /// Columns whose header some unclear reference names.
    private var unclear: Set<Int> = []
    let headers: [String]

    func index(_ reference: ColumnReference) -> Int? { positions[reference] }

    /// Finds every column, and tells of every one that is missing, meant by nobody, or unclear.
    init(_ mapping: Mapping, _ table: SheetTable, file: String) throws(MappingProblems) {
        headers = table.headers
        let list = ProblemList()
        guard headers.contains(where: { !$0.isEmpty }) else {
            throw MappingProblems(
                file: file,
                [
                    MappingProblem(
                        .sheetEmpty, line: nil, zh: "表中没有表头行；请检查 skip_rows 与 header_rows",
                        en: "the sheet has no header; check skip_rows and header_rows")
                ])
        }
        var mapped: Set<Int> = []
        for reference in mapping.columns {
            guard let index = find(reference, list) else { continue }
            positions[reference] = index
            mapped.insert(index)
        }
        var ignored: Set<Int> = []
        for reference in mapping.ignored {
            guard let index = find(reference, list) else { continue }
            ignored.insert(index)
            guard mapped.contains(index) else { continue }
            list.add(
                .columnBothMappedAndIgnored, line: reference.line,
                zh: "“\(reference.words)”既被映射又被忽略，请从 ignore 中删去",
                en: "\"\(reference.words)\" is both mapped and ignored; take it out of ignore")
        }
        tellUnmapped(mapped.union(ignored).union(unclear), table, list)
        guard list.problems.isEmpty else { throw MappingProblems(file: file, list.problems) }
    }

    private mutating func find(_ reference: ColumnReference, _ list: ProblemList) -> Int? {
        let matches = headers.indices.filter {
            headers[$0].utf8.elementsEqual(reference.name.utf8)
        }
        if let nth = reference.nth {
            if matches.indices.contains(nth - 1) { return matches[nth - 1] }
        } else if matches.count == 1 {
            return matches[0]
        }
        if matches.count > 1 || (reference.nth != nil && !matches.isEmpty) {
            unclear.formUnion(matches)
            let places = matches.map { String($0 + 1) }.joined(separator: ", ")
            list.add(
                .columnAmbiguous, line: reference.line,
                zh: "表中有 \(matches.count) 列“\(reference.name)”（第 \(places) 列），"
                    + "请写 {name: \(reference.name), nth: 1…\(matches.count)}",
                en: "\(matches.count) columns are headed \"\(reference.name)\" "
                    + "(columns \(places)); write "
                    + "{name: \(reference.name), nth: 1…\(matches.count)}")
            return nil
        }
        let near = Nearest.choice(to: reference.name, among: headers.filter { !$0.isEmpty })
        list.add(
            .columnMissing, line: reference.line,
            zh: "表中没有“\(reference.name)”这一列" + (near.map { "；是否要写“\($0)”？" } ?? ""),
            en: "the sheet has no column \"\(reference.name)\""
                + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
        return nil
    }

    private func tellUnmapped(_ known: Set<Int>, _ table: SheetTable, _ list: ProblemList) {
        for (index, header) in headers.enumerated() where !known.contains(index) {
            let used = table.rows.first {
                $0.cells.indices.contains(index) && !$0.cells[index].isBlank
            }
            if header.isEmpty, used == nil { continue }
            let name = header.isEmpty ? "" : "“\(header)”"
            let nameEn = header.isEmpty ? "" : " \"\(header)\""
            list.add(
                .columnUnmapped, line: nil,
                zh: "第 \(index + 1) 列\(name)没有映射；请写入某个字段，或列入 ignore",
                en: "column \(index + 1)\(nameEn) is not mapped; give it to a field, "
                    + "or list it under ignore")
        }
    }
}

extension Mapping {
    /// Every column that some field, order or template reads.
    var columns: [ColumnReference] {
        records.flatMap { record in
            record.fields.flatMap(\.origin.columns) + [record.order?.column].compactMap { $0 }
        }
    }
}
