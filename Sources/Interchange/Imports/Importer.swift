package import Delivery
package import Rulebook
import JSON
package import Sheets

/// Reads a whole sheet by a mapping and works out what it would do to a city. Nothing is written
/// here: a plan's commands are for one atomic batch.
package struct Importer: Sendable {
    package let mapping: Mapping
    package let mappingFile: String
    package let source: SheetSource
    package let sourceFile: String
    /// Where the files lie that the sheet cites as evidence.
    package let files: EvidenceFolder
    package let limits: ImportLimits

    package init(
        mapping: Mapping, mappingFile: String, source: SheetSource, sourceFile: String,
        files: EvidenceFolder = .none, limits: ImportLimits = .atTheMachine
    ) {
        self.files = files
        self.limits = limits
        self.mapping = mapping
        self.mappingFile = mappingFile
        self.source = source
        self.sourceFile = sourceFile
    }

    /// What the sheet would do to the city, tried on a copy of it. What is hidden from the actor
    /// shows in the plan no more than it does where they give the commands one by one.
    ///
    /// - Parameter today: the city's local day.
    package func plan(
        _ holding: Holding, as actor: Actor, on today: Day
    ) throws(ImportFailure) -> ImportPlan {
        var table = try table()
        let binding: ColumnBinding
        let mapping: Mapping
        do throws(MappingProblems) {
            try checkCurrency(holding.city)
            binding = try ColumnBinding(
                self.mapping, table, file: mappingFile, sheet: sourceFile)
            mapping = try FittedMapping.of(self.mapping, table, binding, file: mappingFile)
        } catch {
            throw .mapping(error)
        }
        table.fillDown(mapping, binding)
        var rejected = table.totals.map(Self.totalsIssue)
        let rows = table.rows.filter { row in
            guard let issue = widthIssue(row, table) else { return true }
            rejected.append(issue)
            return false
        }
        let conversions = convert(mapping, rows, binding, table, holding.city)
        rejected += issues(of: conversions)
        var comparison = Comparison(mapping: mapping, holding: holding, on: today)
        for conversion in conversions { comparison.take(conversion) }
        rejected += comparison.rejected
        if rejected.isEmpty {
            rejected = Trial(holding.whole, as: actor, on: today)
                .run(comparison.steps, atMost: limits.issues)
        }
        var preview = preview(
            table, comparison, conversions,
            rejected: rejected.sorted { ($0.row, $0.column ?? "") < ($1.row, $1.column ?? "") },
            warnings: warnings(rows, conversions) + comparison.warnings)
        cut(&preview)
        guard rejected.isEmpty else { return ImportPlan(preview: preview, steps: [], files: []) }
        return ImportPlan(
            preview: preview, steps: comparison.steps,
            files: comparison.steps.isEmpty ? [] : files.toKeep)
    }

    /// Leaves out what is told beyond the limit, and says that there may be more.
    private func cut(_ preview: inout ImportPreview) {
        guard max(preview.rejected.count, preview.warnings.count) >= limits.issues else { return }
        preview.rejected = Array(preview.rejected.prefix(limits.issues))
        preview.warnings = Array(preview.warnings.prefix(limits.issues))
        preview.notes.append(.issuesCut(limits.issues))
    }

    private func preview(
        _ table: SheetTable, _ comparison: Comparison, _ conversions: [RowConversion],
        rejected: [ImportIssue], warnings: [ImportIssue]
    ) -> ImportPreview {
        var preview = ImportPreview(
            file: sourceFile, mapping: mapping.id, rows: table.rows.count,
            entities: comparison.tallies, changes: comparison.changes,
            unknowns: conversions.flatMap { $0.unknownTallies() },
            notes: table.notes + conversions.flatMap(\.notes) + comparison.notes,
            rejected: rejected,
            warnings: warnings, commands: comparison.steps.count)
        switch table.form {
        case .workbook(let sheet): preview.sheet = sheet
        case .text(let encoding, let delimiter):
            preview.encoding = encoding.rawValue
            preview.delimiter = String(UnicodeScalar(delimiter.rawValue))
        }
        return preview
    }

    private func table() throws(ImportFailure) -> SheetTable {
        do throws(SheetError) {
            return try SheetTable.read(source, mapping.sheet, limits)
        } catch {
            throw .sheet(file: sourceFile, error)
        }
    }

    private func checkCurrency(_ city: City) throws(MappingProblems) {
        guard let currency = city.settings?.currency else { return }
        let readings = mapping.records.flatMap(\.fields).compactMap { field in
            if case .money(let money) = field.reading { money } else { nil }
        }
        let problems = readings.filter { $0.currency != currency }.map { reading in
            MappingProblem(
                .currencyDiffers, line: reading.line,
                zh: "映射的货币是 \(reading.currency)，本市记账货币是 \(currency)；请换算后再导入",
                en: "the mapping counts in \(reading.currency), the city in \(currency); "
                    + "convert the amounts first")
        }
        guard problems.isEmpty else { throw MappingProblems(file: mappingFile, problems) }
    }

    /// A row with cells missing, or with more than there are headers, is damaged.
    private func widthIssue(_ row: Row, _ table: SheetTable) -> ImportIssue? {
        let width = table.headers.count
        let extra = row.cells.dropFirst(width).contains { !$0.isBlank }
        guard row.cells.count < width || extra else { return nil }
        return ImportIssue(
            .rowWidth, row: row.number, line: row.line,
            zh: "该行有 \(row.cells.count) 个单元格，表头有 \(width) 个；请检查"
                + (table.isWorkbook ? "表头与 header_rows" : "引号与分隔符"),
            en: "the row has \(row.cells.count) cells, the header \(width); look "
                + (table.isWorkbook
                    ? "at the header and header_rows" : "for a missing quote or delimiter"))
    }

    private static func totalsIssue(_ row: Row) -> ImportIssue {
        let name = row.cells.first { !$0.isBlank }?.text
        return ImportIssue(
            .totalsRow, row: row.number, line: row.line, value: name,
            zh: "像是合计行；若是，请在 sheet 中写 totals: skip，若不是，写 totals: keep",
            en: "looks like a row of totals; if it is, say totals: skip under sheet, if not, "
                + "totals: keep")
    }

    /// Record by record, so that what an earlier one brings in can be named by a later one.
    private func convert(
        _ mapping: Mapping, _ rows: [Row], _ binding: ColumnBinding, _ table: SheetTable,
        _ city: City
    ) -> [RowConversion] {
        var names = NameIndex(city)
        var conversions: [RowConversion] = []
        let setting = RowConversion.Setting(
            isWorkbook: table.isWorkbook, titleYear: TitleYear.only(in: table.namingTexts),
            files: files)
        for (number, record) in mapping.records.enumerated() {
            if NameIndex.named.contains(record.entity.name) {
                // Rows may name each other, such as an office and the district it belongs to.
                let sketch = RowConversion(
                    record, number: number, binding: binding, names: names, setting: setting)
                for row in rows { names.learn(sketch.identity(row), record.entity) }
            }
            var conversion = RowConversion(
                record, number: number, binding: binding, names: names, setting: setting)
            for row in rows where conversion.issues.count < limits.issues { conversion.take(row) }
            conversion.normalize()
            conversions.append(conversion)
        }
        return conversions
    }

    /// Each said once, though several fields read the cell. A project that is missing because
    /// its own row is bad is not said to be missing.
    private func issues(of conversions: [RowConversion]) -> [ImportIssue] {
        var told: Set<ImportIssue> = []
        var badRows: Set<Int> = []
        var issues: [ImportIssue] = []
        for conversion in conversions {
            for issue in conversion.issues where told.insert(issue).inserted {
                if issue.code == .projectUnknown, badRows.contains(issue.row) { continue }
                issues.append(issue)
            }
            badRows.formUnion(conversion.issues.map(\.row))
        }
        return issues
    }

    private func warnings(_ rows: [Row], _ conversions: [RowConversion]) -> [ImportIssue] {
        let twice = rows.filter { row in conversions.allSatisfy { $0.repeated.contains(row.number) }
        }
        let said = twice.map { row in
            ImportIssue(
                .rowTwice, row: row.number, line: row.line,
                zh: "与前面的行说的是同一件事，没有新内容", en: "says nothing that an earlier row does not")
        }
        return said + mapping.checks.flatMap { ChangeComparison($0).warnings(conversions) }
    }
}

extension NameIndex {
    fileprivate static let named: Set<String> = ["organization", "project", "indicator"]

    /// What a row registers can be named by the records after it.
    fileprivate mutating func learn(_ object: JSON, _ entity: Entity) {
        let texts = { (fields: [String]) in fields.compactMap { object[$0]?.stringValue } }
        switch entity.name {
        case "organization":
            guard let id = object["id"]?.stringValue.flatMap({ OrganizationID($0) }),
                let kind = object["kind"]?.stringValue.flatMap({ OrganizationKind(rawValue: $0) })
            else { return }
            let aliases = object["aliases"]?.arrayValue?.compactMap(\.stringValue) ?? []
            add(id, kind, texts(["name", "name_en", "code"]) + aliases)
        case "project":
            guard let id = object["id"]?.stringValue.flatMap({ ProjectID($0) }) else { return }
            add(id, texts(["name", "code"]))
        case "indicator":
            guard let id = object["id"]?.stringValue.flatMap({ IndicatorID($0) }) else { return }
            add(id, texts(["name", "name_en"]))
        default: return
        }
    }
}
