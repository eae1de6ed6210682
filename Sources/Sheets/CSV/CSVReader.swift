/// Reads RFC 4180 text as rows, with bounded memory: one piece of the file and one row at a time.
///
/// Beyond the RFC: LF and CR end a row as CRLF does, the delimiter may be another, a quote inside
/// an unquoted cell stands for itself. An empty line is a row without cells.
package struct CSVReader: RowReader {
    package let encoding: TextEncoding
    package let delimiter: Delimiter

    private enum State {
        case cellStart, plain, quoted, quoteInQuoted
    }

    let limits: SheetLimits
    private let source: Transcoder
    private var piece: [UInt8] = []
    private var position = 0
    private var isFinished = false

    private(set) var rowNumber = 0
    private(set) var line = 1
    private var rowLine = 1
    private(set) var quoteLine = 1
    private var afterCR = false

    private var state = State.cellStart
    private(set) var field: [UInt8] = []
    private(set) var cells: [Cell] = []

    /// - Parameters:
    ///   - encoding: nil to have it detected, which reads the file once more.
    ///   - delimiter: nil to have it detected in the first rows.
    package init(
        _ source: SheetSource, encoding: TextEncoding? = nil, delimiter: Delimiter? = nil,
        limits: SheetLimits = SheetLimits()
    ) throws(SheetError) {
        let known = try SheetInspection.encoding(of: source, stated: encoding)
        self.encoding = known
        if let delimiter {
            self.delimiter = delimiter
        } else {
            self.delimiter = try SheetInspection.delimiter(of: source, encoding: known)
        }
        self.limits = limits
        self.source = try Transcoder(ByteSource(source), encoding: known)
    }

    package mutating func next() throws(SheetError) -> Row? {
        guard !isFinished else { return nil }
        do {
            return try readRow()
        } catch {
            isFinished = true
            throw error
        }
    }

    private mutating func readRow() throws(SheetError) -> Row? {
        cells = []
        field.removeAll(keepingCapacity: true)
        state = .cellStart
        rowLine = line
        var isBegun = false
        while let byte = try take() {
            if afterCR, byte == 0x0A, !isBegun {
                afterCR = false
                continue
            }
            if !isBegun {
                isBegun = true
                rowNumber += 1
                try checkRowCount()
            }
            if try step(byte) { return Row(number: rowNumber, line: rowLine, cells: cells) }
        }
        isFinished = true
        guard isBegun else { return nil }
        if state == .quoted { throw unterminatedQuote() }
        try endCell()
        return Row(number: rowNumber, line: rowLine, cells: cells)
    }

    /// True when the byte ended the row.
    private mutating func step(_ byte: UInt8) throws(SheetError) -> Bool {
        guard byte != 0 else { throw nulByte() }
        let isBreak = byte == 0x0A || byte == 0x0D
        defer { if isBreak || afterCR { count(byte) } }
        switch state {
        case .quoted:
            if byte == 0x22 {
                state = .quoteInQuoted
            } else {
                try append(byte)
            }
        case .quoteInQuoted where byte == 0x22:
            state = .quoted
            try append(byte)
        case .cellStart where byte == 0x22:
            state = .quoted
            quoteLine = line
        case _ where byte == delimiter.rawValue:
            try endCell()
        case _ where isBreak:
            if state != .cellStart || !cells.isEmpty { try endCell() }
            return true
        case .quoteInQuoted:
            throw textAfterQuote()
        case .cellStart, .plain:
            state = .plain
            try append(byte)
        }
        return false
    }

    /// Keeps the line of the file: CRLF counts once.
    private mutating func count(_ byte: UInt8) {
        if byte == 0x0D || (byte == 0x0A && !afterCR) { line += 1 }
        afterCR = byte == 0x0D
    }

    private mutating func take() throws(SheetError) -> UInt8? {
        if position == piece.count {
            do {
                guard let more = try source.next() else { return nil }
                piece = more
                position = 0
            } catch {
                throw placed(error)
            }
        }
        defer { position += 1 }
        return piece[position]
    }

    private mutating func append(_ byte: UInt8) throws(SheetError) {
        guard field.count < limits.fieldBytes else { throw fieldTooLong() }
        field.append(byte)
    }

    private mutating func endCell() throws(SheetError) {
        guard cells.count < limits.columns else { throw tooManyColumns() }
        if field.isEmpty {
            cells.append(.blank)
        } else if let text = String(validating: field, as: UTF8.self) {
            cells.append(.text(text))
        } else {
            throw invalidUTF8()
        }
        field.removeAll(keepingCapacity: true)
        state = .cellStart
    }
}
