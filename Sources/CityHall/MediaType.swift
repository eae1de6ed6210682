package import Foundation

/// Tells what a file is by its bytes.
package enum MediaType {
    package static let unknown = "application/octet-stream"

    /// What a browser shows by itself and in which no script can hide, but for PDF, which
    /// browsers keep to itself.
    package static let shown: Set<String> = [
        "application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp",
    ]

    /// At the beginning of a file.
    private static let signatures: [(bytes: [UInt8], type: String)] = [
        (Array("%PDF-".utf8), "application/pdf"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
        (Array("GIF87a".utf8), "image/gif"),
        (Array("GIF89a".utf8), "image/gif"),
        ([0x49, 0x49, 0x2A, 0x00], "image/tiff"),
        ([0x4D, 0x4D, 0x00, 0x2A], "image/tiff"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "application/x-ole-storage"),
    ]

    /// Named inside an archive, near its end.
    private static let members: [(name: String, type: String)] = [
        ("OFD.xml", "application/ofd"),
        (
            "word/document.xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        ),
        (
            "xl/workbook.xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        ),
        (
            "ppt/presentation.xml",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        ),
    ]

    package static func of(_ bytes: Data) -> String {
        if let known = signatures.first(where: { bytes.starts(with: $0.bytes) }) {
            return known.type
        }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return archive(bytes) }
        if bytes.starts(with: Array("RIFF".utf8)), has("WEBP", in: bytes, at: 8) {
            return "image/webp"
        }
        if has("ftyp", in: bytes, at: 4) {
            let isImage = ["heic", "heix", "mif1"].contains { has($0, in: bytes, at: 8) }
            return isImage ? "image/heic" : "video/mp4"
        }
        let isText = !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
        return isText ? "text/plain" : unknown
    }

    private static func has(_ word: String, in bytes: Data, at offset: Int) -> Bool {
        bytes.dropFirst(offset).starts(with: Array(word.utf8))
    }

    /// The directory of an archive stands at its end and names its members.
    private static func archive(_ bytes: Data) -> String {
        let directory = Data(bytes.suffix(1 << 16))
        let known = members.first { directory.range(of: Data($0.name.utf8)) != nil }
        return known?.type ?? "application/zip"
    }
}
