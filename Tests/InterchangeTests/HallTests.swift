import CityHall
import Delivery
import Foundation
import Interchange
import JSON
import Ledger
import Rulebook
import Sheets
import Testing

/// The whole way: sheet, plan, city hall, ledger, and back.
@Suite("From a sheet into the ledger")
struct HallTests {
    private let blobs = MemoryBlobStore()
    private let store = MemoryLedgerStore()

    private func hall(_ sample: Sample) async throws -> CityHall {
        let hall = try CityHall(store: store, blobs: blobs, log: "test.example/log", signer: nil)
        let commands = try sample.commands()
        var submissions: [Submission] = []
        for (index, command) in commands.enumerated() {
            submissions.append(
                try Submission(
                    key: "sample-\(index)", json: command, as: Actor.console.person))
        }
        _ = try await hall.submitTogether(submissions)
        return hall
    }

    private func plan(_ hall: CityHall, _ mapping: String, _ bytes: [UInt8]) throws -> ImportPlan {
        let importer = Importer(
            mapping: try MappingReader.read(mapping, file: "map.yaml"), mappingFile: "map.yaml",
            source: .bytes(bytes), sourceFile: "sheet.csv")
        let holding = Holding(city: hall.city) { [blobs] in blobs.text(of: $0) }
        return try importer.plan(holding, as: .console, on: TestCity.today)
    }

    private let header =
        "Date Reported As Of,PID,Project Name,Description,Category,Borough,Managing Agency,"
        + "Client Agency,Current Phase,Design Start,Budget Forecast,Latest Budget Changes,"
        + "Total Budget Changes,Forecast Completion,Latest Schedule Changes,"
        + "Total Schedule Changes\n"
    private let rows =
        "05/01/2014 12:00:00 AM,3,Plant,First words,Wastewater,Brooklyn,DEP,\"DEP, DOT\",Design,"
        + "09/23/2013,100.50,,1,01/14/2020,,1\n"
        + "02/01/2015 12:00:00 AM,3,Plant,\"Other\nwords\",Wastewater,Brooklyn,DEP,\"DEP, DOT\","
        + "Construction,09/23/2013,0,-100,1,10/21/2108,5,1\n"
        + "02/01/2015 12:00:00 AM,7,Dam,,Water Supply,Upstate,DEP,NA,,,,,,,,\n"

    @Test("Free texts sealed in the ledger compare as they were, so a second import is unchanged")
    func secondImport() async throws {
        // Given New York's sample and a small sheet of its form.
        let sample = try #require(Sample.named("nyc-capital"))
        let hall = try await hall(sample)
        let mapping = try #require(sample.mappings.first).text
        let sheet = Array((header + rows).utf8)
        let first = try plan(hall, mapping, sheet)
        #expect(first.preview.rejected == [])
        #expect(first.preview.entities.map(\.new) == [2, 3])
        // When it is carried out.
        let size = hall.city.size
        let batch = try first.submissions(as: Actor.console.person, size: size)
        _ = try await hall.submitTogether(batch)
        #expect(hall.city.size == size + 5)
        // Then the same batch, sent again, gives the same records,
        let again = try await hall.submitTogether(batch)
        #expect(again.allSatisfy { $0.isRepeat })
        #expect(hall.city.size == size + 5)
        // the same sheet again changes nothing,
        #expect(try plan(hall, mapping, sheet).preview.isUnchanged)
        // and a changed description changes its report and the project.
        let changed = String(decoding: sheet, as: UTF8.self).replacing("Other", with: "New")
        let third = try plan(hall, mapping, Array(changed.utf8))
        #expect(third.preview.entities.map(\.changed) == [1, 1])
        #expect(
            third.preview.changes.map { $0.fields.map(\.field) } == [["description"], ["note"]])
    }

    @Test("A batch the city would refuse leaves nothing behind, and says which row it was")
    func staleBatch() async throws {
        let sample = try #require(Sample.named("nyc-capital"))
        let hall = try await hall(sample)
        let mapping = try #require(sample.mappings.first).text
        let sheet = Array((header + rows).utf8)
        // Given two plans made on the same city, one of them already carried out.
        let early = try plan(hall, mapping, sheet)
        let first = try early.submissions(as: Actor.console.person, size: hall.city.size)
        _ = try await hall.submitTogether(first)
        let late = try early.submissions(as: Actor.console.person, size: hall.city.size)
        let size = hall.city.size
        // When the other is carried out too, then it is refused as a whole.
        do {
            _ = try await hall.submitTogether(late)
            Issue.record("a stale batch was taken in")
        } catch {
            let issues = early.issues(error)
            #expect(issues.first?.refusal == .projectTaken)
            #expect(issues.first?.row == 2)
        }
        #expect(hall.city.size == size)
    }

    @Test(
        "The real sheet goes through the ledger: 378 projects, 2,259 reports, then unchanged",
        .enabled(if: Shared.capitalProjects != nil, "the shared data is not on this machine"))
    func realSheet() async throws {
        let sample = try #require(Sample.named("nyc-capital"))
        let hall = try await hall(sample)
        let mapping = try #require(sample.mappings.first).text
        let url = try #require(Shared.capitalProjects)
        let sheet = Array(try Data(contentsOf: url))
        let first = try plan(hall, mapping, sheet)
        let batch = try first.submissions(as: Actor.console.person, size: hall.city.size)
        #expect(batch.count == 378 + 2_259)
        _ = try await hall.submitTogether(batch)
        #expect(try plan(hall, mapping, sheet).preview.isUnchanged)
        // A fresh hall on the same ledger holds the same city.
        let reopened = try CityHall(
            store: store, blobs: blobs, log: "test.example/log", signer: nil)
        #expect(reopened.city.projects.count == 378)
        #expect(try plan(reopened, mapping, sheet).preview.isUnchanged)
    }
}
