/// A cell to be written, with its type.
package enum WrittenCell: Sendable, Equatable {
    case blank
    case text(String)
    /// Plain decimal digits: `-12.5`. A workbook keeps 15 of them; a number of more is written as
    /// text, so that none is lost.
    case number(String)
    /// Its style should have a date format.
    case date(year: Int, month: Int, day: Int)
    case boolean(Bool)
    /// To an address: `https://…`, or `internal:'Sheet'!A1`.
    case link(String, text: String)

    /// The text as a workbook spells it: what looks like an escape of its own is escaped.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
        var out: [UInt8] = []
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "_"), CellText.isEscape(bytes, at: index) {
                out += Array("_x005F".utf8)
            }
            out.append(byte)
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// The double whose shortest spelling are these digits; nil where there is none.
    static func double(_ digits: String) -> Double? {
        var count = 0
        var afterPoint = false
        for (index, byte) in digits.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "0") where count == 0: continue
            case UInt8(ascii: "0")...UInt8(ascii: "9"): count += 1
            case UInt8(ascii: "."):
                if afterPoint { return nil }
                afterPoint = true
            case UInt8(ascii: "-") where index == 0: continue
            default: return nil
            }
        }
        return count <= 15 ? Double(digits) : nil
    }
}
