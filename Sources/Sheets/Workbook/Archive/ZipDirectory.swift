/// The directory of an archive as it stands in the file (PKWARE APPNOTE 6.3), checked before
/// anything is unpacked: libzip reads all of it whatever its size, and sees no entries that lie
/// over each other.
struct ZipDirectory {
    struct Entry {
        var name: String
        var packed: Int
        var unpacked: Int
        var method: Int
        var isEncrypted: Bool
        /// Of its own header in the file.
        var offset: Int
    }

    private(set) var entries: [Entry] = []
    /// Where the directory begins.
    private(set) var start = 0
    let limits: WorkbookLimits

    private static let endSize = 22
    private static let longestComment = 65_535
    private static let headerSize = 46

    init(_ file: RandomAccess, _ limits: WorkbookLimits) throws(SheetError) {
        self.limits = limits
        guard file.count <= limits.fileBytes else {
            throw .tooLarge(
                "文件超过 \(limits.fileBytes >> 20) MB",
                "the file has more than "
                    + "\(limits.fileBytes >> 20) MB")
        }
        let end = try Self.end(of: file)
        guard end.entries <= limits.entries, end.size <= limits.directoryBytes else {
            throw .hostileArchive(
                "有 \(end.entries) 个条目，上限 \(limits.entries)",
                "it has \(end.entries) entries, \(limits.entries) at most are taken")
        }
        start = end.start
        let bytes = try file.read(at: end.start, count: end.size)
        try readEntries(bytes, count: end.entries)
        try check(file)
    }

    private struct End {
        var entries: Int
        var size: Int
        var start: Int
    }

    private static func end(of file: RandomAccess) throws(SheetError) -> End {
        let length = min(file.count, endSize + longestComment)
        let tail = try file.read(at: file.count - length, count: length)
        var place = tail.count - endSize
        while place >= 0 {
            if tail.number32(at: place) == 0x0605_4B50,
                place + endSize + tail.number16(at: place + 20) == tail.count
            {
                break
            }
            place -= 1
        }
        guard place >= 0 else { throw .truncated() }
        guard tail.number32(at: place + 4) == 0 else {
            throw .damagedArchive("分卷", "one of several volumes")
        }
        var end = End(
            entries: tail.number16(at: place + 10), size: tail.number32(at: place + 12),
            start: tail.number32(at: place + 16))
        let endStart = file.count - length + place
        var directoryEnd = endStart
        if end.entries == 0xFFFF || end.size == 0xFFFF_FFFF || end.start == 0xFFFF_FFFF {
            (end, directoryEnd) = try largeEnd(of: file, before: endStart)
        }
        guard end.start <= directoryEnd, end.size == directoryEnd - end.start else {
            throw .damagedArchive("目录位置不符", "its directory is not where it says")
        }
        return end
    }

    /// The directory's place by the ZIP64 records in front of the end.
    private static func largeEnd(
        of file: RandomAccess, before end: Int
    ) throws(SheetError) -> (End, Int) {
        let locator = try file.read(at: end - 20, count: 20)
        guard locator.number32(at: 0) == 0x0706_4B50, let place = locator.number64(at: 8),
            place <= end - 20 - 56
        else { throw .damagedArchive("目录位置不符", "its directory is not where it says") }
        let record = try file.read(at: place, count: 56)
        guard record.number32(at: 0) == 0x0606_4B50, let entries = record.number64(at: 32),
            let size = record.number64(at: 40), let start = record.number64(at: 48)
        else { throw .damagedArchive("目录位置不符", "its directory is not where it says") }
        return (End(entries: entries, size: size, start: start), place)
    }

    private mutating func readEntries(_ bytes: [UInt8], count: Int) throws(SheetError) {
        var place = 0
        entries.reserveCapacity(count)
        for _ in 0..<count {
            guard place + Self.headerSize <= bytes.count,
                bytes.number32(at: place) == 0x0201_4B50
            else { throw .damagedArchive("目录残缺", "its directory is broken") }
            let nameLength = bytes.number16(at: place + 28)
            let extraLength = bytes.number16(at: place + 30)
            let next =
                place + Self.headerSize + nameLength + extraLength + bytes.number16(at: place + 32)
            guard next <= bytes.count else {
                throw .damagedArchive("目录残缺", "its directory is broken")
            }
            let nameStart = place + Self.headerSize
            var entry = Entry(
                name: String(decoding: bytes[nameStart..<nameStart + nameLength], as: UTF8.self),
                packed: bytes.number32(at: place + 20), unpacked: bytes.number32(at: place + 24),
                method: bytes.number16(at: place + 10),
                isEncrypted: bytes.number16(at: place + 8) & 1 == 1,
                offset: bytes.number32(at: place + 42))
            let extra = nameStart + nameLength
            try Self.enlarge(&entry, by: Array(bytes[extra..<extra + extraLength]))
            entries.append(entry)
            place = next
        }
        guard place == bytes.count else {
            throw .damagedArchive("目录残缺", "its directory is broken")
        }
    }

    /// Takes the numbers that did not fit into 32 bits from the entry's ZIP64 field.
    private static func enlarge(_ entry: inout Entry, by extra: [UInt8]) throws(SheetError) {
        let damaged = SheetError.damagedArchive("条目大小不符", "an entry's size is not right")
        let keys = [\Entry.unpacked, \Entry.packed, \Entry.offset]
        let missing = keys.filter { entry[keyPath: $0] == 0xFFFF_FFFF }
        guard !missing.isEmpty else { return }
        var place = 0
        while place + 4 <= extra.count {
            let length = extra.number16(at: place + 2)
            guard place + 4 + length <= extra.count else { throw damaged }
            if extra.number16(at: place) == 1 {
                guard length >= missing.count * 8 else { throw damaged }
                for (index, key) in missing.enumerated() {
                    guard let value = extra.number64(at: place + 4 + index * 8) else {
                        throw damaged
                    }
                    entry[keyPath: key] = value
                }
                return
            }
            place += 4 + length
        }
        throw damaged
    }
}
