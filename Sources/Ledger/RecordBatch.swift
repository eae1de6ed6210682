/// Consecutive rows of a store, in a few large arrays that are used again for the next batch.
///
/// Each record stands behind a zero byte, so that what a leaf hashes is one stretch of memory.
public struct RecordBatch: Sendable {
    public private(set) var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// The seq each row is stored under.
    public private(set) var seqs: [Int] = []
    /// The leaf hash stored beside each record.
    public private(set) var leaves: [Hash256] = []

    public init() {}

    public var count: Int { seqs.count }

    public mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        seqs.removeAll(keepingCapacity: true)
        leaves.removeAll(keepingCapacity: true)
    }

    public mutating func append(seq: Int, record: UnsafeRawBufferPointer, leaf: Hash256) {
        bytes.append(0)
        bytes.append(contentsOf: record)
        ends.append(bytes.count)
        seqs.append(seq)
        leaves.append(leaf)
    }

    private func start(_ index: Int) -> Int { index == 0 ? 0 : ends[index - 1] }

    /// The bytes of the record at `index`, which are good inside `body` only.
    @inline(__always)
    public func withRecord<Result, Failure>(
        _ index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let range = start(index) + 1..<ends[index]
        return try bytes.withUnsafeBufferPointer { all throws(Failure) in
            try body(UnsafeBufferPointer(rebasing: all[range]))
        }
    }

    public func record(_ index: Int) -> [UInt8] {
        Array(bytes[start(index) + 1..<ends[index]])
    }

    /// The leaf hash of the record at `index`, computed from its bytes.
    @inline(__always)
    public func computedLeaf(_ index: Int) -> Hash256 {
        let range = start(index)..<ends[index]
        return bytes.withUnsafeBytes { Merkle.sha256(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }
}
