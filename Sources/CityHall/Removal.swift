import Delivery

/// Takes away what was purged, wherever it lies beside the ledger.
struct Removal: Sendable {
    let blobs: any BlobStore
    /// Nil where files of evidence are not this hall's to keep.
    let files: (any BlobStore)?

    /// Returns those that could not be taken away, to be tried again.
    func remove(_ hashes: [SHA256Text]) -> [SHA256Text] {
        hashes.filter { hash in
            do {
                try blobs.remove(hash)
                try files?.remove(hash)
                return false
            } catch {
                return true
            }
        }
    }
}
