/// What the first bytes of a file say it is.
package enum FileKind: Sendable, Equatable {
    case workbook
    case text

    /// - Throws: what can be read as neither, with what to do about it.
    package static func of(_ source: SheetSource) throws(SheetError) -> FileKind {
        let file = try RandomAccess(source)
        let start = try file.read(at: 0, count: min(file.count, 4_096))
        if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .workbook }
        if start.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            throw .notWorkbook("空的压缩包", "an empty archive")
        }
        if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            throw try compoundFile(file, start)
        }
        // The oldest workbooks are one stream of records.
        if start.count > 3, start[0] == 0x09, [0x00, 0x02, 0x04, 0x08].contains(start[1]),
            start[2] <= 0x10, start[3] == 0
        {
            throw .otherWorkbook("XLS")
        }
        if start.starts(with: Array("%PDF".utf8)) { throw .notWorkbook(" PDF", "a PDF") }
        return .text
    }

    /// Refuses everything but a workbook.
    static func requireWorkbook(_ source: SheetSource) throws(SheetError) {
        guard try of(source) == .text else { return }
        let file = try RandomAccess(source)
        let start = try file.read(at: 0, count: min(file.count, 4_096))
        guard !start.isEmpty else { throw .notWorkbook("空文件", "an empty file") }
        let words = String(decoding: start, as: UTF8.self).lowercased()
        if words.contains("<html") || words.contains("<table") {
            throw .notWorkbook("网页", "a web page")
        }
        if words.contains("schemas-microsoft-com:office") {
            throw .otherWorkbook("XML 2003")
        }
        if start.starts(with: Array("PK".utf8)) { throw SheetError.truncated() }
        throw .notWorkbook(
            "文本或其他文件；若是 CSV，请在映射中写 kind: csv",
            "text or something else; for CSV say kind: csv in the mapping")
    }

    /// An OLE compound file: an encrypted workbook, or one as before 2007. Its first directory
    /// sector names its streams.
    private static func compoundFile(
        _ file: RandomAccess, _ start: [UInt8]
    ) throws(SheetError) -> SheetError {
        guard start.count >= 512 else { return .truncated() }
        let shift = start.number16(at: 30)
        guard shift == 9 || shift == 12 else { return .otherWorkbook("XLS") }
        let offset = (start.number32(at: 48) + 1) << shift
        guard offset < file.count else { return .truncated() }
        let sector = try file.read(at: offset, count: min(1 << shift, file.count - offset))
        let names = stride(from: 0, to: sector.count - 127, by: 128).map { place in
            String(
                decoding: (0..<32).map { UInt16(sector.number16(at: place + $0 * 2)) },
                as: UTF16.self)
        }
        let isEncrypted = names.contains {
            $0.hasPrefix("EncryptedPackage") || $0.hasPrefix("EncryptionInfo")
        }
        return isEncrypted ? .encryptedWorkbook() : .otherWorkbook("XLS")
    }
}
