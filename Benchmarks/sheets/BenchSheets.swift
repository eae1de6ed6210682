import Foundation
import Sheets

/// `bench-sheets FILE` reads every row of the first sheet. Prints seconds, the largest resident
/// memory in MB, and how many cells hold something.
@main
struct BenchSheets {
    nonisolated private static func count(
        _ rows: consuming WorkbookReader
    ) throws(SheetError) -> Int {
        var cells = 0
        while let row = try rows.next() { cells += row.cells.count { !$0.isBlank } }
        return cells
    }

    static func main() {
        guard CommandLine.arguments.count == 2 else { exit(64) }
        do throws(SheetError) {
            let start = ContinuousClock.now
            let workbook = try Workbook(.file(URL(filePath: CommandLine.arguments[1])))
            let cells = try count(workbook.rows(of: workbook.sheets[0]))
            let (whole, part) = (ContinuousClock.now - start).components
            var usage = rusage()
            getrusage(RUSAGE_SELF.rawValue, &usage)
            print("\(Double(whole) + Double(part) / 1e18)\t\(usage.ru_maxrss / 1_024)\t\(cells)")
        } catch {
            print("bench-sheets: \(error)")
            exit(1)
        }
    }
}
