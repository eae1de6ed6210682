import Delivery
import Foundation
import Interchange
import JSON
import Rulebook
import RulebookYAML
import Sheets
import Testing

/// A city that takes a plan's commands as the hall does, without a ledger.
struct TestCity {
    private(set) var city = City()

    static let today = Day("2024-12-31") ?? .latest

    var holding: Holding {
        Holding(city: city) { note in if case .text(let text) = note { text } else { nil } }
    }

    init(_ commands: [[UInt8]] = []) throws {
        for command in commands { try run(command) }
    }

    /// Two districts, and a department that one of them shares an alias with.
    static func small() throws -> TestCity {
        let lines = [
            """
            {"cmd":"city.configure","name":"示例市","name_en":"Example",
             "time_zone":"Asia/Shanghai","currency":"CNY","money_unit":"亿元",
             "money_unit_en":"100 million yuan","money_unit_exponent":8}
            """,
            """
            {"cmd":"organization.register","id":"east","kind":"district","name":"东区",
             "name_en":"East","aliases":["东城"],"from":"2020-01-01","group":"区"}
            """,
            """
            {"cmd":"organization.register","id":"west","kind":"district","name":"西区",
             "name_en":"West","from":"2020-01-01","group":"区"}
            """,
            """
            {"cmd":"organization.register","id":"roads","kind":"department","name":"交通局",
             "aliases":["东城"],"from":"2020-01-01"}
            """,
        ]
        return try TestCity(
            lines.map { line in try JSON.parse(Array(line.utf8)).canonical() })
    }

    mutating func run(_ command: [UInt8], as actor: Actor = .console) throws {
        try run(try CommandKind.read(command), as: actor)
    }

    mutating func run(_ command: any Command, as actor: Actor = .console) throws {
        let asked = Asked(
            actor: actor, today: Self.today, readRulebook: Self.heading,
            knowsTimeZone: { _ in true })
        try command.requirePermitted(actor)
        for event in try command.decide(city, asked) { apply(event, actor) }
    }

    mutating func run(_ plan: ImportPlan, as actor: Actor = .console) throws {
        for step in plan.steps { try run(step.command, as: actor) }
    }

    func actor(_ person: String) -> Actor {
        city.actor(PersonID(unchecked: person)) ?? .console
    }

    private static func heading(_ text: String) -> Result<RulebookHeading, RulebookProblems> {
        do throws(Problems) {
            let rulebook = try Rulebook(yaml: Array(text.utf8), file: "rulebook")
            return .success(
                RulebookHeading(
                    id: rulebook.id, version: rulebook.version, title: nil, effectiveFrom: nil,
                    effectiveUntil: nil, cutoffDays: nil))
        } catch {
            return .failure(
                RulebookProblems(sentences: error.all.map { Words(zh: $0.zh, en: $0.en) }))
        }
    }

    private mutating func apply(_ event: any EventBody, _ actor: Actor) {
        let at = Occurrence(
            seq: city.size, day: Self.today, at: Timestamp(milliseconds: 0),
            actor: actor.person, organization: actor.organization)
        city.apply(event, at)
    }

    func plan(_ mapping: String, _ sheet: String) throws -> ImportPlan {
        try plan(mapping, bytes: Array(sheet.utf8))
    }

    func plan(
        _ mapping: String, bytes: [UInt8], as actor: Actor = .console,
        files: EvidenceFolder = .none
    ) throws -> ImportPlan {
        let importer = Importer(
            mapping: try MappingReader.read(mapping, file: "map.yaml"), mappingFile: "map.yaml",
            source: .bytes(bytes), sourceFile: "sheet.csv", files: files)
        return try importer.plan(holding, as: actor, on: Self.today)
    }
}

/// Where data for tests lies that is no part of the repository.
enum Shared {
    static let folder: URL? = {
        if let path = ProcessInfo.processInfo.environment["SAIMA_SHARED"] {
            return URL(filePath: path)
        }
        let folder = root.deletingLastPathComponent().appending(path: "shared")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    static let root: URL = {
        var url = URL(filePath: #filePath)
        repeat {
            url.deleteLastPathComponent()
        } while url.path != "/"
            && !FileManager.default.fileExists(atPath: url.appending(path: "Samples").path)
        return url
    }()

    static let capitalProjects: URL? = {
        let name = "data/nyc_capital_changes/NYC_capital_projects_20190901.csv"
        guard let url = folder?.appending(path: name) else { return nil }
        return FileManager.default.fileExists(atPath: url.path) ? url : nil
    }()
}
