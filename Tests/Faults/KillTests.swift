import Foundation
import JSON
import SaimaProgram
import Testing

/// Kills the program while it writes, at moments that nobody chose, and looks what is left.
@Suite(.serialized)
struct KillTests {
    private static let kills = 200
    /// Kills that one ledger goes through.
    private static let lives = 20

    private static var seed: UInt64 {
        let named = ProcessInfo.processInfo.environment["SAIMA_SEED"].flatMap { UInt64($0) }
        return named ?? UInt64.random(in: 1 ... .max)
    }

    @Test("no acknowledged command is lost or doubled by kill -9, and the next start just starts")
    func killed() throws {
        let seed = KillTests.seed
        print("SAIMA_SEED=\(seed)")
        var random = SeededRandom(seed: seed)
        var acknowledged = 0
        var unanswered = 0
        for ledger in 0..<KillTests.kills / KillTests.lives {
            let life = try KilledBook(number: ledger)
            for round in 0..<KillTests.lives {
                // A server with several clients on every third ledger, else one writer.
                if ledger % 3 == 2 {
                    try life.killServer(round, &random)
                } else {
                    try life.killWriter(round, &random)
                }
            }
            try life.checkEverything()
            acknowledged += life.receipts.count
            unanswered += life.unanswered
        }
        print("\(KillTests.kills) kills, \(acknowledged) acknowledged, \(unanswered) unanswered")
        #expect(acknowledged > KillTests.kills)
    }
}
