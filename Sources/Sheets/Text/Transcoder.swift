import Glibc

/// Turns the bytes of a file into UTF-8, piece by piece, without the byte order mark. UTF-8 is
/// passed on unchecked: the cells are checked when they are made, where their place is known.
final class Transcoder {
    private let source: ByteSource
    private let encoding: TextEncoding
    private var isFirst = true
    private var gb18030: GB18030Decoder?
    private var fault: [UInt8]?

    init(_ source: ByteSource, encoding: TextEncoding) throws(SheetError) {
        self.source = source
        self.encoding = encoding
        if encoding == .gb18030 { gb18030 = try GB18030Decoder() }
    }

    /// Nil at the end. Everything before an invalid sequence is handed over before the error.
    func next() throws(SheetError) -> [UInt8]? {
        while true {
            if let fault { throw Self.invalid(fault, encoding) }
            guard var piece = try source.next() else {
                if let rest = gb18030?.unfinished, !rest.isEmpty {
                    throw Self.invalid(rest, encoding)
                }
                return nil
            }
            if isFirst, encoding == .utf8, piece.starts(with: [0xEF, 0xBB, 0xBF]) {
                piece.removeFirst(3)
            }
            isFirst = false
            let decoded = decode(piece)
            if !decoded.isEmpty { return decoded }
        }
    }

    private func decode(_ piece: [UInt8]) -> [UInt8] {
        switch encoding {
        case .utf8: return piece
        case .gb18030:
            guard let gb18030 else { return [] }
            let (bytes, invalid) = gb18030.decode(piece)
            fault = invalid
            return bytes
        case .windows1252:
            var out: [UInt8] = []
            out.reserveCapacity(piece.count)
            for byte in piece {
                guard byte >= 0x80 else {
                    out.append(byte)
                    continue
                }
                guard let scalar = Windows1252.scalar(byte) else {
                    fault = [byte]
                    break
                }
                out += UTF8.encode(scalar).map { Array($0) } ?? []
            }
            return out
        }
    }

    static func invalid(_ bytes: [UInt8], _ encoding: TextEncoding) -> SheetError {
        let hex = bytes.map { byte in
            let text = String(byte, radix: 16, uppercase: true)
            return text.utf8.count == 1 ? "0" + text : text
        }.joined(separator: " ")
        let name = encoding.rawValue
        return SheetError(
            .invalidBytes,
            zh: "字节 \(hex) 不是 \(name) 文字；请修正该处，或写明文件的编码（encoding：）",
            en: "the bytes \(hex) are not \(name) text; mend them, or state the file's encoding "
                + "(encoding:)")
    }
}

/// GB18030 to UTF-8 by the C library's converter, across pieces.
final class GB18030Decoder {
    private let converter: iconv_t
    /// The beginning of a sequence that the next piece ends.
    private(set) var unfinished: [UInt8] = []

    init() throws(SheetError) {
        guard let opened = iconv_open("UTF-8", "GB18030"), opened != iconv_t(bitPattern: -1) else {
            throw SheetError(
                .encodingUnknown, zh: "本机没有 GB18030 转换表；请将文件另存为 UTF-8",
                en: "this machine has no GB18030 tables; save the file as UTF-8")
        }
        converter = opened
    }

    deinit { iconv_close(converter) }

    /// The decoded bytes, and the invalid sequence at which decoding stopped, if any.
    func decode(_ piece: [UInt8]) -> (bytes: [UInt8], invalid: [UInt8]?) {
        var input = (unfinished + piece).map { CChar(bitPattern: $0) }
        unfinished = []
        // A character grows from one byte to at most two, from two to three, from four to four.
        var output = [CChar](repeating: 0, count: input.count * 2 + 16)
        let (read, written, code) = convert(&input, into: &output)
        let bytes = output[..<written].map { UInt8(bitPattern: $0) }
        guard code != 0 else { return (bytes, nil) }
        let rest = input[read...].map { UInt8(bitPattern: $0) }
        if code == EINVAL {
            unfinished = rest
            return (bytes, nil)
        }
        return (bytes, Array(rest.prefix(2)))
    }

    /// - Returns: bytes read, bytes written, and the error number, 0 for none.
    private func convert(
        _ input: inout [CChar], into output: inout [CChar]
    ) -> (read: Int, written: Int, code: Int32) {
        var inputLeft = input.count
        var outputLeft = output.count
        var code: Int32 = 0
        input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var to = target.baseAddress
                let result = iconv(converter, &from, &inputLeft, &to, &outputLeft)
                if result == -1 { code = errno }
            }
        }
        return (input.count - inputLeft, output.count - outputLeft, code)
    }
}
