import CityHall
import Delivery
import Glibc
import Ledger
import LedgerSQLite

/// `bench-start make DIR RECORDS` writes the ledger of a synthetic city, `bench-start load DIR`
/// starts on it three times, `bench-start append DIR COMMANDS CLIENTS` has clients append.
/// Each prints the seconds and what else it measured, tab-separated.
@main
struct BenchStart {
    static let log = "ledger.city.example/main"

    static func main() async {
        let arguments = CommandLine.arguments
        do {
            switch (arguments.dropFirst().first, arguments.count) {
            case ("make", 4): try SyntheticLedger(arguments[2]).fill(Int(arguments[3]) ?? 0)
            case ("load", 3): try load(arguments[2])
            case ("append", 5):
                let clients = Clients(
                    commands: Int(arguments[3]) ?? 0, clients: Int(arguments[4]) ?? 1)
                print(try await clients.run(in: arguments[2]))
            default: exit(64)
            }
        } catch {
            print("bench-start: \(error)")
            exit(1)
        }
    }

    /// Prints seconds, the best of three, and the largest resident memory in MB.
    private static func load(_ directory: String) throws {
        var best = Double.infinity
        for _ in 0..<3 {
            let reader = try SQLiteLedgerReader(directory: directory)
            let start = ContinuousClock.now
            let loaded = try CityLoader(reader).load()
            best = min(best, seconds(.now - start))
            guard loaded.city.size == loaded.head.size, loaded.head.size > 0 else { exit(1) }
        }
        print("\(best)\t\(largestMemory())")
    }

    static func seconds(_ duration: Duration) -> Double {
        let (whole, part) = duration.components
        return Double(whole) + Double(part) / 1e18
    }

    private static func largestMemory() -> Int {
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        return usage.ru_maxrss / 1_024
    }
}
