import CityHall
import Delivery
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Rulebook
import Testing
import Web

@Suite("The list as a sheet")
struct CommitmentSheetTests {
    private static func id(_ text: String) -> CommitmentID { CommitmentID(unchecked: text) }

    /// Of zhongshan a draft, an issued item and one in hand; of xigang another.
    private func made() async throws -> MadeHouse {
        let made = try await MadeHouse()
        for (id, lead) in [
            ("draft", "zhongshan"), ("issued", "zhongshan"), ("held", "zhongshan"),
            ("other", "xigang"),
        ] {
            try await made.submit(
                DraftCommitment {
                    $0 = DraftCommitment.example.proposed
                    ($0.id, $0.profile.lead) = (Self.id(id), OrganizationID(unchecked: lead))
                    if id == "held" { $0.profile.title = MadeHouse.hostile }
                }, as: "judge")
            guard id != "draft" else { continue }
            try await made.submit(
                IssueCommitment { ($0.commitment, $0.day) = (Self.id(id), made.day("2024-02-01")) },
                as: "judge")
        }
        try await made.submit(AcknowledgeCommitment { $0.commitment = Self.id("held") }, as: "zs")
        return made
    }

    private func get(
        _ made: MadeHouse, as person: String?, _ address: String
    ) async throws -> (status: Int, text: String) {
        try await made.application(as: person).test(.router) { client in
            let answer = try await client.execute(uri: address, method: .get)
            return (answer.status.code, String(buffer: answer.body))
        }
    }

    private func post(
        _ made: MadeHouse, as person: String?, _ fields: [(String, String)],
        csrf: String = MadeHouse.csrf, at address: String = "/work/fill?lang=en"
    ) async throws -> (status: Int, text: String) {
        let allowed = CharacterSet.alphanumerics
        let pairs = (fields + [("csrf", csrf)]).map { name, value in
            [name, value].map { $0.addingPercentEncoding(withAllowedCharacters: allowed) ?? "" }
                .joined(separator: "=")
        }
        return try await made.application(as: person).test(.router) { client in
            let answer = try await client.execute(
                uri: address, method: .post,
                headers: [.contentType: "application/x-www-form-urlencoded"],
                body: ByteBuffer(string: pairs.joined(separator: "&")))
            return (answer.status.code, String(buffer: answer.body))
        }
    }

    /// A row as the page would send it, with its latest record.
    private func row(
        _ made: MadeHouse, _ place: Int, _ id: String, _ cells: [String: String]
    ) -> [(String, String)] {
        let seq = made.hall.city.commitments[Self.id(id)]?.records.last ?? 0
        return [("row[\(place)].commitment", id), ("row[\(place)].seq", String(seq))]
            + cells.sorted { $0.key < $1.key }.map { ("row[\(place)].\($0)", $1) }
    }

    /// How a row of the page names its item.
    private static func row(of id: String) -> String { "].commitment\" value=\"\(id)\"" }

    private static func value(of name: String, in text: String) -> String? {
        guard let start = text.range(of: "name=\"\(name)\" value=\"") else { return nil }
        return String(text[start.upperBound...].prefix { $0 != "\"" })
    }

    @Test("It holds what its reader may act on, and inputs where the state allows")
    func page() async throws {
        let made = try await made()
        let (status, text) = try await get(made, as: "zs", "/work/fill?lang=en")
        #expect(status == 200)
        // All of its own house, the earliest due first; nothing of another's.
        for id in ["draft", "issued", "held"] { #expect(text.contains(Self.row(of: id))) }
        #expect(!text.contains(Self.row(of: "other")))
        let (_, issued) = try await get(made, as: "zs", "/work/fill?lang=en&state=issued")
        #expect(issued.contains("name=\"row[0].acknowledged\""))
        #expect(!issued.contains(Self.row(of: "held")))
        let (_, held) = try await get(made, as: "zs", "/work/fill?lang=en&state=acknowledged")
        #expect(!held.contains("name=\"row[0].acknowledged\""))
        #expect(held.contains("name=\"row[0].percent\""))
        #expect(!held.contains("<script>alert") && held.contains("grid.js"))
        let (_, draft) = try await get(made, as: "judge", "/work/fill?lang=en&state=draft")
        #expect(draft.contains("name=\"row[0].title\""))
        #expect(!draft.contains("name=\"row[0].percent\""))
        // A guest signs in first, and there is no such list.
        #expect(try await get(made, as: nil, "/work/fill").status == 302)
        #expect(try await get(made, as: "zs", "/lists/none/fill").status == 404)
    }

    @Test("What is typed is previewed, agreed to, and done, all of it at once")
    func done() async throws {
        // Given two rows that ask for something
        let made = try await made()
        let fields =
            row(made, 0, "issued", ["acknowledged": "是", "percent": "10"])
            + row(made, 1, "held", ["percent": "40", "note": "已开工 8 个", "as_of": ""])
        let size = made.hall.city.size
        // When they are previewed
        let (status, text) = try await post(made, as: "zs", fields + [("_step", "preview")])
        // Then nothing is done, and what would be stands above the cells
        #expect(status == 200 && made.hall.city.size == size)
        #expect(text.contains("2 items would change") && text.contains("id=\"agreement\""))
        let plan = try #require(Self.value(of: "_plan", in: text))
        // When another thing is agreed to than was shown, it is shown first
        let other = fields + [("_step", "apply"), ("_plan", "0")]
        let shown = try await post(made, as: "zs", other)
        #expect(shown.status == 200 && made.hall.city.size == size)
        // When it is agreed to
        let applied = try await post(
            made, as: "zs", fields + [("_step", "apply"), ("_plan", plan)])
        // Then each row is done
        #expect(applied.status == 303)
        let held = made.hall.city.commitments[Self.id("held")]
        let issued = made.hall.city.commitments[Self.id("issued")]
        #expect(held?.percent == 40 && held?.state == .inProgress)
        #expect(issued?.percent == 10 && made.hall.city.size == size + 3)
        // And sent once more it has nothing to do
        let again = try await post(
            made, as: "zs", row(made, 0, "held", ["percent": "40"]) + [("_step", "preview")])
        #expect(again.status == 200 && again.text.contains("Nothing was changed"))
    }

    @Test("What is wrong stands at its cell, and nothing that was typed is lost")
    func refused() async throws {
        let made = try await made()
        let size = made.hall.city.size
        let fields =
            row(made, 0, "issued", ["note": "先填进展"])
            + row(made, 1, "held", ["percent": "140", "note": "<b>写好的说明</b>", "due": "下周"])
        let (status, text) = try await post(made, as: "zs", fields)
        #expect(status == 422 && made.hall.city.size == size)
        #expect(text.contains("先填进展") && text.contains("&lt;b&gt;写好的说明&lt;/b&gt;"))
        #expect(text.contains("value=\"下周\"") && text.contains("value=\"140\""))
        // What cannot be read is told first.
        #expect(text.contains("id=\"c-1-due-error\"") && text.contains("href=\"#c-1-due\""))
        // Once that is mended, what the city refuses is told at its cell.
        let mended = try await post(
            made, as: "zs",
            row(made, 0, "issued", ["note": "先填进展"])
                + row(made, 1, "held", ["percent": "140"]))
        #expect(mended.status == 422)
        #expect(mended.text.contains("id=\"c-0-note-error\""))
        #expect(mended.text.contains("id=\"c-1-percent-error\""))
        #expect(mended.text.contains("aria-invalid=\"true\""))
    }

    @Test("An item that moved is told of with its records, and done once it was seen")
    func moved() async throws {
        // Given a row typed on an older state
        let made = try await made()
        let fields = row(made, 0, "held", ["percent": "40"])
        try await made.submit(
            ReportProgress {
                ($0.commitment, $0.percent) = (Self.id("held"), 70)
                $0.asOf = made.day("2024-10-01")
            }, as: "zs")
        let last = try #require(made.hall.city.commitments[Self.id("held")]?.records.last)
        // When it is sent
        let (status, text) = try await post(made, as: "zs", fields)
        // Then it is refused with the record, and the form knows the record from then on
        #expect(status == 422 && text.contains("#\(last)"))
        #expect(Self.value(of: "row[0].seq", in: text) == String(last))
        let seen = row(made, 0, "held", ["percent": "40"])
        #expect(try await post(made, as: "zs", seen).text.contains("1 item would change"))
    }

    @Test("Whatever signs stand in a note, the cells of the sheet stay apart")
    func signs() async throws {
        let made = try await made()
        let note = "已开工;好\n资金;到位\n用地;在办|是\n水电;\t通,\"全\""
        let fields = row(made, 0, "held", ["note": note, "percent": "60"])
        let (status, text) = try await post(made, as: "zs", fields)
        #expect(status == 200 && text.contains("1 item would change"))
    }

    @Test("Whoever is signed out or signed in anew finds what was typed")
    func kept() async throws {
        let made = try await made()
        let size = made.hall.city.size
        let fields = row(made, 0, "held", ["note": "写好的说明"])
        let out = try await post(made, as: nil, fields)
        #expect(out.status == 401 && out.text.contains("写好的说明"))
        let renewed = try await post(made, as: "zs", fields, csrf: "older")
        #expect(renewed.status == 403 && renewed.text.contains("写好的说明"))
        // Nobody acts on what is another's.
        let other = try await post(made, as: "xg", fields)
        #expect(other.status == 422 && other.text.contains("写好的说明"))
        #expect(made.hall.city.size == size)
    }

    @Test("The list goes out as a sheet with its row ids, by the filter of the page")
    func export() async throws {
        let made = try await made()
        let (status, text) = try await get(made, as: "zs", "/commitments.csv?lead=zhongshan")
        let lines = text.split(separator: "\r\n")
        #expect(status == 200 && lines.count == 4)
        #expect(lines[0].hasPrefix("\u{FEFF}事项编号,记录号,"))
        #expect(lines.dropFirst().contains { $0.hasPrefix("held,") })
        #expect(
            try await get(made, as: "zs", "/commitments.xlsx?state=issued").text.hasPrefix("PK"))
        let page = try await get(made, as: "zs", "/commitments?lang=en&lead=xigang")
        #expect(
            page.text.contains("/commitments/other") && !page.text.contains("/commitments/held"))
        #expect(page.text.contains("/commitments.xlsx?lead=xigang"))
        // A guest reads what is published, and drafts are not.
        let guest = try await get(made, as: nil, "/commitments.csv")
        #expect(guest.status == 200 && !guest.text.contains("draft,"))
        #expect(try await get(made, as: nil, "/lists/none/items.csv").status == 404)
    }

    @Test("A sheet of rulings comes with the claims that wait for its reader")
    func rulings() async throws {
        let made = try await made()
        let judge = try await get(made, as: "judge", "/templates/recognitions.xlsx")
        let reporter = try await get(made, as: "zs", "/templates/recognitions.xlsx")
        #expect(judge.status == 200 && reporter.status == 200)
        #expect(judge.text.utf8.count != reporter.text.utf8.count)
    }
}
