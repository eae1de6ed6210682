import Delivery
import Foundation
import HTTPTypes
import Interchange
import Sheets
import Testing
import Web

@Suite("Imports within bounds, and for their owner alone")
struct ImportBoundsTests {
    private static let sheet = ImportWalk.investment("p1,2024-10,,200")

    private func made(
        _ change: (inout ImportDesk.Bounds) -> Void = { _ in }
    ) async throws -> MadeHouse {
        var bounds = ImportDesk.Bounds()
        change(&bounds)
        return try await MadeHouse(imports: bounds)
    }

    private func left(_ made: MadeHouse) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: made.staging.path)) ?? []
    }

    @Test("What another person handed in is answered as what does not exist")
    func others() async throws {
        let made = try await made()
        let place = try await ImportWalk(made: made, person: "zs").handIn("investment", Self.sheet)
        let unknown = "/imports/" + String(repeating: "0", count: 32)
        let xg = ImportWalk(made: made, person: "xg")
        for (start, end) in [("", ""), ("/api/v1", ""), ("", "/problems.csv")] {
            let theirs = try await xg.get(start + place + end)
            let none = try await xg.get(start + unknown + end)
            #expect(theirs.status == 404)
            #expect(theirs.text.replacing(place, with: unknown) == none.text)
        }
        let form = "application/x-www-form-urlencoded"
        for order in ["apply", "look", "discard"] {
            let answer = try await xg.ask(.post, "\(place)/\(order)", type: form)
            #expect(answer.status == 404, "\(order)")
        }
        let dropped = try await xg.ask(.delete, "/api/v1\(place)")
        #expect(dropped.status == 404)
        let list = try await xg.get("/imports")
        #expect(!list.text.contains(place))
        let still = try await ImportWalk(made: made, person: "zs").get(place)
        #expect(still.status == 200)
    }

    @Test("A guest is sent to sign in, and nothing of theirs is taken")
    func guests() async throws {
        let made = try await made()
        let guest = ImportWalk(made: made, person: nil)
        let page = try await guest.get("/imports")
        #expect(page.status == 302 && page.location?.hasPrefix("/sign-in") == true)
        let answer = try await guest.upload("investment", [.init("sheet", "a.csv", Self.sheet)])
        #expect(answer.status == 403)
        let program = try await guest.upload(
            "investment", [.init("sheet", "a.csv", Self.sheet)], to: "/api/v1/imports")
        #expect(program.status == 401 && left(made).isEmpty)
    }

    @Test("What is too large, no sheet, or not said what it is, is refused and leaves nothing")
    func unfit() async throws {
        let made = try await made { $0.upload = 1_000 }
        let zs = ImportWalk(made: made, person: "zs")
        let long = Self.sheet + String(repeating: " ", count: 1_000)
        let large = try await zs.upload("investment", [.init("sheet", "a.csv", long)])
        #expect(large.status == 413)
        for (kind, file, word) in [
            ("investment", Multipart.File("sheet", "a.xlsx", "%PDF-1.7"), "PDF"),
            ("", .init("sheet", "a.csv", Self.sheet), "f-kind"),
            ("none", .init("sheet", "a.csv", Self.sheet), "f-kind"),
            ("own", .init("sheet", "a.csv", Self.sheet), "f-mapping"),
            ("investment", .init("mapping", "a.yaml", "a"), "f-mapping"),
            ("investment", .init("evidence", "a.pdf", "a"), "f-sheet"),
        ] {
            let answer = try await zs.upload(kind, [file])
            #expect(answer.status == 422 && answer.text.contains("href=\"#f-"), "\(word)")
            #expect(answer.text.contains(word))
        }
        let twice = try await zs.upload(
            "investment",
            [
                .init("sheet", "a.csv", Self.sheet), .init("evidence", "a.pdf", "a"),
                .init("evidence", "b/a.pdf", "b"),
            ])
        #expect(twice.status == 422 && twice.text.contains("f-evidence"))
        #expect(left(made).isEmpty)
    }

    @Test("A workbook that unpacks to hundreds of times its size is refused by the reader")
    func bomb() async throws {
        let made = try await made()
        let url = FileManager.default.temporaryDirectory.appending(
            path: "saima-bomb-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: url) }
        let workbook = try WorkbookWriter(url, created: 0)
        let sheet = try workbook.addSheet("a")
        let cell = WrittenCell.text(String(repeating: "a", count: 32_000))
        for _ in 0..<200 { try sheet.write([cell]) }
        try workbook.close()
        let bytes = Array(try Data(contentsOf: url))
        let zs = ImportWalk(made: made, person: "zs")
        let answer = try await zs.upload("investment", [.init("sheet", "a.xlsx", bytes)])
        let page = try await zs.get(try #require(answer.location))
        #expect(page.text.contains("archive_hostile") && ImportWalk.seen(page) == nil)
    }

    @Test("A sheet of too many rows or cells is refused, and of many problems the first are told")
    func rows() async throws {
        let rows = Self.sheet + String(repeating: "p1,x,,1\n", count: 20)
        let few = try await made { $0.sheet.sheet.rows = 10 }
        let walk = ImportWalk(made: few, person: "zs")
        let long = try await walk.get(try await walk.handIn("investment", rows))
        #expect(long.text.contains("too_many_rows"))
        let narrow = ImportWalk(made: try await made { $0.sheet.cells = 50 }, person: "zs")
        let wide = try await narrow.get(try await narrow.handIn("investment", rows))
        #expect(wide.text.contains("workbook_too_large"))
        let terse = ImportWalk(made: try await made { $0.sheet.issues = 5 }, person: "zs")
        let place = try await terse.handIn("investment", rows)
        let page = try await terse.get(place + "?lang=en")
        #expect(page.text.contains("there are 5 problems or more"))
        let table = try await terse.get(place + "/problems.csv")
        #expect(table.text.split(separator: "\r\n").count == 6)
    }

    @Test("Each person may have some, all together some, and busy is said plainly")
    func many() async throws {
        let one = ImportWalk(made: try await made { $0.eachPerson = 1 }, person: "zs")
        let place = try await one.handIn("investment", Self.sheet)
        let second = try await one.upload("investment", [.init("sheet", "a.csv", Self.sheet)])
        #expect(second.status == 409)
        let form = "application/x-www-form-urlencoded"
        let dropped = try await one.ask(.post, place + "/discard", type: form)
        #expect(dropped.status == 303 && dropped.location == "/imports")
        let gone = try await one.get(place)
        #expect(gone.status == 404 && left(one.made).isEmpty)
        let third = try await one.handIn("investment", Self.sheet)
        // One that was applied waits no more.
        let seen = try #require(ImportWalk.seen(try await one.get(third)))
        _ = try await one.apply(third, seen: seen)
        let fourth = try await one.handIn("investment", Self.sheet)
        #expect(fourth.hasPrefix("/imports/"))
        let full = ImportWalk(made: try await made { $0.everybody = 0 }, person: "zs")
        let busy = try await full.upload("investment", [.init("sheet", "a.csv", Self.sheet)])
        #expect(busy.status == 503 && busy.headers[.retryAfter] != nil)
        #expect(busy.text.contains("正在读的表格太多"))
    }

    @Test("What nobody applied is forgotten after its time, and its files go with it")
    func expiring() async throws {
        let made = try await made { $0.lifetime = .zero }
        let zs = ImportWalk(made: made, person: "zs")
        let first = try await zs.handIn("investment", Self.sheet)
        // Whoever hands in another finds the room that the first has left.
        _ = try await zs.handIn("investment", Self.sheet)
        let answer = try await zs.get(first)
        #expect(answer.status == 404)
        #expect(!left(made).contains(String(first.dropFirst("/imports/".count))))
    }

    @Test("A large sheet is read beside everything else, and its page says so meanwhile")
    func large() async throws {
        let made = try await made()
        let lines = (0..<6_000).map { "p1,2024-\($0 % 9 + 1),,\($0)\n" }.joined()
        let zs = ImportWalk(made: made, person: "zs")
        let place = try await zs.handIn("investment", ImportWalk.investment() + lines)
        let id = String(place.dropFirst("/imports/".count))
        let person = PersonID(unchecked: "zs")
        let staged = try await made.house.imports.look(id, for: person, patience: .zero)
        guard case .reading = staged.state else {
            Issue.record("it was read before anybody could look")
            return
        }
        let list = try await zs.get("/imports?lang=en")
        #expect(list.text.contains("Being read"))
        let whole = try await made.house.imports.look(id, for: person, patience: .seconds(60))
        #expect(whole.shown?.preview.rows == 6_000)
    }

    @Test(
        "Another house's draft under the same id is refused as taken, and shows nothing of itself")
    func hidden() async throws {
        // Given a draft of xigang's
        let made = try await made()
        try await made.submit(
            DraftCommitment {
                $0 = DraftCommitment.example.proposed
                $0.id = CommitmentID(unchecked: "c-1")
                $0.profile.title = "SECRETTITLE"
                $0.profile.criterion = .text("SECRETTEXT 3 项")
                $0.profile.lead = OrganizationID(unchecked: "xigang")
            }, as: "xg")
        let heads =
            "事项编号,事项,类别,完成标准,牵头单位,配合单位,完成时限,年度,责任人职务,主线,上级事项,权重,关联项目,关联指标\n"
        let row = "c-1,修路 3 公里,任务,通车 3 公里,中山区,,2024-12-31,,,,,,,\n"
        // When zhongshan brings an item of that id
        let zs = ImportWalk(made: made, person: "zs")
        let page = try await zs.get(try await zs.handIn("commitments", heads + row))
        // Then it is refused like a name that is taken, as by the command itself.
        #expect(page.text.contains("commitment_taken") && !page.text.contains("SECRET"))
        #expect(ImportWalk.seen(page) == nil)
        // Its own house sees what would change.
        let xg = ImportWalk(made: made, person: "xg")
        let own = row.replacing("中山区", with: "西岗区")
        let theirs = try await xg.get(try await xg.handIn("commitments", heads + own))
        #expect(theirs.text.contains("SECRETTITLE") && ImportWalk.seen(theirs) != nil)
    }
}
