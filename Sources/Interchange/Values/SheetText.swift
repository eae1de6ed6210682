import Delivery

/// Text as a sheet can carry it there and back.
enum SheetText {
    /// Without what no workbook holds, with line feeds for line ends, and without white space at
    /// either end.
    static func carried(_ text: String) -> String {
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        return Trimming.trimmed(
            String(String.UnicodeScalarView(lines.unicodeScalars.filter(isCarried))))
    }

    /// XML 1.0, 2.2; the escape is not among its characters.
    private static func isCarried(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    /// Whether a sheet would carry both as the same text; no text is the same as an empty one. What
    /// cannot be read is the same as nothing.
    static func isSame(_ one: Note?, _ other: Note?) -> Bool {
        text(one).utf8.elementsEqual(text(other).utf8)
    }

    private static func text(_ note: Note?) -> String {
        if case .text(let text) = note { carried(text) } else { "" }
    }
}
