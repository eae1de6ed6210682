package import Delivery
package import Foundation
import Ledger

/// `files/ab/abcdef…`: the files that records cite as evidence, each under the SHA-256 of its
/// bytes, synced and renamed into place.
package struct EvidenceStore: Sendable {
    /// Bytes of one file.
    package static let largest = 100 << 20

    let directory: URL

    package init(_ directory: URL) { self.directory = directory }

    package func place(of hash: SHA256Text) -> URL {
        directory.appending(path: String(hash.text.prefix(2))).appending(path: hash.text)
    }

    /// What is kept under the hash; nil where nothing is.
    package func file(_ hash: SHA256Text) -> EvidenceFile? {
        EvidenceFile(place(of: hash)).flatMap { $0.sha256 == hash ? $0 : nil }
    }

    /// Whether something is kept under the hash; reads nothing of it.
    package func keeps(_ hash: SHA256Text) -> Bool {
        FileManager.default.fileExists(atPath: place(of: hash).path)
    }

    /// Keeps a copy of the file.
    ///
    /// - Throws: where its bytes are others by now than those that were hashed.
    package func keep(_ file: EvidenceFile) throws {
        let place = place(of: file.sha256)
        if FileManager.default.fileExists(atPath: place.path) { return }
        let folder = place.deletingLastPathComponent()
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let draft = folder.appending(path: ".\(file.sha256.text).\(UUID().uuidString)")
        do {
            try FileManager.default.copyItem(at: file.place, to: draft)
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o600], ofItemAtPath: draft.path)
            guard EvidenceFile(draft)?.sha256 == file.sha256 else {
                throw CocoaError(.fileReadCorruptFile)
            }
            try DurableFile.sync(draft)
            guard rename(draft.path, place.path) == 0 else {
                throw CocoaError(.fileWriteUnknown)
            }
        } catch {
            try? FileManager.default.removeItem(at: draft)
            throw error
        }
        try DurableFile.sync(folder)
        try DurableFile.sync(directory)
    }
}

/// A file with what a record would say of it.
package struct EvidenceFile: Sendable, Hashable {
    package var place: URL
    package var sha256: SHA256Text
    /// Bytes.
    package var size: Int
    /// By what the bytes are, whatever the name says.
    package var mediaType: String

    /// Nil where there is no such file, or it is empty, too large or unreadable.
    package init?(_ place: URL) {
        guard let values = try? place.resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey]),
            values.isRegularFile == true, let size = values.fileSize,
            (1...EvidenceStore.largest).contains(size),
            let bytes = try? Data(contentsOf: place, options: .mappedIfSafe),
            let hash = SHA256Text(bytes.withUnsafeBytes { Merkle.sha256($0) }.hex)
        else { return nil }
        self.place = place
        self.size = bytes.count
        sha256 = hash
        mediaType = MediaType.of(bytes)
    }
}
