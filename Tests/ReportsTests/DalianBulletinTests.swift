import Foundation
import SaimaProgram
import Testing

@Suite("Bulletins of Dalian's sample")
struct DalianBulletinTests {
    @Test(
        "each month prints on two pages, with the sample's notice and a number",
        .enabled(if: Readers.havePrinters, "scripts/setup-tests.sh has not been run"))
    func everyMonth() throws {
        // Given the sample, whose pages and bulletins carry a notice.
        let scratch = try Scratch()
        let data = scratch.path("data")
        let made = try SaimaProgram.run(["sample", "dalian-2024", "--data", data])
        #expect(made.status == 0, "\(made.errors)")
        var files: [String] = []
        for month in 1...12 {
            let period = month < 10 ? "2024-0\(month)" : "2024-\(month)"
            // HTML takes a browser each; the longest are those of the year's end.
            for form in month > 9 || month == 2 ? ["docx", "html"] : ["docx"] {
                let file = scratch.path("\(form)-\(period).\(form)")
                let run = try SaimaProgram.run([
                    "export", "bulletin", "--data", data, "--rulebook", "project-race",
                    "--period", period, "--number", "大政办〔2024〕100号", "-o", file,
                ])
                #expect(run.status == 0, "\(run.errors)")
                files.append(file)
            }
        }
        let english = scratch.path("english.html")
        _ = try SaimaProgram.run([
            "export", "bulletin", "--data", data, "--rulebook", "project-race", "--period",
            "2024-12", "--english", "-o", english,
        ])
        // When they are printed, then none takes a third page.
        #expect(try Readers.plainComplaint("pages.py", files + [english]) == nil)
    }
}
