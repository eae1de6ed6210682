import Foundation

/// Bytes of a file at any place.
struct RandomAccess {
    private enum Kind {
        case handle(FileHandle)
        case bytes([UInt8])
    }

    private let kind: Kind
    let count: Int

    init(_ source: SheetSource) throws(SheetError) {
        switch source {
        case .bytes(let bytes):
            kind = .bytes(bytes)
            count = bytes.count
        case .file(let url):
            do {
                let handle = try FileHandle(forReadingFrom: url)
                kind = .handle(handle)
                count = Int(try handle.seekToEnd())
            } catch {
                throw ByteSource.unreadable(url.path)
            }
        }
    }

    /// - Throws: where the file ends before these bytes do.
    func read(at offset: Int, count wanted: Int) throws(SheetError) -> [UInt8] {
        guard offset >= 0, wanted >= 0, offset <= count - wanted else {
            throw .truncated()
        }
        switch kind {
        case .bytes(let bytes): return Array(bytes[offset..<offset + wanted])
        case .handle(let handle):
            guard wanted > 0 else { return [] }
            do {
                try handle.seek(toOffset: UInt64(offset))
                let read = try handle.read(upToCount: wanted) ?? Data()
                if read.count == wanted { return Array(read) }
            } catch {
                throw ByteSource.unreadable(nil)
            }
            throw .truncated()
        }
    }
}

/// Numbers of the archive's own tables: little-endian.
extension [UInt8] {
    func number16(at offset: Int) -> Int { Int(self[offset]) | Int(self[offset + 1]) << 8 }

    func number32(at offset: Int) -> Int {
        number16(at: offset) | number16(at: offset + 2) << 16
    }

    /// Nil where it is beyond any file.
    func number64(at offset: Int) -> Int? {
        let high = number32(at: offset + 4)
        return high < 1 << 30 ? number32(at: offset) | high << 32 : nil
    }
}
