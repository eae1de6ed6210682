import CityHall
import Delivery
import Foundation
import Synchronization

/// A real store that removes nothing when told not to.
final class StubbornBlobStore: BlobStore {
    let isStubborn = Mutex(false)
    private let inner: DirectoryBlobStore

    init(_ inner: DirectoryBlobStore) { self.inner = inner }

    func keep(_ texts: [SealedText]) throws { try inner.keep(texts) }
    func bytes(of hash: SHA256Text) throws -> [UInt8]? { try inner.bytes(of: hash) }

    func remove(_ hash: SHA256Text) throws {
        guard !isStubborn.withLock({ $0 }) else { throw CocoaError(.fileWriteUnknown) }
        try inner.remove(hash)
    }
}
