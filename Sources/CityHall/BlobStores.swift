package import Delivery
package import Foundation
import Synchronization

package final class MemoryBlobStore: BlobStore {
    private let texts = Mutex<[SHA256Text: [UInt8]]>([:])

    package init() {}

    package func keep(_ sealed: [SealedText]) {
        texts.withLock { for text in sealed { $0[text.hash] = text.bytes } }
    }

    package func bytes(of hash: SHA256Text) -> [UInt8]? { texts.withLock { $0[hash] } }

    package func remove(_ hash: SHA256Text) { texts.withLock { $0[hash] = nil } }
}

/// `blobs/ab/abcdef…`: one file a text, synced and renamed into place.
package struct DirectoryBlobStore: BlobStore {
    private let directory: URL

    package init(_ directory: URL) { self.directory = directory }

    private func place(of hash: SHA256Text) -> URL {
        directory.appending(path: String(hash.text.prefix(2))).appending(path: hash.text)
    }

    /// An import brings thousands of texts at once; each waiting for the disk by itself would
    /// take a hundred times as long as having the disk write them all.
    private static let fewTexts = 16

    package func keep(_ sealed: [SealedText]) throws {
        var drafts: [(draft: URL, place: URL)] = []
        for text in sealed {
            let place = place(of: text.hash)
            if FileManager.default.fileExists(atPath: place.path) { continue }
            let folder = place.deletingLastPathComponent()
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true)
            let draft = folder.appending(path: ".\(text.hash.text).\(UUID().uuidString)")
            try Data(text.bytes).write(to: draft)
            drafts.append((draft, place))
        }
        guard !drafts.isEmpty else { return }
        try syncAll(drafts.map(\.draft))
        for (draft, place) in drafts {
            guard rename(draft.path, place.path) == 0 else {
                throw CocoaError(.fileWriteUnknown)
            }
        }
        let folders = Set(drafts.map { $0.place.deletingLastPathComponent() })
        try syncAll(Array(folders) + [directory])
    }

    private func syncAll(_ places: [URL]) throws {
        if places.count > Self.fewTexts { sync() }
        // What is on the disk already costs nothing here, and what is not reports its error.
        for place in places { try DurableFile.sync(place) }
    }

    package func bytes(of hash: SHA256Text) throws -> [UInt8]? {
        let place = place(of: hash)
        guard FileManager.default.fileExists(atPath: place.path) else { return nil }
        return Array(try Data(contentsOf: place))
    }

    package func remove(_ hash: SHA256Text) throws {
        let folder = place(of: hash).deletingLastPathComponent()
        guard FileManager.default.fileExists(atPath: folder.path) else { return }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        // A draft that a crash left holds the same bytes.
        let same = names.filter { $0 == hash.text || $0.hasPrefix(".\(hash.text).") }
        for name in same { try FileManager.default.removeItem(at: folder.appending(path: name)) }
        if !same.isEmpty { try DurableFile.sync(folder) }
    }
}

package enum DurableFile {
    /// Has the disk write a file or a directory before returning.
    package static func sync(_ url: URL) throws {
        let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CocoaError(.fileReadUnknown) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
