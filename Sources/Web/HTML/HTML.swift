/// Markup. A literal is taken as it stands; whatever is interpolated into it is escaped, so
/// text from outside can be nothing but text, in an element and in a quoted attribute alike.
/// Attributes must be quoted, and an address goes in as a `Link`, never as a `String`.
package struct HTML: Sendable, Equatable {
    package private(set) var text: String

    /// No markup at all.
    package static let empty = HTML(trusted: "")

    private init(trusted text: String) {
        self.text = text
    }

    /// The escaped form of `text`.
    package init(escaping text: some StringProtocol) {
        self.text = ""
        Self.escape(text, into: &self.text)
    }

    package static func joined(_ parts: some Sequence<HTML>, by separator: HTML = .empty) -> HTML {
        var result = ""
        var first = true
        for part in parts {
            if !first { result += separator.text }
            first = false
            result += part.text
        }
        return HTML(trusted: result)
    }

    package static func + (left: HTML, right: HTML) -> HTML {
        HTML(trusted: left.text + right.text)
    }

    /// With a capital where it begins with a small Latin letter.
    package var capitalized: HTML {
        guard let first = text.unicodeScalars.first, first.isASCII, first.properties.isLowercase
        else { return self }
        return HTML(trusted: first.properties.uppercaseMapping + text.dropFirst())
    }

    package var isEmpty: Bool { text.isEmpty }

    /// Escapes what could end an element's text or a quoted attribute. NUL, which no HTML
    /// document may hold, becomes the replacement character.
    private static func escape(_ source: some StringProtocol, into target: inout String) {
        if !source.utf8.contains(where: needsEscape) {
            target += source
            return
        }
        for scalar in source.unicodeScalars {
            switch scalar {
            case "&": target += "&amp;"
            case "<": target += "&lt;"
            case ">": target += "&gt;"
            case "\"": target += "&quot;"
            case "'": target += "&#39;"
            case "\0": target += "\u{FFFD}"
            default: target.unicodeScalars.append(scalar)
            }
        }
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x26, 0x3C, 0x3E, 0x22, 0x27, 0x00: true
        default: false
        }
    }
}

extension HTML: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) {
        self.init(trusted: value)
    }

    package init(stringInterpolation: Interpolation) {
        self.init(trusted: stringInterpolation.text)
    }

    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        package mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        package mutating func appendInterpolation(_ value: some StringProtocol) {
            HTML.escape(value, into: &text)
        }

        package mutating func appendInterpolation(_ value: some BinaryInteger) {
            text += String(value)
        }

        package mutating func appendInterpolation(_ value: Link) {
            HTML.escape(value.text, into: &text)
        }

        package mutating func appendInterpolation(_ value: HTML) {
            text += value.text
        }

        package mutating func appendInterpolation(_ value: HTML?) {
            if let value { text += value.text }
        }

        package mutating func appendInterpolation(_ values: some Sequence<HTML>) {
            for value in values { text += value.text }
        }
    }
}
