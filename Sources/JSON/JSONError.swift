/// Why a text is not the JSON it should be, and where.
public struct JSONError: Error, Sendable, Equatable {
    /// From 1.
    public var line: Int
    /// From 1, counted in Unicode scalars.
    public var column: Int
    /// From 0, counted in bytes.
    public var offset: Int
    /// Stable, in snake case, such as `json_duplicate_key`.
    public var code: String
    public var zh: String
    public var en: String

    public init(line: Int, column: Int, offset: Int, code: String, zh: String, en: String) {
        self.line = line
        self.column = column
        self.offset = offset
        self.code = code
        self.zh = zh
        self.en = en
    }
}

extension JSONError: CustomStringConvertible {
    public var description: String { "\(line):\(column): \(code): \(en)" }
}

/// What can be wrong; the place is added where it is known.
enum JSONFault: Equatable {
    case empty
    case end
    case unexpected(UInt8)
    case trailing
    case tooLong(limit: Int)
    case tooDeep(limit: Int)
    case utf8
    case escape
    case surrogate
    case control(UInt8)
    case number
    case duplicateKey(String)
    case notInteger(String)
    case notCanonical
    case kind(String)
}

extension JSONError {
    /// `bytes` is the text in which `offset` counts; without it the place is line 1 and the
    /// column is the offset.
    @inline(never)
    init(_ fault: JSONFault, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>? = nil) {
        var line = 1
        var column = 1
        if let bytes {
            for byte in bytes.prefix(max(0, offset)) {
                if byte == UInt8(ascii: "\n") {
                    line += 1
                    column = 1
                } else if byte & 0xC0 != 0x80 {
                    column += 1
                }
            }
        } else {
            column = offset + 1
        }
        let (code, zh, en) = fault.words
        self.init(line: line, column: column, offset: offset, code: code, zh: zh, en: en)
    }
}

extension JSONFault {
    var words: (code: String, zh: String, en: String) {
        switch self {
        case .empty:
            ("json_empty", "内容为空，应为一个 JSON 值", "nothing here: a JSON value is expected")
        case .end:
            ("json_unexpected_end", "JSON 在此中断，内容不完整", "the JSON ends before it is complete")
        case .unexpected(let byte):
            (
                "json_unexpected_byte", "此处不应出现\(Self.name(byte))",
                "\(Self.name(byte)) cannot stand here"
            )
        case .trailing:
            ("json_trailing", "JSON 值之后还有多余内容", "there is more after the JSON value")
        case .tooLong(let limit):
            ("json_too_long", "JSON 超过 \(limit) 字节", "the JSON is longer than \(limit) bytes")
        case .tooDeep(let limit):
            ("json_too_deep", "JSON 嵌套超过 \(limit) 层", "nested deeper than \(limit) levels")
        default:
            detail
        }
    }

    private var detail: (code: String, zh: String, en: String) {
        switch self {
        case .utf8:
            ("json_utf8", "不是有效的 UTF-8 编码", "these bytes are not valid UTF-8")
        case .escape:
            (
                "json_escape", "无效的转义；可用 \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX",
                "no such escape; there are \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX"
            )
        case .surrogate:
            (
                "json_surrogate", "\\u 转义的代理项不成对",
                "a surrogate escape without its other half"
            )
        case .control(let byte):
            (
                "json_control", "字符串中的控制字符（\(byte)）须转义",
                "control character \(byte) in a string must be escaped"
            )
        case .number:
            ("json_number", "数字格式不正确", "this is not a JSON number")
        case .duplicateKey(let key):
            ("json_duplicate_key", "键“\(key)”重复", "the key \"\(key)\" stands here twice")
        case .notInteger(let literal):
            (
                "json_not_integer", "“\(literal)”不是绝对值小于 2^53 的整数；小数请用字符串",
                "\(literal) is no integer below 2^53 in size; write decimals as strings"
            )
        case .kind(let wanted):
            ("json_kind", "值的类型不符，应为 \(wanted)", "wrong kind of value: \(wanted) is expected")
        default:
            (
                "json_not_canonical", "不是规范的 JSON（RFC 8785）",
                "not the canonical form of this JSON (RFC 8785)"
            )
        }
    }

    private static func name(_ byte: UInt8) -> String {
        byte > 0x20 && byte < 0x7F
            ? "“\(Character(Unicode.Scalar(byte)))”" : "0x" + String(byte, radix: 16)
    }
}
