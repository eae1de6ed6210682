import Delivery
import Foundation
import Interchange
import JSON
import Rulebook
import RulebookYAML
import Testing

@Suite("Samples that the program carries")
struct SampleTests {
    @Test("What the build took in is what stands in the repository's Samples")
    func inStep() throws {
        let folder = Shared.root.appending(path: "Samples/nyc-capital")
        func file(_ path: String) throws -> [UInt8] {
            Array(try Data(contentsOf: folder.appending(path: path)))
        }
        let sample = try #require(Sample.named("nyc-capital"))
        #expect(sample.lines == (try file("sample.jsonl")))
        #expect(sample.rulebooks == [try file("rulebooks/nyc-boroughs.yaml")])
        #expect(
            sample.mappings.map { Array($0.text.utf8) }
                == [try file("mappings/capital-projects.yaml")])
    }

    @Test("Every sample's commands are accepted, and its mappings and rulebooks are right")
    func accepted() throws {
        for sample in Sample.all {
            let city = try TestCity(sample.commands())
            #expect(city.city.settings != nil, "\(sample.name)")
            for rulebook in sample.rulebooks {
                _ = try Rulebook(yaml: rulebook, file: sample.name)
            }
            for mapping in sample.mappings {
                _ = try MappingReader.read(mapping.text, file: mapping.name)
            }
        }
    }

    @Test("New York counts in million dollars and its boroughs are one group")
    func newYork() throws {
        let city = try TestCity(try #require(Sample.named("nyc-capital")).commands()).city
        #expect(city.settings?.currency == "USD")
        #expect(city.settings?.unit.exponent == 6)
        let day = try #require(Day("2019-09-30"))
        let groups = city.organizations.groups(on: day)
        #expect(groups.count == 1)
        #expect(
            groups.first?.members.map(\.text)
                == ["manhattan", "bronx", "brooklyn", "queens", "staten-island"])
    }
}
