/// What the texts of a record may be. None of them needs an escape, so raw bytes are compared.
enum RecordRules {
    static func check(_ view: RecordView) throws(LedgerError) {
        let seq = view.seq
        try check(seq, actor: view.actor.bytes, org: view.org.bytes, at: view.at.bytes)
        try check(seq, cmd: view.cmd.bytes, log: view.log.bytes, type: view.type.bytes)
    }

    private typealias Bytes = UnsafeBufferPointer<UInt8>

    static func check(
        _ seq: Int?, actor: UnsafeBufferPointer<UInt8>, org: UnsafeBufferPointer<UInt8>,
        at: UnsafeBufferPointer<UInt8>
    ) throws(LedgerError) {
        guard isName(actor) else { throw name(seq, "actor") }
        guard isName(org) else { throw name(seq, "org") }
        guard isMoment(at) else {
            throw .value(
                seq, "at", zh: "UTC 时间，形如 2026-01-01T00:00:00.000Z",
                en: "a UTC time such as 2026-01-01T00:00:00.000Z")
        }
    }

    static func check(
        _ seq: Int?, cmd: UnsafeBufferPointer<UInt8>, log: UnsafeBufferPointer<UInt8>,
        type: UnsafeBufferPointer<UInt8>
    ) throws(LedgerError) {
        guard isKey(cmd) else {
            throw .value(
                seq, "cmd", zh: "1 至 128 个可见 ASCII 字符，不含引号、反斜线",
                en: "1 to 128 visible ASCII characters without quotes and backslashes")
        }
        guard isOrigin(log) else {
            throw .value(
                seq, "log", zh: "1 至 128 个可见 ASCII 字符，不含引号、反斜线、加号",
                en: "1 to 128 visible ASCII characters without quotes, backslashes and +")
        }
        guard isType(type) else {
            throw .value(
                seq, "type", zh: "以小写字母开头的小写字母、数字、点、下划线或连字符，至多 64 个",
                en: "at most 64 of a–z, 0–9, dot, _ and -, a letter first")
        }
    }

    private static func name(_ seq: Int?, _ field: StaticString) -> LedgerError {
        .value(
            seq, field, zh: "1 至 128 字节，不含引号、反斜线、控制字符",
            en: "1 to 128 bytes without quotes, backslashes and control characters")
    }

    private static func isName(_ text: Bytes) -> Bool {
        (1...128).contains(text.count)
            && text.allSatisfy {
                $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 != 0x7F
            }
    }

    private static func isKey(_ text: Bytes) -> Bool {
        (1...128).contains(text.count)
            && text.allSatisfy {
                $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
            }
    }

    static func isOrigin(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        isKey(text) && !text.contains(UInt8(ascii: "+"))
    }

    private static func isType(_ text: Bytes) -> Bool {
        guard (1...64).contains(text.count), isLetter(text[0]) else { return false }
        return text.allSatisfy {
            isLetter($0) || $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
                || $0 == UInt8(ascii: "-")
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }

    /// `YYYY-MM-DDThh:mm:ss.fffZ` of a day that the Gregorian calendar has.
    private static func isMoment(_ text: Bytes) -> Bool {
        guard text.count == 24, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
            text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"),
            text[16] == UInt8(ascii: ":"), text[19] == UInt8(ascii: "."),
            text[23] == UInt8(ascii: "Z"),
            let year = number(text, 0, 4), let month = number(text, 5, 2),
            let day = number(text, 8, 2), let hour = number(text, 11, 2),
            let minute = number(text, 14, 2), let second = number(text, 17, 2),
            number(text, 20, 3) != nil
        else { return false }
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let last: Int
        switch month {
        case 2: last = leap ? 29 : 28
        case 4, 6, 9, 11: last = 30
        case 1...12: last = 31
        default: return false
        }
        return day >= 1 && day <= last && hour < 24 && minute < 60 && second < 60
    }

    private static func number(_ text: Bytes, _ start: Int, _ length: Int) -> Int? {
        var value = 0
        for index in start..<start + length {
            let digit = text[index] &- 0x30
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }
}
