import CXML2

/// Takes what stands in a part. A handler that finds something wrong sets `failure`; nothing more
/// is handed to it then.
class XMLHandler {
    var failure: SheetError?

    func start(_ name: XMLName, _ attributes: XMLAttributes) {}
    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The local name of an element, in libxml2's memory.
struct XMLName {
    private let bytes: UnsafePointer<CChar>

    init(_ bytes: UnsafePointer<CChar>) { self.bytes = bytes }

    /// The name where it has but one letter, as those of cells have; else 0.
    var letter: UInt8 { bytes[0] != 0 && bytes[1] == 0 ? UInt8(bitPattern: bytes[0]) : 0 }

    static func == (name: XMLName, text: StaticString) -> Bool {
        text.withUTF8Buffer { wanted in
            for (index, byte) in wanted.enumerated()
            where UInt8(bitPattern: name.bytes[index]) != byte {
                return false
            }
            return name.bytes[wanted.count] == 0
        }
    }
}

/// The attributes of an element by their local names; in libxml2's memory.
struct XMLAttributes {
    /// Five pointers each.
    private let pointers: UnsafePointer<UnsafePointer<CChar>?>?
    private let count: Int

    init(_ pointers: UnsafePointer<UnsafePointer<CChar>?>?, count: Int) {
        self.pointers = pointers
        self.count = count
    }

    /// The value of the attribute with this name of one letter.
    func bytes(_ letter: UInt8) -> UnsafeBufferPointer<UInt8>? {
        first { $0.letter == letter }
    }

    func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        first { $0 == name }
    }

    func text(_ name: StaticString) -> String? {
        bytes(name).map { String(decoding: $0, as: UTF8.self) }
    }

    func integer(_ name: StaticString) -> Int? { text(name).flatMap { Int($0) } }

    func flag(_ name: StaticString) -> Bool {
        let value = text(name)
        return value == "1" || value == "true" || value == "on"
    }

    private func first(_ isWanted: (XMLName) -> Bool) -> UnsafeBufferPointer<UInt8>? {
        guard let pointers else { return nil }
        for index in 0..<count {
            guard let name = pointers[index * 5], isWanted(XMLName(name)),
                let from = pointers[index * 5 + 3], let to = pointers[index * 5 + 4]
            else { continue }
            let bytes = UnsafeRawPointer(from).assumingMemoryBound(to: UInt8.self)
            return UnsafeBufferPointer(start: bytes, count: to - from)
        }
        return nil
    }
}

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

        func stopOnFailure() { if handler.failure != nil { cxml2_stop(parser) } }
    }

    init(_ entry: ArchiveEntry, _ handler: XMLHandler, _ limits: WorkbookLimits) throws(SheetError)
    {
        self.entry = entry
        self.handler = handler
        target = Target(handler)
        var callbacks = cxml2_handler(
            start: { context, name, attributes, count in
                guard let context, let name else { return }
                let target = Unmanaged<Target>.fromOpaque(context).takeUnretainedValue()
                target.handler.start(
                    XMLName(name), XMLAttributes(attributes, count: Int(count)))
                target.stopOnFailure()
            },
            end: { context, name in
                guard let context, let name else { return }
                let target = Unmanaged<Target>.fromOpaque(context).takeUnretainedValue()
                target.handler.end(XMLName(name))
                target.stopOnFailure()
            },
            text: { context, bytes, count in
                guard let context, let bytes else { return }
                let target = Unmanaged<Target>.fromOpaque(context).takeUnretainedValue()
                let start = UnsafeRawPointer(bytes).assumingMemoryBound(to: UInt8.self)
                target.handler.text(UnsafeBufferPointer(start: start, count: Int(count)))
                target.stopOnFailure()
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
