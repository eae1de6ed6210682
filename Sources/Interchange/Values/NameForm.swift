/// Text as it is compared where people write the same thing in several ways.
enum NameForm {
    /// Without white space, and with the wide forms of letters, digits and signs made narrow:
    /// `总投资（亿元）` and `总投资\n(亿元)` are the same, and so are `西 岗 区` and `西岗区`.
    static func folded(_ text: String) -> String {
        String(String.UnicodeScalarView(narrow(text).unicodeScalars.filter { !isSpace($0) }))
    }

    /// The wide forms made narrow; white space stays.
    static func narrow(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map(narrow)))
    }

    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x3000, 0xA0: " "
        case 0x2212, 0x2013: "-"
        default: scalar
        }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
    }
}
