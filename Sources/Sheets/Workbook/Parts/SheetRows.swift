/// Turns a sheet's XML into rows, as they come.
final class SheetRows: XMLHandler {
    /// Rows that are whole, for the reader to take.
    var ready: [Row] = []
    private(set) var merges: [MergedArea] = []

    private let values: CellValues
    private let limits: SheetLimits
    private let bounds: WorkbookLimits

    private var isInRows = false
    private var rowNumber = 0
    private var isHidden = false
    private var cells: [Cell] = []

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

    /// Rows and cells begun so far: whether bytes bring anything.
    private(set) var progress = 0
    var isBeforeEnd: Bool { isInRows }

    private var place: SheetPlace {
        SheetPlace(row: max(1, rowNumber), line: max(1, rowNumber), column: max(1, column))
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard isInRows else {
            if name == "sheetData" { isInRows = true }
            if name == "mergeCell" { merge(attributes) }
            return
        }
        if isInCell {
            startInCell(name)
        } else if name.letter == UInt8(ascii: "c") {
            startCell(attributes)
        } else if name == "row" {
            startRow(attributes)
        }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard isInCell else { return }
        if isInline {
            inline.append(bytes)
        } else if isInValue {
            value.append(contentsOf: bytes)
        }
        guard value.count <= limits.fieldBytes, inline.bytes.count <= limits.fieldBytes else {
            failure = SheetError(
                .fieldTooLong, at: place, zh: "单元格超过 \(limits.fieldBytes) 字节",
                en: "the cell is longer than \(limits.fieldBytes) bytes")
            return
        }
    }

    override func end(_ name: XMLName) {
        guard isInRows else { return }
        if isInCell {
            endInCell(name)
        } else if name == "row" {
            ready.append(
                Row(number: rowNumber, line: rowNumber, cells: cells, isHidden: isHidden))
        } else if name == "sheetData" {
            isInRows = false
        }
    }

    private func startRow(_ attributes: XMLAttributes) {
        progress += 1
        column = 0
        cells = []
        cells.reserveCapacity(32)
        guard let stated = attributes.bytes(UInt8(ascii: "r")) else {
            setRow(rowNumber + 1)
            isHidden = attributes.flag("hidden")
            return
        }
        var number = 0
        for byte in stated {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte),
                number <= CellAddress.lastRow
            else {
                number = 0
                break
            }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        setRow(number)
        isHidden = attributes.flag("hidden")
    }

    private func setRow(_ number: Int) {
        guard number > rowNumber, number <= CellAddress.lastRow else {
            failure = .damagedCell(
                place, "行号 \(number) 不在上一行之后，或超出工作表的范围",
                "the row number \(number) does not follow, or is beyond any sheet")
            return
        }
        rowNumber = number
        guard number <= limits.rows else {
            failure = SheetError(
                .tooManyRows, at: place, zh: "超过 \(limits.rows) 行；请拆分文件",
                en: "more than \(limits.rows) rows; split the file")
            return
        }
    }

    private func startCell(_ attributes: XMLAttributes) {
        progress += 1
        isInCell = true
        hasFormula = false
        isInline = false
        isInValue = false
        value.removeAll(keepingCapacity: true)
        head = CellHead(attributes)
        let last = column
        column += 1
        if let stated = attributes.bytes(UInt8(ascii: "r")) {
            guard let address = CellAddress(stated), address.row == rowNumber else {
                failure = .damagedCell(
                    place, "单元格地址“\(String(decoding: stated.prefix(40), as: UTF8.self))”不对",
                    "the cell's address \"\(String(decoding: stated.prefix(40), as: UTF8.self))\" "
                        + "is not right")
                return
            }
            column = address.column
        }
        guard column > last, column <= CellAddress.lastColumn else {
            failure = .damagedCell(place, "单元格次序不对", "the cells are out of order")
            return
        }
    }

    private func startInCell(_ name: XMLName) {
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

    private func endInCell(_ name: XMLName) {
        if name.letter == UInt8(ascii: "c"), !isInValue {
            isInCell = false
            finishCell()
        } else if isInline {
            if name == "is" { isInline = false } else { inline.end(name) }
        } else if name.letter == UInt8(ascii: "v") {
            isInValue = false
        }
    }

    private func finishCell() {
        let cell: Cell
        do throws(SheetError) {
            cell =
                head.kind == .inline
                ? CellValues.text(inline.unescaped)
                : try values.cell(value, head, hasFormula: hasFormula, at: place)
        } catch {
            failure = error
            return
        }
        inline.clear()
        if case .blank = cell { return }
        guard column <= limits.columns else {
            failure = SheetError(
                .tooManyColumns, at: place, zh: "超过 \(limits.columns) 列",
                en: "more than \(limits.columns) columns")
            return
        }
        while cells.count < column - 1 { cells.append(.blank) }
        cells.append(cell)
    }

    private func merge(_ attributes: XMLAttributes) {
        guard let text = attributes.text("ref"), let area = MergedArea(text),
            merges.count < bounds.mergedAreas
        else {
            failure = SheetError(
                .cellDamaged, zh: "合并区域不对，或超过 \(bounds.mergedAreas) 个",
                en: "a merged area is not right, or there are more than \(bounds.mergedAreas)")
            return
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
