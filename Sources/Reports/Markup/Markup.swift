/// Text of XML or HTML. What is interpolated as text is escaped; markup goes in as it is.
package struct Markup: Sendable, Hashable, ExpressibleByStringInterpolation {
    package var text: String

    package init(stringLiteral text: String) { self.text = text }

    package init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

    package init(escaping text: String) {
        var interpolation = Interpolation(literalCapacity: text.utf8.count, interpolationCount: 0)
        interpolation.appendInterpolation(text)
        self.text = interpolation.text
    }

    /// Our own text, taken as markup.
    init(trusted text: String) { self.text = text }

    package static let empty: Markup = ""

    package static func + (left: Markup, right: Markup) -> Markup {
        Markup(trusted: left.text + right.text)
    }

    /// Text without the characters that XML 1.0 cannot hold, even escaped: U+FFFD for each.
    static func legal(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isLegal($0) ? $0 : "\u{FFFD}" }))
    }

    fileprivate static func isLegal(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\t", "\n", "\r": true
        case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": false
        default: true
        }
    }

    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        package mutating func appendLiteral(_ literal: String) { text += literal }

        package mutating func appendInterpolation(_ value: String) {
            for scalar in value.unicodeScalars {
                switch scalar {
                case "&": text += "&amp;"
                case "<": text += "&lt;"
                case ">": text += "&gt;"
                case "\"": text += "&quot;"
                case "'": text += "&#39;"
                case _ where Markup.isLegal(scalar): text.unicodeScalars.append(scalar)
                default: text += "\u{FFFD}"
                }
            }
        }

        package mutating func appendInterpolation(_ value: Int) { text += String(value) }

        package mutating func appendInterpolation(_ value: Markup) { text += value.text }

        package mutating func appendInterpolation(_ values: [Markup]) {
            for value in values { text += value.text }
        }
    }
}
