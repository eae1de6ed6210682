/// What a cell's number format makes of its number.
enum NumberFormat: Equatable {
    case number(CellNumber.Shown)
    case date(SerialDate.Shown)

    static let general = NumberFormat.number(.plain)

    /// The formats that files name by number alone (ECMA-376 part 1, 18.8.30). Those from 27 on
    /// are what Chinese programs make of them.
    init?(builtIn id: Int) {
        switch id {
        case 0, 11...13, 46, 48, 49: self = .general
        case 1, 3, 5, 6, 37, 38, 41, 42: self = .number(.fixed(0))
        case 2, 4, 7, 8, 39, 40, 43, 44: self = .number(.fixed(2))
        case 9, 10: self = .number(.percent)
        case 14...16, 28...31, 51, 53, 54, 58: self = .date(.day)
        case 17, 27, 36, 50, 52, 57: self = .date(.month)
        case 18...21, 32...35, 45, 47, 55, 56: self = .date(.time)
        case 22: self = .date(.dayAndTime)
        default: return nil
        }
    }

    /// By the code as it stands in the file: `yyyy"年"m"月"`, `#,##0.00_ ;[Red]\-#,##0.00`.
    init(code: String) {
        let signs = FormatSigns(code)
        if let shown = signs.dateShown {
            self = .date(shown)
        } else if signs.isPercent {
            self = .number(.percent)
        } else if let decimals = signs.decimals {
            self = .number(.fixed(decimals))
        } else {
            self = .general
        }
    }
}

/// What stands in the first section of a format code, without quoted text, colours, conditions and
/// padding.
private struct FormatSigns {
    private var letters: [UInt8] = []
    private var hasDigits = false
    private(set) var isPercent = false
    private var isElapsed = false
    private var isScientific = false
    private var places: UInt8?

    init(_ code: String) {
        var bytes = Array(code.utf8)[...]
        guard code.lowercased() != "general" else { return }
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: ";"): return
            case UInt8(ascii: "\""):
                while let quoted = bytes.popFirst(), quoted != UInt8(ascii: "\"") {}
            case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "!"):
                Self.dropCharacter(&bytes)
            case UInt8(ascii: "["):
                let inside = bytes.prefix { $0 != UInt8(ascii: "]") }
                bytes = bytes.dropFirst(inside.count + 1)
                if let first = inside.first, inside.allSatisfy({ $0 | 0x20 == first | 0x20 }) {
                    isElapsed = isElapsed || [0x68, 0x6D, 0x73].contains(first | 0x20)
                }
            default: take(byte, &bytes)
            }
        }
    }

    /// A character of several bytes goes as a whole.
    private static func dropCharacter(_ bytes: inout ArraySlice<UInt8>) {
        _ = bytes.popFirst()
        while let next = bytes.first, next & 0xC0 == 0x80 { bytes.removeFirst() }
    }

    private mutating func take(_ byte: UInt8, _ bytes: inout ArraySlice<UInt8>) {
        switch byte {
        case UInt8(ascii: "0"), UInt8(ascii: "#"), UInt8(ascii: "?"):
            // The fractions of a second, `ss.000`, are no digits of a number.
            if letters.last != UInt8(ascii: "s") { hasDigits = true }
            if byte != UInt8(ascii: "#"), let before = places, before < 30 { places = before + 1 }
        case UInt8(ascii: "."): places = places ?? 0
        case UInt8(ascii: "%"): isPercent = true
        case UInt8(ascii: "E"), UInt8(ascii: "e"):
            let sign = bytes.first
            if hasDigits, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
                isScientific = true
            } else {
                letters.append(UInt8(ascii: "y"))
            }
        case UInt8(ascii: "A"), UInt8(ascii: "a"):
            let rest = String(decoding: bytes.prefix(4), as: UTF8.self).lowercased()
            if rest.hasPrefix("m/pm") {
                bytes = bytes.dropFirst(4)
                letters.append(UInt8(ascii: "h"))
            } else if rest.hasPrefix("aa") {
                letters.append(UInt8(ascii: "d"))
            }
        default:
            let lower = byte | 0x20
            if "ymdhsb".utf8.contains(lower), byte >= 0x41 {
                letters.append(lower == UInt8(ascii: "b") ? UInt8(ascii: "y") : lower)
            }
        }
    }

    var decimals: UInt8? { hasDigits && !isScientific ? places ?? 0 : nil }

    var dateShown: SerialDate.Shown? {
        guard !hasDigits, !letters.isEmpty, !isElapsed else { return nil }
        let hasTime = letters.contains { $0 == UInt8(ascii: "h") || $0 == UInt8(ascii: "s") }
        let hasYear = letters.contains(UInt8(ascii: "y"))
        let hasDay = letters.contains(UInt8(ascii: "d"))
        let isDate = hasYear || hasDay || !hasTime
        switch (isDate, hasTime) {
        case (true, true): return .dayAndTime
        case (false, true): return .time
        default:
            if hasDay { return .day }
            return letters.contains(UInt8(ascii: "m")) ? .month : .year
        }
    }
}
