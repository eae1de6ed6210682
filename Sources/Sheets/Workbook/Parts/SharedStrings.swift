/// The texts that cells name by their place, one behind the other in one piece of memory.
final class SharedStrings: XMLHandler {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var text = CellText()
    private var isInItem = false
    private let limits: WorkbookLimits
    private let cellLimits: SheetLimits

    init(_ limits: WorkbookLimits, _ cellLimits: SheetLimits) {
        self.limits = limits
        self.cellLimits = cellLimits
    }

    var count: Int { ends.count }

    subscript(index: Int) -> String? {
        guard ends.indices.contains(index) else { return nil }
        let start = index == 0 ? 0 : ends[index - 1]
        return String(decoding: bytes[start..<ends[index]], as: UTF8.self)
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if isInItem {
            text.start(name)
        } else if name == "si" {
            isInItem = true
            text.clear()
        }
    }

    override func text(_ piece: UnsafeBufferPointer<UInt8>) {
        guard isInItem else { return }
        text.append(piece)
        guard text.bytes.count <= cellLimits.fieldBytes else {
            fail(
                .tooLarge(
                    "单元格文字超过 \(cellLimits.fieldBytes) 字节",
                    "a cell's text is longer than \(cellLimits.fieldBytes) bytes"))
            return
        }
    }

    override func end(_ name: XMLName) {
        guard isInItem else { return }
        text.end(name)
        guard name == "si" else { return }
        isInItem = false
        bytes += text.unescaped
        ends.append(bytes.count)
        guard ends.count <= limits.sharedStrings, bytes.count <= limits.sharedStringBytes else {
            fail(.tooLarge("共享文字过多", "there are too many shared strings"))
            return
        }
    }
}
