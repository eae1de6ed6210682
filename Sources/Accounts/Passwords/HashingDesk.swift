internal import Dispatch
internal import Foundation

/// Hashes passwords, two at once at the most, off the threads that answer requests. Who comes
/// when the queue is full is told to come again.
package actor HashingDesk {
    package static let atOnce = 2

    private let cost: Argon2.Cost
    private let queueLimit: Int
    /// A hash of a password that nobody has: an unknown name costs what a known one does.
    private let decoy: String
    private let work = DispatchQueue(label: "saima.accounts.hashing", attributes: .concurrent)
    private var running = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    package init(cost: Argon2.Cost = .present, queueLimit: Int = 32) throws(AccountRefusal) {
        self.cost = cost
        self.queueLimit = queueLimit
        decoy = try Argon2.hash(Self.random(32), salt: Self.random(16), cost: cost)
    }

    private static func random(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// The bytes that are hashed: the same characters typed in another way are the same.
    private static func bytes(_ password: String) -> [UInt8] {
        Array(password.precomposedStringWithCanonicalMapping.utf8)
    }

    package func hash(_ password: String) async throws(AccountRefusal) -> String {
        let cost = cost
        let made = try await inTurn { () -> Result<String, AccountRefusal> in
            Result { () throws(AccountRefusal) -> String in
                try Argon2.hash(Self.bytes(password), salt: Self.random(16), cost: cost)
            }
        }
        return try made.get()
    }

    /// False where there is no hash, after as much work.
    package func verify(
        _ password: String, _ hash: String?
    ) async throws(AccountRefusal) -> Bool {
        let decoy = decoy
        let isRight = try await inTurn { Argon2.verify(Self.bytes(password), hash ?? decoy) }
        return isRight && hash != nil
    }

    /// Whether a hash was made as new ones are now.
    package func isPresent(_ hash: String) -> Bool { Argon2.cost(of: hash) == cost }

    /// Those that wait their turn.
    package var waitingCount: Int { waiting.count }

    private func inTurn<Value: Sendable>(
        _ body: @escaping @Sendable () -> Value
    ) async throws(AccountRefusal) -> Value {
        if running < Self.atOnce {
            running += 1
        } else {
            guard waiting.count < queueLimit else { throw .busy }
            // Whoever ends hands its place over.
            await withCheckedContinuation { waiting.append($0) }
        }
        let value = await withCheckedContinuation { continuation in
            work.async { continuation.resume(returning: body()) }
        }
        if waiting.isEmpty { running -= 1 } else { waiting.removeFirst().resume() }
        return value
    }
}
