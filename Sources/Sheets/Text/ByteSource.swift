package import Foundation

/// Where the bytes of a sheet come from. Both kinds can be read more than once.
package enum SheetSource: Sendable {
    case file(URL)
    case bytes([UInt8])
}

/// Hands the bytes over in pieces of a bounded size.
final class ByteSource {
    private enum Kind {
        case handle(FileHandle)
        case bytes([UInt8], offset: Int)
    }

    static let pieceSize = 1 << 16

    private var kind: Kind

    init(_ source: SheetSource) throws(SheetError) {
        switch source {
        case .bytes(let bytes): kind = .bytes(bytes, offset: 0)
        case .file(let url):
            do {
                kind = .handle(try FileHandle(forReadingFrom: url))
            } catch {
                throw Self.unreadable(url.path)
            }
        }
    }

    deinit {
        if case .handle(let handle) = kind { try? handle.close() }
    }

    /// Nil at the end.
    func next() throws(SheetError) -> [UInt8]? {
        switch kind {
        case .bytes(let bytes, let offset):
            guard offset < bytes.count else { return nil }
            let end = min(bytes.count, offset + Self.pieceSize)
            kind = .bytes(bytes, offset: end)
            return Array(bytes[offset..<end])
        case .handle(let handle):
            do {
                guard let piece = try handle.read(upToCount: Self.pieceSize), !piece.isEmpty else {
                    return nil
                }
                return Array(piece)
            } catch {
                throw Self.unreadable(nil)
            }
        }
    }

    static func unreadable(_ path: String?) -> SheetError {
        let name = path.map { " \($0)" } ?? ""
        return SheetError(
            .unreadableFile, zh: "无法读取文件\(name)；请检查路径与权限",
            en: "the file\(name) cannot be read; check its path and permissions")
    }
}
