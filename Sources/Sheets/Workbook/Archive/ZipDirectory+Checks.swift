extension ZipDirectory {
    /// Refuses what no office program writes and what would harm.
    func check(_ file: RandomAccess) throws(SheetError) {
        try checkNames()
        try checkSizes()
        try checkPlaces(file)
    }

    private func checkNames() throws(SheetError) {
        var seen: Set<String> = []
        for entry in entries {
            let parts = entry.name.split(separator: "/", omittingEmptySubsequences: false)
            let climbs =
                parts.contains("..") || entry.name.hasPrefix("/")
                || entry.name.contains("\\") || entry.name.contains(":")
                || entry.name.utf8.contains(0) || entry.name.isEmpty
            if climbs {
                throw .hostileArchive(
                    "条目名“\(Self.short(entry.name))”指向压缩包之外",
                    "the entry \"\(Self.short(entry.name))\" points out of it")
            }
            // Office programs take names for the same that differ in case only.
            guard seen.insert(entry.name.lowercased()).inserted else {
                throw .hostileArchive(
                    "条目“\(Self.short(entry.name))”有两个",
                    "two entries are called \"\(Self.short(entry.name))\"")
            }
        }
    }

    private func checkSizes() throws(SheetError) {
        var total = 0
        for entry in entries {
            let name = Self.short(entry.name)
            total += entry.unpacked
            if entry.unpacked > limits.smallEntry,
                entry.packed == 0 || entry.unpacked / entry.packed > limits.ratio
            {
                throw .hostileArchive(
                    "“\(name)”解压后是原来的 \(entry.unpacked / max(1, entry.packed)) 倍",
                    "\"\(name)\" unpacks to \(entry.unpacked / max(1, entry.packed)) times its "
                        + "size")
            }
            guard entry.unpacked <= limits.partBytes, total <= limits.totalBytes else {
                throw .tooLarge("“\(name)”解压后过大", "\"\(name)\" is too large unpacked")
            }
        }
    }

    /// Every entry has its own bytes in front of the directory, and a header of the same name.
    private func checkPlaces(_ file: RandomAccess) throws(SheetError) {
        let damaged = SheetError.damagedArchive("条目不在所说的位置", "an entry is not where it says")
        var free = 0
        for entry in entries.sorted(by: { $0.offset < $1.offset }) {
            guard entry.offset <= start - 30 else { throw damaged }
            let header = try file.read(at: entry.offset, count: 30)
            guard header.number32(at: 0) == 0x0403_4B50 else { throw damaged }
            let length = header.number16(at: 26)
            let name = try file.read(at: entry.offset + 30, count: length)
            guard String(decoding: name, as: UTF8.self) == entry.name else { throw damaged }
            let bytes = entry.offset + 30 + length + header.number16(at: 28)
            guard entry.offset >= free else {
                throw .hostileArchive("条目互相重叠", "its entries lie over each other")
            }
            guard bytes <= start, entry.packed <= start - bytes else { throw damaged }
            free = bytes + entry.packed
        }
    }

    private static func short(_ name: String) -> String {
        name.count > 60 ? name.prefix(59) + "…" : name
    }
}
