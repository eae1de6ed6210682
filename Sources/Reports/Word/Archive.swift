import CZip

/// Why an archive could not be packed.
package struct ArchiveError: Error, Sendable, Hashable {
    /// What libzip said.
    package var reason: String
}

/// A ZIP archive in memory.
package enum Archive {
    package struct Entry {
        package var name: String
        package var bytes: [UInt8]

        package init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// Packs entries in their order, all of one made time, so that the same entries give the same
    /// bytes.
    package static func packed(_ entries: [Entry]) throws(ArchiveError) -> [UInt8] {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let store = zip_source_buffer_create(nil, 0, 0, &error) else {
            throw ArchiveError(&error)
        }
        defer { zip_source_free(store) }
        // The archive gives its source up when it is closed; it is read after that.
        zip_source_keep(store)
        guard let archive = zip_open_from_source(store, ZIP_TRUNCATE, &error) else {
            zip_source_free(store)
            throw ArchiveError(&error)
        }
        // What is added is read when the archive is closed, so it stays where it is till then.
        var kept: [UnsafeMutableBufferPointer<UInt8>] = []
        defer { for buffer in kept { buffer.deallocate() } }
        for entry in entries {
            let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(
                capacity: max(1, entry.bytes.count))
            _ = buffer.initialize(from: entry.bytes)
            kept.append(buffer)
            guard add(entry, buffer, to: archive) else {
                let failure = ArchiveError(zip_get_error(archive))
                zip_discard(archive)
                throw failure
            }
        }
        guard zip_close(archive) == 0 else {
            let failure = ArchiveError(zip_get_error(archive))
            zip_discard(archive)
            throw failure
        }
        return try contents(of: store)
    }

    /// 1 January 1980, the earliest that the format can say.
    private static let day: UInt16 = 0x0021

    private static func add(
        _ entry: Entry, _ buffer: UnsafeMutableBufferPointer<UInt8>, to archive: OpaquePointer
    ) -> Bool {
        let count = UInt64(entry.bytes.count)
        guard let source = zip_source_buffer(archive, buffer.baseAddress, count, 0) else {
            return false
        }
        let index = zip_file_add(archive, entry.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            return false
        }
        return zip_file_set_dostime(archive, zip_uint64_t(index), 0, day, 0) == 0
    }

    private static func contents(of store: OpaquePointer) throws(ArchiveError) -> [UInt8] {
        var stat = zip_stat_t()
        zip_stat_init(&stat)
        guard zip_source_stat(store, &stat) == 0, zip_source_open(store) == 0 else {
            throw ArchiveError(zip_source_error(store))
        }
        defer { zip_source_close(store) }
        var bytes = [UInt8](repeating: 0, count: Int(stat.size))
        let read = zip_source_read(store, &bytes, stat.size)
        guard read == zip_int64_t(stat.size) else { throw ArchiveError(zip_source_error(store)) }
        return bytes
    }
}

extension ArchiveError {
    fileprivate init(_ error: UnsafeMutablePointer<zip_error_t>?) {
        reason = error.map { String(cString: zip_error_strerror($0)) } ?? ""
    }
}
