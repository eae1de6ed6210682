import CXML2

/// Feeds a part of the workbook to its handler, piece by piece.
final class XMLStream {
    private let entry: ArchiveEntry
    private let handler: XMLHandler
    private let parser: OpaquePointer
    private let target: Target
    private(set) var isFinished = false

    /// What the callbacks reach; its address stays.
    private final class Target {
        let handler: XMLHandler
        var parser: OpaquePointer?

        init(_ handler: XMLHandler) { self.handler = handler }

        static func reach(
            _ context: UnsafeMutableRawPointer?, _ call: (XMLHandler) -> Void
        ) {
            guard let context else { return }
            Unmanaged<Target>.fromOpaque(context)._withUnsafeGuaranteedRef { target in
                call(target.handler)
                if target.handler.hasFailed { cxml2_stop(target.parser) }
            }
        }
    }

    init(_ entry: ArchiveEntry, _ handler: XMLHandler, _ limits: WorkbookLimits) throws(SheetError)
    {
        self.entry = entry
        self.handler = handler
        target = Target(handler)
        var callbacks = cxml2_handler(
            start: { context, name, attributes, count in
                guard let name else { return }
                let all = XMLAttributes(attributes, count: Int(count))
                Target.reach(context) { $0.start(XMLName(name), all) }
            },
            end: { context, name in
                guard let name else { return }
                Target.reach(context) { $0.end(XMLName(name)) }
            },
            text: { context, bytes, count in
                guard let bytes else { return }
                let start = UnsafeRawPointer(bytes).assumingMemoryBound(to: UInt8.self)
                let piece = UnsafeBufferPointer(start: start, count: Int(count))
                Target.reach(context) { $0.text(piece) }
            })
        let context = Unmanaged.passUnretained(target).toOpaque()
        guard
            let parser = cxml2_open(&callbacks, context, Int32(limits.depth), limits.tagBytes)
        else { throw .tooLarge("内存不足", "there is not enough memory") }
        self.parser = parser
        target.parser = parser
    }

    deinit { cxml2_close(parser) }

    /// Feeds one piece; the last one ends the document.
    ///
    /// - Returns: the bytes fed.
    @discardableResult
    func step() throws(SheetError) -> Int {
        guard !isFinished else { return 0 }
        guard let piece = try entry.next() else {
            isFinished = true
            try check(cxml2_finish(parser))
            return 0
        }
        let bytes = piece.assumingMemoryBound(to: CChar.self)
        try check(cxml2_feed(parser, bytes.baseAddress, Int32(bytes.count)))
        return bytes.count
    }

    func run() throws(SheetError) {
        while !isFinished { try step() }
    }

    private func check(_ code: Int32) throws(SheetError) {
        if let failure = handler.failure { throw failure }
        guard code != Int32(CXML2_FINE) else { return }
        isFinished = true
        let name = entry.name
        let line = cxml2_line(parser)
        switch code {
        case Int32(CXML2_DOCTYPE):
            throw SheetError(
                .doctype, zh: "“\(name)”含有 DOCTYPE；工作簿中不应有，拒绝读取",
                en: "\"\(name)\" has a DOCTYPE; no workbook has one, so it is refused")
        case Int32(CXML2_TOO_DEEP):
            throw .hostileArchive("“\(name)”嵌套过深", "\"\(name)\" is nested too deeply")
        case Int32(CXML2_TAG_TOO_LONG):
            throw .hostileArchive("“\(name)”的标记过长", "\"\(name)\" has a tag beyond measure")
        case Int32(CXML2_ENCODING):
            throw SheetError(
                .partDamaged, zh: "“\(name)”的编码不是 UTF-8 或 UTF-16",
                en: "\"\(name)\" is neither in UTF-8 nor in UTF-16")
        default:
            let reason = String(cString: cxml2_message(parser))
            throw SheetError(
                .partDamaged,
                zh: "“\(name)”第 \(line) 行不是正确的 XML（\(reason)）；"
                    + "请在电子表格软件中打开并另存为 XLSX",
                en: "\"\(name)\" is no XML in line \(line) (\(reason)); "
                    + "open it in a spreadsheet program and save it as XLSX")
        }
    }
}
