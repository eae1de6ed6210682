import Delivery
import JSON
import Rulebook

extension CommitmentList {
    /// What each organization owes and how it keeps it, the most overdue first.
    var tallies: HTML {
        let tallies = city.listTallies(on: today).sorted { one, other in
            (other.value.overdue, other.value.owed, one.key)
                < (one.value.overdue, one.value.owed, other.key)
        }
        guard !tallies.isEmpty else { return .empty }
        let heads: [Phrase] = [
            .owedNow, .overdue, .silent, .escalated, .waiting, .returnsOfIt, .struckOffCount,
            .inTime,
        ]
        let cells = heads.map { head -> HTML in
            "<th scope=\"col\" class=\"num\">\(("\(t(head))" as HTML).capitalized)</th>"
        }
        let rows = tallies.map { id, tally -> HTML in
            let counts = [
                tally.owed, tally.overdue, tally.silent, tally.escalated, tally.reported,
                tally.returned, tally.closed, tally.onTime,
            ]
            let numbers = zip(heads, counts).map { head, count -> HTML in
                "<td class=\"num\" data-label=\"\(t(head))\">\(t.count(count))</td>"
            }
            return "<tr><th scope=\"row\">\(sight.link(id, visit))</th>\(numbers)</tr>\n"
        }
        return Parts.section(
            t(.byOrganization), "\(t.count(tallies.count))",
            """
            <div class="scroll" tabindex="0"><table class="list"><thead><tr>\
            <th scope="col">\(t(.lead))</th>\(cells)</tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """)
    }

    /// In the order of the organizations' ids.
    static func tallies(of city: City, on day: Day) -> [JSON] {
        city.listTallies(on: day).sorted { $0.key < $1.key }.map { id, tally in
            .object([
                .init("organization", .string(id.text)), .init("owed", .integer(tally.owed)),
                .init("suspended", .integer(tally.suspended)),
                .init("overdue", .integer(tally.overdue)),
                .init("silent", .integer(tally.silent)),
                .init("escalated", .integer(tally.escalated)),
                .init("reported", .integer(tally.reported)),
                .init("returned", .integer(tally.returned)),
                .init("closed", .integer(tally.closed)),
                .init("on_time", .integer(tally.onTime)),
                .init("on_first_due", .integer(tally.onFirstDue)),
            ])
        }
    }
}
