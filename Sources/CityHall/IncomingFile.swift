import Crypto
import Delivery
import Foundation
import Ledger

extension EvidenceStore {
    private static let draftPrefix = ".incoming-"

    /// Begins to take a file in.
    package func receive() throws -> IncomingFile {
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let draft = directory.appending(path: Self.draftPrefix + UUID().uuidString)
        guard
            FileManager.default.createFile(
                atPath: draft.path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw CocoaError(.fileWriteUnknown) }
        return IncomingFile(
            draft: draft, handle: try FileHandle(forWritingTo: draft), store: self)
    }

    /// Takes away what was begun and never ended, as a stopped server leaves it.
    package func clear() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
        for name in names where name.hasPrefix(Self.draftPrefix) {
            try? FileManager.default.removeItem(at: directory.appending(path: name))
        }
    }
}

/// A file on its way in, kept only once it is whole.
package struct IncomingFile: Sendable {
    private let draft: URL
    private let handle: FileHandle
    private let store: EvidenceStore
    private var hasher = SHA256()
    /// Bytes that came so far.
    package private(set) var size = 0

    fileprivate init(draft: URL, handle: FileHandle, store: EvidenceStore) {
        self.draft = draft
        self.handle = handle
        self.store = store
    }

    package mutating func append(_ bytes: some Collection<UInt8>) throws {
        let data = Data(bytes)
        hasher.update(data: data)
        size += data.count
        try handle.write(contentsOf: data)
    }

    /// Puts it into its place for good.
    ///
    /// - Throws: where the disk fails, or the file is empty or too large for evidence.
    package func keep() throws -> EvidenceFile {
        try handle.synchronize()
        try handle.close()
        let digest = hasher.finalize().withUnsafeBytes { Hash256($0) }
        guard let digest, let hash = SHA256Text(digest.hex) else {
            throw CocoaError(.fileWriteUnknown)
        }
        let place = store.place(of: hash)
        let folder = place.deletingLastPathComponent()
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        guard rename(draft.path, place.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        try DurableFile.sync(folder)
        try DurableFile.sync(folder.deletingLastPathComponent())
        guard let kept = EvidenceFile(place), kept.sha256 == hash else {
            throw CocoaError(.fileReadCorruptFile)
        }
        return kept
    }

    package func abandon() {
        try? handle.close()
        try? FileManager.default.removeItem(at: draft)
    }
}
