import Foundation
import JSON
import SaimaProgram

/// Lines for `saima do`.
enum Line {
    static let settings = object(
        "city.configure",
        [
            "name": "甲市", "name_en": "A", "time_zone": "Asia/Shanghai", "currency": "CNY",
            "money_unit": "亿元", "money_unit_en": "100 million yuan",
        ], number: ["money_unit_exponent": 8])
    static let district = object(
        "organization.register",
        ["id": "a", "kind": "district", "name": "甲区", "group": "一组", "from": "2024-01-01"])

    static func target(_ measure: String, key: String? = nil) -> String {
        var fields = ["organization": "a", "measure": measure, "amount": "3"]
        fields["key"] = key
        return object("target.set", fields, number: ["year": 2024])
    }

    static func organization(_ id: String, _ kind: String) -> String {
        object(
            "organization.register",
            ["id": id, "kind": kind, "name": "组织\(id)", "from": "2024-01-01"])
    }

    static func appointment(_ person: String, _ office: String, _ roles: [String]) -> String {
        JSON.object([
            .init("cmd", .string("person.appoint")), .init("person", .string(person)),
            .init("organization", .string(office)),
            .init("roles", .array(roles.map(JSON.string))),
        ]).text()
    }

    static func object(
        _ command: String, _ fields: [String: String], number: [String: Int] = [:]
    ) -> String {
        let members =
            [JSON.Member("cmd", .string(command))]
            + fields.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .string($0.value)) }
            + number.map { JSON.Member($0.key, .integer($0.value)) }
        return JSON.object(members).text()
    }
}

/// A data directory of its own for a test.
struct Book {
    let scratch: Scratch
    let data: String

    /// With settings and one district.
    init() throws {
        scratch = try Scratch()
        data = scratch.path("data")
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: false)
        _ = try run([Line.settings, Line.district])
    }

    @discardableResult
    func run(_ lines: [String], _ more: [String] = [], as person: String = "console") throws
        -> SaimaProgram.Ended
    {
        try SaimaProgram.run(
            ["do", "-", "--data", data, "--as", person] + more,
            input: lines.map { $0 + "\n" }.joined())
    }

    func answers(_ run: SaimaProgram.Ended) throws -> [JSON] {
        try run.lines.map { try JSON.parse(Array($0.utf8)) }
    }

    /// How many records the ledger has.
    func size() throws -> Int? {
        let run = try SaimaProgram.run(["verify", "--data", data, "--json"])
        return try JSON.parse(run.bytes)["records"]?.intValue
    }

    var verified: Bool {
        get throws { try SaimaProgram.run(["verify", "--data", data]).status == 0 }
    }
}

/// A made-up city that is made once for all tests that only read it.
enum SharedCity {
    private static let made: Result<Scratch, any Error> = Result {
        let scratch = try Scratch()
        let run = try SaimaProgram.run(
            ["new", "--scale", "300", "--seed", "7", "--data", scratch.path("data")])
        guard run.status == 0 else { throw CocoaError(.featureUnsupported) }
        atexit { SharedCity.remove() }
        return scratch
    }

    static var data: String { get throws { try made.get().path("data") } }

    private static func remove() {
        if let scratch = try? made.get() {
            try? FileManager.default.removeItem(atPath: scratch.folder)
        }
    }
}
