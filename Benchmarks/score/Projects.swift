import Foundation
import Rulebook

/// Projects made up from a seed: dates over three years, many stages not reached.
struct Projects {
    private static let units = [
        "zhongshan", "xigang", "shahekou", "ganjingzi", "lushunkou", "pulandian", "wafangdian",
        "zhuanghe", "changhai", "jinpu", "gaoxin", "changxingdao", "huayuankou",
    ]
    private static let fields = [
        "id", "total_investment", "signed_on", "landed_on", "started_on", "produced_on",
        "strategic",
    ]

    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func facts(rows: Int, csv path: String?) throws -> Facts {
        guard let period = Period("2024-10") else { throw Problems([]) }
        var builder = FactsBuilder(period: period)
        for unit in Projects.units { builder.add(Facts.Unit(id: unit, group: "all")) }
        var table = TableBuilder("projects", fields: Projects.fields)
        var lines = path == nil ? "" : (["unit"] + Projects.fields).joined(separator: ",") + "\n"
        for row in 0..<rows {
            let unit = Projects.units[next(13)]
            let cells = project(row)
            table.append(unit: unit, cells)
            if path != nil {
                lines += unit
                for cell in cells { lines += "," + (cell.text ?? "") }
                lines += "\n"
            }
        }
        if let path { try lines.write(toFile: path, atomically: false, encoding: .utf8) }
        builder.add(table)
        return try builder.build()
    }

    /// SplitMix64.
    private mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }

    private mutating func project(_ row: Int) -> [Cell] {
        let investment = Int64(next(1000) * next(1000)) + Int64(next(20_000))
        let signed = 19_000 + next(1095)
        let landed = signed + 20 + next(200)
        let started = landed + 10 + next(300)
        let produced = started + 100 + next(500)
        let stage = next(10)
        return [
            .text("p\(row)"), .scaled(investment, places: 4), day(signed),
            stage > 1 ? day(landed) : .null, stage > 3 ? day(started) : .null,
            stage > 6 ? day(produced) : .null, .bool(next(3) == 0),
        ]
    }

    private func day(_ number: Int) -> Cell { Day(number: number).map(Cell.day) ?? .null }
}
