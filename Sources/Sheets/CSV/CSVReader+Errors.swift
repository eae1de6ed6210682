/// What can be wrong, each with its place.
extension CSVReader {
    private var here: SheetPlace {
        SheetPlace(row: max(rowNumber, 1), line: line, column: cells.count + 1)
    }

    func placed(_ error: SheetError) -> SheetError {
        guard error.place == nil, error.code == .invalidBytes else { return error }
        return SheetError(error.code, at: here, zh: error.zh, en: error.en)
    }

    func invalidUTF8() -> SheetError {
        var scanner = UTF8Scanner()
        for byte in field { scanner.take(byte) }
        scanner.finish()
        let start = scanner.firstInvalid ?? 0
        return placed(Transcoder.invalid(Array(field[start...].prefix(2)), .utf8))
    }

    func nulByte() -> SheetError {
        SheetError(
            .nulByte, at: here, zh: "有空字节（NUL）；文件已损坏或不是文本，请重新导出",
            en: "a NUL byte; the file is damaged or not text: export it anew")
    }

    func unterminatedQuote() -> SheetError {
        let place = SheetPlace(row: rowNumber, line: quoteLine, column: cells.count + 1)
        return SheetError(
            .unterminatedQuote, at: place, zh: "引号没有结束；请在该单元格末尾补上 \"",
            en: "the quote that opens here never ends; close it with \" at the end of the cell")
    }

    func textAfterQuote() -> SheetError {
        SheetError(
            .textAfterQuote, at: here, zh: "引号结束后还有文字；单元格内的引号应写成 \"\"",
            en: "text follows the closing quote; a quote inside a cell is written \"\"")
    }

    func fieldTooLong() -> SheetError {
        SheetError(
            .fieldTooLong, at: here, zh: "单元格超过 \(limits.fieldBytes) 字节",
            en: "the cell is longer than \(limits.fieldBytes) bytes")
    }

    func tooManyColumns() -> SheetError {
        SheetError(
            .tooManyColumns, at: here, zh: "超过 \(limits.columns) 列",
            en: "more than \(limits.columns) columns")
    }

    func checkRowCount() throws(SheetError) {
        guard rowNumber > limits.rows else { return }
        throw SheetError(
            .tooManyRows, at: here, zh: "超过 \(limits.rows) 行；请拆分文件",
            en: "more than \(limits.rows) rows; split the file")
    }
}
