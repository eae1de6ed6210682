import Sheets

/// Which column of the sheet each reference of a mapping means.
struct ColumnBinding {
    private var positions: [ColumnReference: Int] = [:]
    /// Columns whose header some unclear reference names.
    private var unclear: Set<Int> = []
    let headers: [String]

    func index(_ reference: ColumnReference) -> Int? { positions[reference] }

    /// The header of the column, as the sheet has it.
    func header(_ reference: ColumnReference) -> String? {
        positions[reference].map { headers[$0] }
    }

    /// Finds every column, and tells of every one that is missing, meant by nobody, or unclear.
    init(
        _ mapping: Mapping, _ table: SheetTable, file: String, sheet: String
    ) throws(MappingProblems) {
        headers = table.headers
        let list = ProblemList()
        guard headers.contains(where: { !$0.isEmpty }) else {
            throw MappingProblems(
                file: sheet,
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

    /// The columns headed so to the letter; where there are none, those that are headed so but for
    /// spaces, line breaks and wide signs.
    private func matches(_ name: String) -> [Int] {
        let exact = headers.indices.filter { headers[$0].utf8.elementsEqual(name.utf8) }
        guard exact.isEmpty else { return exact }
        let folded = NameForm.folded(name)
        return headers.indices.filter {
            NameForm.folded(headers[$0]).utf8.elementsEqual(folded.utf8)
        }
    }

    private mutating func find(_ reference: ColumnReference, _ list: ProblemList) -> Int? {
        var matches: [Int] = []
        for name in [reference.name] + reference.others where matches.isEmpty {
            matches = self.matches(name)
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
            zh: "表中没有“\(reference.name)”这一列"
                + (near.map { "；是否要写“\($0)”？" } ?? "；表中有：\(named(12))"),
            en: "the sheet has no column \"\(reference.name)\""
                + (near.map { "; did you mean \"\($0)\"?" } ?? "; it has: \(named(12))"))
        return nil
    }

    private func named(_ most: Int) -> String {
        let names = headers.filter { !$0.isEmpty }
        return names.prefix(most).joined(separator: ", ") + (names.count > most ? " …" : "")
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
    package var columns: [ColumnReference] {
        records.flatMap { record in
            record.fields.flatMap {
                $0.origin.columns + $0.reading.columns + [$0.otherwise].compactMap { $0 }
            }
                + [record.order?.column].compactMap { $0 } + record.whenFilled
        }
    }
}
