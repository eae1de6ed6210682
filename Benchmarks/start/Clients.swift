import CityHall
import Delivery
import Ledger
import LedgerSQLite
import Rulebook

/// Clients that each wait for their receipt before they ask again.
struct Clients {
    var commands: Int
    var clients: Int

    /// Seconds, and the median and 99th percentile of a command's milliseconds.
    func run(in directory: String) async throws -> String {
        let store = try SQLiteLedgerStore(directory: directory)
        let key = try SigningKey.random(name: BenchStart.log)
        let hall = try CityHall(
            store: store, blobs: MemoryBlobStore(), log: BenchStart.log,
            signer: CheckpointSigner(key: key))
        try await prepare(hall)
        let start = ContinuousClock.now
        let waits = try await withThrowingTaskGroup { group in
            for client in 0..<clients {
                group.addTask { try await self.work(client, in: hall) }
            }
            return try await group.reduce(into: [Double]()) { $0 += $1 }.sorted()
        }
        let seconds = BenchStart.seconds(.now - start)
        await hall.close()
        let median = waits[waits.count / 2] * 1_000
        let slow = waits[waits.count * 99 / 100] * 1_000
        return "\(seconds)\t\(median)\t\(slow)"
    }

    private func prepare(_ hall: CityHall) async throws {
        let console = PersonID(unchecked: "console")
        _ = try await hall.submit(
            Submission(key: "configure", ConfigureCity.example, as: console))
        for client in 0..<clients {
            let register = RegisterProject {
                $0.id = ProjectID(unchecked: "project-\(client)")
                $0.profile.name = "项目 \(client)"
            }
            _ = try await hall.submit(
                Submission(key: "register-\(client)", register, as: console))
        }
    }

    /// The seconds that each of the client's commands took.
    private func work(_ client: Int, in hall: CityHall) async throws -> [Double] {
        var waits: [Double] = []
        for number in stride(from: client, to: commands, by: clients) {
            let report = ReportInvestment {
                $0.project = ProjectID(unchecked: "project-\(client)")
                $0.month = Month(year: 2024, month: 4) ?? .blank
                $0.amount = Money(minor: Int64(number))
            }
            let start = ContinuousClock.now
            _ = try await hall.submit(
                Submission(
                    key: Submission.freshKey(), report, as: PersonID(unchecked: "console")))
            waits.append(BenchStart.seconds(.now - start))
        }
        return waits
    }
}
