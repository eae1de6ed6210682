import Foundation
import JSON
import SaimaProgram
import Testing

struct DataDirectoryTests {
    private static let readers = [
        ["facts", "--rulebook", "r", "--period", "2024-10"],
        ["race", "--rulebook", "r", "--period", "2024-10"], ["verify"],
    ]

    @Test("reading commands refuse what is no data directory")
    func notOne() throws {
        let scratch = try Scratch()
        let file = try scratch.write("file", "not a directory")
        try FileManager.default.createDirectory(
            atPath: scratch.path("empty"), withIntermediateDirectories: false)
        try FileManager.default.createDirectory(
            atPath: scratch.path("other/ledger.sqlite"), withIntermediateDirectories: true)
        try FileManager.default.createDirectory(
            atPath: scratch.path("foreign"), withIntermediateDirectories: false)
        try scratch.write("foreign/ledger.sqlite", "this is no database at all")
        let places = ["missing", "empty", "other", "foreign"].map { scratch.path($0) }
        for place in places + [file, "/dev/null", "/proc"] {
            for command in DataDirectoryTests.readers {
                let run = try SaimaProgram.run(command + ["--data", place])
                #expect(run.status == 1 && run.isOrderly, "\(place) \(run.errors)")
                #expect(!run.errors.isEmpty)
            }
        }
        #expect(!FileManager.default.fileExists(atPath: scratch.path("missing")))
        #expect(try SaimaProgram.run(["verify", "--data", ""]).status == 64)
    }

    @Test("writing commands refuse a missing directory and one with something else in it")
    func writers() throws {
        let scratch = try Scratch()
        try scratch.write("notes.txt", "keep me")
        for command in [["do", "-", "--as", "console"], ["serve", "--port", "0"]] {
            for place in [scratch.path("missing"), scratch.folder] {
                let run = try SaimaProgram.run(command + ["--data", place])
                #expect(run.status == 1 && run.isOrderly, "\(run.errors)")
            }
        }
        for command in [["sample", "nyc-capital"], ["new", "--scale", "1", "--seed", "1"]] {
            #expect(try SaimaProgram.run(command + ["--data", scratch.folder]).status == 1)
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: scratch.folder) == ["notes.txt"])
    }

    @Test("a sample is made whole, says nothing on standard output, and is not overwritten")
    func sample() throws {
        let scratch = try Scratch()
        let data = scratch.path("deep/er/data")
        let made = try SaimaProgram.run(["sample", "nyc-capital", "--data", data])
        #expect(made.status == 0 && made.bytes.isEmpty, "\(made.errors)")
        let manager = FileManager.default
        let kept = try manager.contentsOfDirectory(atPath: data)
        #expect(Set(["ledger.sqlite", "files", "blobs", "keys"]).isSubset(of: kept))
        let modes = try ["", "/keys", "/keys/ledger.key"].map {
            try manager.attributesOfItem(atPath: data + $0)[.posixPermissions] as? Int
        }
        #expect(modes == [0o700, 0o700, 0o600])
        let again = try SaimaProgram.run(["sample", "nyc-capital", "--data", data])
        #expect(again.status == 1 && again.errors.contains("data_directory_taken"))
        #expect(try SaimaProgram.run(["sample", "no-such", "--data", data]).status == 64)
        #expect(try SaimaProgram.run(["verify", "--data", data]).status == 0)
        #expect(try manager.contentsOfDirectory(atPath: scratch.path("deep/er")) == ["data"])
    }

    @Test("an emptied ledger is lost, and nobody begins it anew")
    func emptied() throws {
        let scratch = try Scratch()
        let data = scratch.path("data")
        let made = try SaimaProgram.run(["sample", "nyc-capital", "--data", data])
        #expect(made.status == 0, "\(made.errors)")
        let names = try FileManager.default.contentsOfDirectory(atPath: data)
        for name in names where name.hasPrefix("ledger.sqlite-") {
            try FileManager.default.removeItem(atPath: data + "/" + name)
        }
        try scratch.write("data/ledger.sqlite", "")
        for command in [["do", "-", "--as", "console"], ["serve", "--port", "0"], ["verify"]] {
            let run = try SaimaProgram.run(command + ["--data", data])
            #expect(run.status == 1 && run.errors.contains("store_damaged"), "\(run.errors)")
        }
        #expect(try Data(contentsOf: URL(filePath: data + "/ledger.sqlite")).isEmpty)
    }

    @Test("what cannot be replaced as a whole is refused before any work")
    func link() throws {
        let scratch = try Scratch()
        let manager = FileManager.default
        try manager.createDirectory(
            atPath: scratch.path("real"), withIntermediateDirectories: false)
        try manager.createSymbolicLink(
            atPath: scratch.path("link"), withDestinationPath: scratch.path("real"))
        let run = try SaimaProgram.run(["sample", "nyc-capital", "--data", scratch.path("link")])
        #expect(run.status == 1 && run.errors.contains("directory_not_replaceable"))
        #expect(try Set(manager.contentsOfDirectory(atPath: scratch.folder)) == ["real", "link"])
    }

    @Test("saima.yaml gives the first settings record")
    func seeded() throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(
            atPath: scratch.path("data"), withIntermediateDirectories: false)
        try scratch.write(
            "data/saima.yaml", "name: 乙市\nname_en: B\nmoney_unit: 万元\nmoney_unit_exponent: 4\n")
        let run = try SaimaProgram.run(
            ["do", "-", "--data", scratch.path("data"), "--as", "console"],
            input: Line.district + "\n")
        #expect(run.status == 0 && run.output.contains(#""first":1"#), "\(run.errors)")
        #expect(FileManager.default.fileExists(atPath: scratch.path("data/saima.yaml")))
        let city = try SaimaProgram.run(
            ["do", "-", "--data", scratch.path("data"), "--as", "console"],
            input: Line.settings + "\n")
        #expect(city.status == 0)
    }

    @Test(
        "a saima.yaml that is not right leaves everything as it was",
        arguments: [
            "", "- a\n", "name: [", "name: A\nname_en: A\ncolour: red\n", "name: A\n",
            "name: A\nname_en: A\ntime_zone: Mars/Olympus\n",
            "name: A\nname_en: A\nmoney_unit_exponent: many\n", "name: {a: b}\nname_en: A\n",
            "name: &a [*a]\n", "\u{0}\u{1}",
        ])
    func badSeed(text: String) throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(
            atPath: scratch.path("data"), withIntermediateDirectories: false)
        try scratch.write("data/saima.yaml", text)
        let run = try SaimaProgram.run(
            ["do", "-", "--data", scratch.path("data"), "--as", "console"], input: Line.district)
        #expect(run.status == 1 && run.isOrderly && run.bytes.isEmpty, "\(run.errors)")
        let manager = FileManager.default
        #expect(try manager.contentsOfDirectory(atPath: scratch.path("data")) == ["saima.yaml"])
        #expect(try manager.contentsOfDirectory(atPath: scratch.folder) == ["data"])
    }

    @Test("the same seed makes the same city, another seed another one")
    func synthetic() throws {
        let scratch = try Scratch()
        var facts: [[UInt8]] = []
        for (name, seed) in [("a", "3"), ("b", "3"), ("c", "4")] {
            let made = try SaimaProgram.run([
                "new", "--scale", "60", "--seed", seed, "--data", scratch.path(name),
            ])
            #expect(made.status == 0 && made.bytes.isEmpty, "\(made.errors)")
            facts.append(
                try SaimaProgram.run([
                    "facts", "--data", scratch.path(name), "--rulebook", "project-race",
                    "--period", "2024-11",
                ]).bytes)
        }
        #expect(facts[0] == facts[1] && facts[0] != facts[2] && facts[0].count > 10_000)
        let none = ["new", "--seed", "1", "--data", scratch.path("none"), "--scale"]
        #expect(try SaimaProgram.run(none + ["0"]).status == 0)
        for scale in ["-1", "x", "99999999999", "1.5"] {
            #expect(try SaimaProgram.run(none + [scale]).status == 64)
        }
    }

    @Test("everything that a made-up city and a sample claim is verified")
    func verified() throws {
        let run = try SaimaProgram.run(["verify", "--data", try SharedCity.data])
        #expect(run.status == 0 && run.output.contains("verified"), "\(run.output)")
    }
}
