/// Turns a sheet's XML into rows, as they come.
final class SheetRows: XMLHandler {
    private var scan: SheetScan

    init(_ values: CellValues, _ limits: SheetLimits, _ bounds: WorkbookLimits) {
        scan = SheetScan(values, limits, bounds)
    }

    /// Known once the sheet has been read.
    var merges: [MergedArea] { scan.merges }
    /// Rows and cells begun so far: whether bytes bring anything.
    var progress: Int { scan.progress }
    var isAmongRows: Bool { scan.isAmongRows }

    /// The rows that are whole, each handed over once.
    func takeRows() -> [Row] {
        defer { scan.ready = [] }
        return scan.ready
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        do throws(SheetError) { try scan.start(name, attributes) } catch { fail(error) }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        do throws(SheetError) { try scan.text(bytes) } catch { fail(error) }
    }

    override func end(_ name: XMLName) {
        do throws(SheetError) { try scan.end(name) } catch { fail(error) }
    }
}

/// Where in the sheet the parser stands, and what it has gathered.
private struct SheetScan {
    var ready: [Row] = []
    private(set) var merges: [MergedArea] = []
    private(set) var progress = 0
    private(set) var isAmongRows = false

    private let values: CellValues
    private let limits: SheetLimits
    private let bounds: WorkbookLimits

    private var rowNumber = 0
    private var isHidden = false
    private var cells: [Cell] = []
    private var width = 0

    private var isInCell = false
    private var column = 0
    private var head = CellHead()
    private var isInValue = false
    private var hasFormula = false
    private var value: [UInt8] = []
    private var inline = CellText()
    private var isInline = false

    init(_ values: CellValues, _ limits: SheetLimits, _ bounds: WorkbookLimits) {
        self.values = values
        self.limits = limits
        self.bounds = bounds
    }

    private var place: SheetPlace {
        SheetPlace(row: max(1, rowNumber), line: max(1, rowNumber), column: max(1, column))
    }

    mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SheetError) {
        guard isAmongRows else {
            if name == "sheetData" {
                isAmongRows = true
            } else if name == "mergeCell" {
                try merge(attributes)
            }
            return
        }
        if isInCell {
            startInCell(name)
        } else if name.letter == UInt8(ascii: "c") {
            try startCell(attributes)
        } else if name == "row" {
            try startRow(attributes)
        }
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SheetError) {
        guard isInCell else { return }
        if isInline {
            inline.append(bytes)
        } else if isInValue {
            value.append(contentsOf: bytes)
        }
        guard value.count <= limits.fieldBytes, inline.bytes.count <= limits.fieldBytes else {
            throw SheetError(
                .fieldTooLong, at: place, zh: "单元格超过 \(limits.fieldBytes) 字节",
                en: "the cell is longer than \(limits.fieldBytes) bytes")
        }
    }

    mutating func end(_ name: XMLName) throws(SheetError) {
        guard isAmongRows else { return }
        if isInCell {
            try endInCell(name)
        } else if name == "row" {
            width = cells.count
            ready.append(
                Row(number: rowNumber, line: rowNumber, cells: cells, isHidden: isHidden))
        } else if name == "sheetData" {
            isAmongRows = false
        }
    }

    private mutating func startRow(_ attributes: XMLAttributes) throws(SheetError) {
        progress += 1
        column = 0
        cells = []
        cells.reserveCapacity(width)
        isHidden = attributes.flag("hidden")
        let stated = attributes.text("r")
        let number = stated.map { Int($0) ?? 0 } ?? rowNumber + 1
        guard number > rowNumber, number <= CellAddress.lastRow else {
            throw .damagedCell(
                place, "行号 \(stated ?? "") 不在上一行之后，或超出工作表的范围",
                "the row number \(stated ?? "") does not follow, or is beyond any sheet")
        }
        rowNumber = number
        guard number <= limits.rows else {
            throw SheetError(
                .tooManyRows, at: place, zh: "超过 \(limits.rows) 行；请拆分文件",
                en: "more than \(limits.rows) rows; split the file")
        }
    }

    private mutating func startCell(_ attributes: XMLAttributes) throws(SheetError) {
        progress += 1
        isInCell = true
        hasFormula = false
        isInline = false
        isInValue = false
        value.removeAll(keepingCapacity: true)
        head = CellHead(attributes)
        let last = column
        column += 1
        if let stated = head.address {
            guard let address = CellAddress(attributes.value(stated)), address.row == rowNumber
            else {
                let text = String(decoding: attributes.value(stated).prefix(40), as: UTF8.self)
                throw .damagedCell(
                    place, "单元格地址“\(text)”不对", "the cell's address \"\(text)\" is not right")
            }
            column = address.column
        }
        guard column > last, column <= CellAddress.lastColumn else {
            throw .damagedCell(place, "单元格次序不对", "the cells are out of order")
        }
    }

    private mutating func startInCell(_ name: XMLName) {
        if isInline {
            inline.start(name)
        } else if name.letter == UInt8(ascii: "v") {
            isInValue = true
        } else if name.letter == UInt8(ascii: "f") {
            hasFormula = true
        } else if name == "is" {
            isInline = true
            inline.clear()
        }
    }

    private mutating func endInCell(_ name: XMLName) throws(SheetError) {
        if name.letter == UInt8(ascii: "c"), !isInValue {
            isInCell = false
            try finishCell()
        } else if isInline {
            if name == "is" { isInline = false } else { inline.end(name) }
        } else if name.letter == UInt8(ascii: "v") {
            isInValue = false
        }
    }

    private mutating func finishCell() throws(SheetError) {
        let cell: Cell
        if head.kind == .inline {
            cell = CellValues.text(inline.unescaped)
            inline.clear()
        } else {
            cell = try values.cell(value, head, hasFormula: hasFormula, at: place)
        }
        if case .blank = cell { return }
        guard column <= limits.columns else {
            throw SheetError(
                .tooManyColumns, at: place, zh: "超过 \(limits.columns) 列",
                en: "more than \(limits.columns) columns")
        }
        while cells.count < column - 1 { cells.append(.blank) }
        cells.append(cell)
    }

    private mutating func merge(_ attributes: XMLAttributes) throws(SheetError) {
        guard let text = attributes.text("ref"), let area = MergedArea(text),
            merges.count < bounds.mergedAreas
        else {
            throw SheetError(
                .cellDamaged, zh: "合并区域不对，或超过 \(bounds.mergedAreas) 个",
                en: "a merged area is not right, or there are more than \(bounds.mergedAreas)")
        }
        merges.append(area)
    }
}

extension SheetError {
    static func damagedCell(_ place: SheetPlace, _ zh: String, _ en: String) -> SheetError {
        SheetError(
            .cellDamaged, at: place, zh: "\(zh)；请在电子表格软件中打开并另存为 XLSX",
            en: "\(en); open it in a spreadsheet program and save it as XLSX")
    }
}
