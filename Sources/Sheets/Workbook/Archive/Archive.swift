import CZip
import Foundation

/// The archive that a workbook is. Its directory was checked, and libzip sees the same entries.
final class Archive {
    let directory: ZipDirectory
    let limits: WorkbookLimits
    private let zip: OpaquePointer
    /// What libzip reads from where the file is in memory; it stays as long as the archive.
    private let memory: UnsafeMutableRawPointer?
    private var indexes: [String: Int] = [:]

    init(_ source: SheetSource, _ limits: WorkbookLimits) throws(SheetError) {
        self.limits = limits
        directory = try ZipDirectory(RandomAccess(source), limits)
        (zip, memory) = try Self.open(source)
        for (index, entry) in directory.entries.enumerated() {
            indexes[entry.name.lowercased()] = index
        }
        try requireSameEntries()
    }

    deinit {
        zip_discard(zip)
        memory?.deallocate()
    }

    private static func open(
        _ source: SheetSource
    ) throws(SheetError) -> (OpaquePointer, UnsafeMutableRawPointer?) {
        let damaged = SheetError.damagedArchive("无法打开", "it cannot be opened")
        switch source {
        case .file(let url):
            var code: Int32 = 0
            guard let zip = zip_open(url.path, ZIP_RDONLY, &code) else { throw damaged }
            return (zip, nil)
        case .bytes(let bytes):
            let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes.count, alignment: 1)
            memory.copyMemory(from: bytes, byteCount: bytes.count)
            guard
                let source = zip_source_buffer_create(memory, UInt64(bytes.count), 0, nil)
            else {
                memory.deallocate()
                throw damaged
            }
            guard let zip = zip_open_from_source(source, ZIP_RDONLY, nil) else {
                zip_source_free(source)
                memory.deallocate()
                throw damaged
            }
            return (zip, memory)
        }
    }

    private func requireSameEntries() throws(SheetError) {
        let damaged = SheetError.hostileArchive("目录有歧义", "its directory can be read two ways")
        guard zip_get_num_entries(zip, 0) == directory.entries.count else { throw damaged }
        for (index, entry) in directory.entries.enumerated() {
            var stat = zip_stat_t()
            guard zip_stat_index(zip, UInt64(index), UInt32(ZIP_FL_ENC_RAW), &stat) == 0,
                let name = stat.name, String(cString: name) == entry.name,
                stat.size == UInt64(entry.unpacked), stat.comp_size == UInt64(entry.packed)
            else { throw damaged }
        }
    }

    func contains(_ name: String) -> Bool { indexes[name.lowercased()] != nil }

    /// - Throws: where there is no such entry, or it is packed in a way that is not taken.
    func entry(_ name: String) throws(SheetError) -> ArchiveEntry {
        guard let index = indexes[name.lowercased()] else { throw .partMissing(name) }
        let entry = directory.entries[index]
        if entry.isEncrypted { throw .encryptedWorkbook() }
        guard entry.method == 0 || entry.method == 8 else {
            throw .damagedArchive(
                "压缩方法 \(entry.method)", "packed by method \(entry.method)")
        }
        guard let file = zip_fopen_index(zip, UInt64(index), 0) else {
            throw .damagedArchive("无法打开“\(name)”", "\"\(name)\" cannot be opened")
        }
        return ArchiveEntry(file, archive: self, name: name, size: entry.unpacked)
    }
}

/// The unpacked bytes of one entry, in pieces. The last piece is handed over only if the entry's
/// size and its CRC-32 are right.
final class ArchiveEntry {
    private static let pieceSize = 1 << 16

    let name: String
    private let file: OpaquePointer
    /// libzip's archive must outlive its files.
    private let archive: Archive
    private let size: Int
    private var taken = 0
    private let piece: UnsafeMutableRawBufferPointer

    fileprivate init(_ file: OpaquePointer, archive: Archive, name: String, size: Int) {
        self.file = file
        self.archive = archive
        self.name = name
        self.size = size
        piece = .allocate(byteCount: Self.pieceSize, alignment: 16)
    }

    deinit {
        zip_fclose(file)
        piece.deallocate()
    }

    /// Valid until the next call; nil at the end.
    func next() throws(SheetError) -> UnsafeRawBufferPointer? {
        let count = Int(zip_fread(file, piece.baseAddress, UInt64(piece.count)))
        guard count >= 0 else {
            let code = zip_error_code_zip(zip_file_get_error(file))
            throw code == ZIP_ER_CRC
                ? .damagedArchive("“\(name)”校验和不符", "the checksum of \"\(name)\" is wrong")
                : .damagedArchive("“\(name)”无法解压", "\"\(name)\" cannot be unpacked")
        }
        taken += count
        guard taken <= size, count > 0 || taken == size else {
            throw .hostileArchive(
                "“\(name)”的大小与目录所写不同", "\"\(name)\" is not of the size it says")
        }
        return count == 0 ? nil : UnsafeRawBufferPointer(rebasing: piece[..<count])
    }
}
