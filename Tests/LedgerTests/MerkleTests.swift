import Foundation
import JSON
import Ledger
import Testing

@Suite("The Merkle tree")
struct MerkleTests {
    private let leaves = (0..<70).map { Merkle.leaf([UInt8($0)]) }

    /// RFC 9162, 2.1.1, word by word.
    private func root(_ leaves: ArraySlice<Hash256>) -> Hash256 {
        guard leaves.count > 1 else {
            return leaves.first ?? Merkle.emptyRoot
        }
        var half = 1
        while half * 2 < leaves.count { half *= 2 }
        let middle = leaves.startIndex + half
        return Merkle.node(root(leaves[..<middle]), root(leaves[middle...]))
    }

    @Test("The empty root is the hash of nothing")
    func empty() {
        #expect(
            Merkle.emptyRoot.hex
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(MerkleFrontier().root == Merkle.emptyRoot)
    }

    @Test("The frontier's root is the tree's root at every size")
    func frontier() {
        var frontier = MerkleFrontier()
        for size in 0...leaves.count {
            #expect(frontier.root == root(leaves[..<size]))
            #expect(frontier.size == size)
            if size < leaves.count { frontier.append(leaves[size]) }
        }
    }

    @Test("Every leaf is proved to be in every tree, and nothing else is")
    func inclusion() throws {
        for size in 1...33 {
            let root = root(leaves[..<size])
            for index in 0..<size {
                let proof = try #require(
                    MerkleProof.inclusion(of: index, size: size, leaves: leaves))
                func holds(_ leaf: Hash256, _ at: Int, _ size: Int, _ proof: [Hash256]) -> Bool {
                    MerkleProof.includes(leaf, at: at, size: size, root: root, proof: proof)
                }
                #expect(holds(leaves[index], index, size, proof))
                #expect(!holds(leaves[index + 1], index, size, proof))
                #expect(!holds(leaves[index], index, size, proof + [root]))
                if !proof.isEmpty {
                    #expect(!holds(leaves[index], index, size, proof.dropLast()))
                    #expect(!holds(leaves[index], (index + 1) % size, size, proof))
                }
            }
        }
        #expect(MerkleProof.inclusion(of: 3, size: 3, leaves: leaves) == nil)
        #expect(MerkleProof.inclusion(of: 0, size: 71, leaves: leaves) == nil)
        #expect(MerkleProof.inclusion(of: -1, size: 3, leaves: leaves) == nil)
    }

    @Test("Every tree is proved to be the beginning of every later one, and no other is")
    func consistency() throws {
        for later in 1...33 {
            for earlier in 1...later {
                let proof = try #require(
                    MerkleProof.consistency(from: earlier, to: later, leaves: leaves))
                func holds(_ old: Hash256, _ new: Hash256, _ proof: [Hash256]) -> Bool {
                    MerkleProof.extends(
                        earlier: earlier, old, later: later, new, proof: proof)
                }
                let (old, new) = (root(leaves[..<earlier]), root(leaves[..<later]))
                #expect(holds(old, new, proof))
                #expect(!holds(leaves[40], new, proof))
                #expect(!holds(old, leaves[40], proof))
                #expect(!holds(old, new, proof + [new]))
                if !proof.isEmpty { #expect(!holds(old, new, proof.dropLast())) }
            }
        }
        #expect(MerkleProof.consistency(from: 0, to: 3, leaves: leaves) == nil)
        #expect(MerkleProof.consistency(from: 4, to: 3, leaves: leaves) == nil)
    }

    private struct Vector {
        let name: String
        let json: JSON

        func hash(_ key: String) -> Hash256? { json[key].flatMap(Self.hash) }

        var proof: [Hash256]? {
            guard let proof = json["proof"], proof != .null else { return [] }
            let hashes = proof.arrayValue?.map { Self.hash($0) }
            return hashes.flatMap { $0.contains(nil) ? nil : $0.compactMap { $0 } }
        }

        /// Some values are words instead of hashes; a hash stands for each of them.
        private static func hash(_ value: JSON) -> Hash256? {
            value.stringValue.flatMap { Data(base64Encoded: $0) }.flatMap { bytes in
                bytes.isEmpty ? nil : Hash256(Array(bytes)) ?? Merkle.leaf(Array(bytes))
            }
        }
    }

    private func vectors(_ kind: String) throws -> [Vector] {
        let folder = try #require(Files.shared).appendingPathComponent("vectors/merkle/\(kind)")
        let files = try #require(FileManager.default.enumerator(atPath: folder.path))
        return try files.compactMap { $0 as? String }.filter { $0.hasSuffix(".json") }.map {
            let bytes = Array(try Data(contentsOf: folder.appendingPathComponent($0)))
            return Vector(name: $0, json: try JSON.parse(bytes))
        }
    }

    @Test(
        "The public inclusion vectors hold, the wrong ones too",
        .enabled(if: Files.shared != nil, "the shared vectors are not here"))
    func inclusionVectors() throws {
        let vectors = try vectors("inclusion")
        #expect(vectors.count > 50)
        for vector in vectors {
            // Two vectors have 2^64 − 1, which is no seq.
            let index = vector.json["leafIdx"]?.intValue ?? -1
            let size = try #require(vector.json["treeSize"]?.intValue)
            let wrong = vector.json["wantErr"] == .bool(true)
            var holds = false
            if let leaf = vector.hash("leafHash"), let root = vector.hash("root"),
                let proof = vector.proof
            {
                holds = MerkleProof.includes(leaf, at: index, size: size, root: root, proof: proof)
            }
            #expect(holds == !wrong, "\(vector.name)")
        }
    }

    @Test(
        "The public consistency vectors hold, the wrong ones too",
        .enabled(if: Files.shared != nil, "the shared vectors are not here"))
    func consistencyVectors() throws {
        let vectors = try vectors("consistency")
        #expect(vectors.count > 50)
        for vector in vectors {
            let earlier = try #require(vector.json["size1"]?.intValue)
            let later = try #require(vector.json["size2"]?.intValue)
            let wrong = vector.json["wantErr"] == .bool(true)
            var holds = false
            if let old = vector.hash("root1"), let new = vector.hash("root2"),
                let proof = vector.proof
            {
                holds = MerkleProof.extends(
                    earlier: earlier, old, later: later, new, proof: proof)
            }
            #expect(holds == !wrong, "\(vector.name)")
        }
    }
}
