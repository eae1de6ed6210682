/// What a file is by its own first bytes, whatever its name says.
enum MediaType: String, Sendable {
    case pdf = "application/pdf"
    case png = "image/png"
    case jpeg = "image/jpeg"
    case gif = "image/gif"
    case webp = "image/webp"
    case zip = "application/zip"
    case text = "text/plain"
    case other = "application/octet-stream"

    /// So many bytes are looked at.
    static let sniffed = 512

    init(sniffing head: [UInt8]) {
        func begins(_ bytes: [UInt8], at start: Int = 0) -> Bool {
            head.dropFirst(start).starts(with: bytes)
        }
        if begins(Array("%PDF-".utf8)) {
            self = .pdf
        } else if begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if begins([0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if begins(Array("GIF87a".utf8)) || begins(Array("GIF89a".utf8)) {
            self = .gif
        } else if begins(Array("RIFF".utf8)), begins(Array("WEBP".utf8), at: 8) {
            self = .webp
        } else if begins([0x50, 0x4B, 0x03, 0x04]) {
            self = .zip
        } else {
            self = Self.isText(head) ? .text : .other
        }
    }

    /// UTF-8, perhaps cut off in the middle of a letter, without control characters.
    private static func isText(_ head: [UInt8]) -> Bool {
        guard !head.isEmpty, !head.contains(where: { $0 < 9 || $0 > 13 && $0 < 32 }) else {
            return false
        }
        return (0...3).contains { cut in
            String(validating: head.dropLast(cut), as: UTF8.self) != nil
        }
    }

    /// Whether a browser shows it itself. Nothing that could hold a script is among them but PDF,
    /// which browsers keep to itself.
    var isShown: Bool {
        switch self {
        case .pdf, .png, .jpeg, .gif, .webp: true
        case .zip, .text, .other: false
        }
    }
}
