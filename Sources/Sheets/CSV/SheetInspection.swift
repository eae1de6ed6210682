/// Looks into a file before it is read.
enum SheetInspection {
    private static let sampleSize = 1 << 18

    /// The stated encoding, or the one that the whole file's bytes speak for. A file that is no
    /// text in any of them is refused here.
    static func encoding(
        of source: SheetSource, stated: TextEncoding?
    ) throws(SheetError) -> TextEncoding {
        let bytes = try ByteSource(source)
        var evidence = EncodingEvidence()
        while let piece = try bytes.next() {
            evidence.take(piece)
            if stated != nil { break }
        }
        evidence.finish()
        if evidence.isZip {
            throw SheetError(
                .notText, zh: "这是压缩文件或 XLSX 工作簿，不是 CSV；请在映射中写 kind: xlsx，或另存为 CSV",
                en: "this is a zip file or an XLSX workbook, not CSV; say kind: xlsx in the "
                    + "mapping, or save it as CSV")
        }
        if evidence.isUTF16 {
            throw SheetError(
                .notText, zh: "文件编码为 UTF-16；请另存为 UTF-8",
                en: "the file is UTF-16; save it as UTF-8")
        }
        if let stated { return stated }
        guard let found = evidence.encoding else {
            throw SheetError(
                .encodingUnknown, zh: "无法判断文件编码；请在映射中写明 encoding: utf-8、gb18030 或 windows-1252",
                en: "the file's encoding cannot be told; state encoding: utf-8, gb18030 or "
                    + "windows-1252 in the mapping")
        }
        return found
    }

    static func delimiter(
        of source: SheetSource, encoding: TextEncoding
    ) throws(SheetError) -> Delimiter {
        let bytes = try ByteSource(source)
        var sample: [UInt8] = []
        while sample.count < sampleSize, let piece = try bytes.next() { sample += piece }
        return Delimiter.detect(in: sample, encoding: encoding)
    }
}
