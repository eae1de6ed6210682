import CZip
import Foundation

/// An archive written by hand, so that it can be made wrong in every way.
struct MadeArchive {
    struct Entry {
        var name: String
        /// As they stand in the file: packed where the method is 8.
        var bytes: [UInt8]
        var method = 0
        var flags = 0
        var crc: UInt32
        /// What the directory says the unpacked size is.
        var unpacked: Int
        /// Of the entry's own header; nil: where it stands.
        var offset: Int?

        init(_ name: String, _ bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
            crc = CRC32.of(bytes)
            unpacked = bytes.count
        }

        init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

        /// The same, deflated.
        func packed() throws -> Entry {
            var entry = self
            entry.bytes = try Self.deflate(bytes)
            entry.method = 8
            return entry
        }

        private static func deflate(_ bytes: [UInt8]) throws -> [UInt8] {
            let url = FileManager.default.temporaryDirectory.appending(
                path: "deflate-\(UUID().uuidString).zip")
            defer { try? FileManager.default.removeItem(at: url) }
            guard let zip = zip_open(url.path, ZIP_CREATE, nil) else {
                throw CocoaError(.fileWriteUnknown)
            }
            bytes.withUnsafeBytes { raw in
                let source = zip_source_buffer(zip, raw.baseAddress, UInt64(raw.count), 0)
                _ = zip_file_add(zip, "a", source, 0)
                zip_close(zip)
            }
            guard let again = zip_open(url.path, ZIP_RDONLY, nil) else {
                throw CocoaError(.fileReadUnknown)
            }
            defer { zip_discard(again) }
            var stat = zip_stat_t()
            zip_stat_index(again, 0, 0, &stat)
            var packed = [UInt8](repeating: 0, count: Int(stat.comp_size))
            let file = zip_fopen_index(again, 0, UInt32(ZIP_FL_COMPRESSED))
            zip_fread(file, &packed, UInt64(packed.count))
            zip_fclose(file)
            return packed
        }
    }

    var entries: [Entry]
    /// Says more entries than there are, where set.
    var statedEntries: Int?

    init(_ entries: [Entry]) { self.entries = entries }

    func bytes() -> [UInt8] {
        var out: [UInt8] = []
        var offsets: [Int] = []
        for entry in entries {
            offsets.append(entry.offset ?? out.count)
            guard entry.offset == nil else { continue }
            out += number(0x0403_4B50, 4) + fields(entry)
            out += number(entry.name.utf8.count, 2) + number(0, 2)
            out += Array(entry.name.utf8) + entry.bytes
        }
        let start = out.count
        for (entry, offset) in zip(entries, offsets) {
            out += number(0x0201_4B50, 4) + number(20, 2) + fields(entry)
            out += number(entry.name.utf8.count, 2) + number(0, 2) + number(0, 2)
            out += number(0, 2) + number(0, 2) + number(0, 4) + number(offset, 4)
            out += Array(entry.name.utf8)
        }
        let count = statedEntries ?? entries.count
        let end = number(0x0605_4B50, 4) + number(0, 4) + number(count, 2) + number(count, 2)
        return out + end + number(out.count - start, 4) + number(start, 4) + number(0, 2)
    }

    private func fields(_ entry: Entry) -> [UInt8] {
        number(20, 2) + number(entry.flags, 2) + number(entry.method, 2) + number(0, 4)
            + number(Int(entry.crc), 4) + number(entry.bytes.count, 4) + number(entry.unpacked, 4)
    }

    private func number(_ value: Int, _ size: Int) -> [UInt8] {
        (0..<size).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
}

enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in
            value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
        }
    }

    static func of(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { crc, byte in
            table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ (crc >> 8)
        }
    }
}
