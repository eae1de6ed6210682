/// The rows of one sheet of a workbook. Rows that the file leaves out are passed over: what is
/// handed out carries its own number.
package struct WorkbookReader: RowReader {
    private let stream: XMLStream
    private let rows: SheetRows
    private let limits: WorkbookLimits
    private var ready: [Row] = []
    private var handedOut = 0
    private var isFailed = false

    init(_ stream: XMLStream, _ rows: SheetRows, _ limits: WorkbookLimits) {
        self.stream = stream
        self.rows = rows
        self.limits = limits
    }

    /// Known once the last row has been read, as the file states them behind the rows.
    package var merges: [MergedArea] { rows.merges }

    package mutating func next() throws(SheetError) -> Row? {
        guard !isFailed else { return nil }
        do {
            try fill()
        } catch {
            isFailed = true
            throw error
        }
        guard handedOut < ready.count else { return nil }
        defer { handedOut += 1 }
        return ready[handedOut]
    }

    /// Reads on until a row is whole or the sheet has ended.
    private mutating func fill() throws(SheetError) {
        guard handedOut == ready.count else { return }
        ready = []
        handedOut = 0
        var idle = 0
        while ready.isEmpty, !stream.isFinished {
            let before = rows.progress
            let taken = try stream.step()
            ready = rows.takeRows()
            idle = rows.progress == before && rows.isAmongRows ? idle + taken : 0
            guard idle <= limits.fillerBytes else {
                throw .hostileArchive(
                    "工作表中有超过 \(limits.fillerBytes >> 20) MB 的填充内容",
                    "a sheet has more than \(limits.fillerBytes >> 20) MB of filling")
            }
        }
    }
}
