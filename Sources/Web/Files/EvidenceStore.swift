import CityHall
import Crypto
import Delivery
package import Foundation

/// The files that records cite: `files/ab/abcdef…`, each under its SHA-256, synced and renamed
/// into place before anything cites it.
package struct EvidenceStore: Sendable {
    private let directory: URL

    package init(_ directory: URL) { self.directory = directory }

    /// Where a file lies; nil where it is kept elsewhere.
    func place(of hash: SHA256Text) -> URL? {
        let place = target(hash)
        return FileManager.default.fileExists(atPath: place.path) ? place : nil
    }

    fileprivate func target(_ hash: SHA256Text) -> URL {
        directory.appending(path: String(hash.text.prefix(2))).appending(path: hash.text)
    }

    /// Begins to take a file in.
    func receive() throws -> IncomingFile {
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let draft = directory.appending(path: Self.draftPrefix + UUID().uuidString)
        guard FileManager.default.createFile(atPath: draft.path, contents: nil) else {
            throw CocoaError(.fileWriteUnknown)
        }
        return IncomingFile(
            draft: draft, handle: try FileHandle(forWritingTo: draft), store: self)
    }

    private static let draftPrefix = ".incoming-"

    /// Takes away what was begun and never ended, as a stopped server leaves it.
    package func clear() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
        for name in names where name.hasPrefix(Self.draftPrefix) {
            try? FileManager.default.removeItem(at: directory.appending(path: name))
        }
    }
}

/// A file on its way in, kept only once it is whole.
struct IncomingFile {
    private let draft: URL
    private let handle: FileHandle
    private let store: EvidenceStore
    private var hasher = SHA256()
    private(set) var size = 0
    private var head: [UInt8] = []

    fileprivate init(draft: URL, handle: FileHandle, store: EvidenceStore) {
        self.draft = draft
        self.handle = handle
        self.store = store
    }

    mutating func append(_ bytes: some Collection<UInt8>) throws {
        let data = Data(bytes)
        if head.count < MediaType.sniffed { head += data.prefix(MediaType.sniffed - head.count) }
        hasher.update(data: data)
        size += data.count
        try handle.write(contentsOf: data)
    }

    /// Puts it into its place for good.
    func keep() throws -> (hash: SHA256Text, size: Int, type: MediaType) {
        let digits = Array("0123456789abcdef")
        let hex = String(
            hasher.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
        guard let hash = SHA256Text(hex) else { throw CocoaError(.fileWriteUnknown) }
        let place = store.target(hash)
        let folder = place.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try handle.synchronize()
        try handle.close()
        guard rename(draft.path, place.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        try DurableFile.sync(folder)
        try DurableFile.sync(folder.deletingLastPathComponent())
        return (hash, size, MediaType(sniffing: head))
    }

    func abandon() {
        try? handle.close()
        try? FileManager.default.removeItem(at: draft)
    }
}
