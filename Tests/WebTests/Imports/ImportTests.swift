import CityHall
import Delivery
import Foundation
import HTTPTypes
import Interchange
import JSON
import NIOCore
import Rulebook
import Testing
import Web

@Suite("Imports")
struct ImportTests {
    private static let changing = ImportWalk.investment("p1,2024-09,,100", "p1,2024-10,,200.5")

    private func amount(_ made: MadeHouse, _ month: String) -> Int64? {
        let project = made.hall.city.projects[ProjectID(unchecked: "p1")]
        return Month(month).flatMap { project?.invested(in: $0)?.amount.minor }
    }

    @Test("A sheet is previewed, applied once however often it is asked, and then says nothing new")
    func whole() async throws {
        // Given
        let made = try await MadeHouse()
        let size = made.hall.city.size
        let walk = ImportWalk(made: made, person: "zs")
        // When it is uploaded, nothing is written.
        let place = try await walk.handIn("investment", Self.changing)
        #expect(place.hasPrefix("/imports/"))
        let page = try await walk.get(place + "?lang=en")
        #expect(page.status == 200 && made.hall.city.size == size)
        #expect(page.text.contains("Ready: 2 commands"))
        #expect(page.text.contains("123,456,789<") && page.text.contains("1,000,000<"))
        // When it is applied twice, it is done once.
        let seen = try #require(ImportWalk.seen(page))
        let first = try await walk.apply(place, seen: seen)
        let second = try await walk.apply(place, seen: seen)
        #expect(first.status == 303 && second.status == 303)
        #expect(first.location == place && second.location == place)
        #expect(made.hall.city.size == size + 2)
        #expect(amount(made, "2024-09") == 100_000_000)
        let receipt = try await walk.get(place)
        #expect(receipt.text.contains("/ledger/\(size)\""))
        #expect(receipt.text.contains("/ledger/\(size + 1)\""))
        // The same sheet again changes nothing.
        let again = try await walk.get(try await walk.handIn("investment", Self.changing))
        #expect(again.text.contains("没有要导入的") && ImportWalk.seen(again) == nil)
    }

    @Test("Bad rows are told with row, column and value, and refuse the sheet as a whole")
    func badRows() async throws {
        let made = try await MadeHouse()
        let size = made.hall.city.size
        let walk = ImportWalk(made: made, person: "zs")
        let place = try await walk.handIn(
            "investment", ImportWalk.investment("p1,2024-10,,200", "p1,年底,,7", "p9,2024-10,,=1"))
        let page = try await walk.get(place)
        #expect(page.text.contains("年底") && page.text.contains("project_unknown"))
        #expect(ImportWalk.seen(page) == nil)
        let table = try await walk.get(place + "/problems.csv")
        #expect(table.headers[.contentType] == "text/csv; charset=utf-8")
        #expect(table.text.contains("3,月份,年底,") && table.text.contains("'=1"))
        // A made-up order does not get past it.
        let answer = try await walk.apply(place, seen: String(repeating: "0", count: 64))
        #expect(answer.status == 303 && made.hall.city.size == size)
        let after = try await walk.get(place)
        #expect(after.text.contains("预览之后情况有变"))
    }

    @Test("Who may not do it is told so at the rows, before anything is applied")
    func notTheirs() async throws {
        let made = try await MadeHouse()
        let walk = ImportWalk(made: made, person: "xg")
        let page = try await walk.get(try await walk.handIn("investment", Self.changing))
        #expect(page.text.contains("not_yours") && ImportWalk.seen(page) == nil)
    }

    @Test("A mapping of one's own reads a sheet of another form")
    func ownMapping() async throws {
        let made = try await MadeHouse()
        let walk = ImportWalk(made: made, person: "zs")
        let mapping = """
            mapping: mine
            schema: 1
            sheet: {kind: csv}
            records:
            - entity: project.investment
              fields:
                project: {column: P, type: project}
                month: {column: M, type: month}
                amount: {column: A, type: money, unit: 元, currency: CNY}
            """
        let sheet = "P,M,A\np1,2024-10,77\n"
        let place = try await walk.handIn(
            "own", sheet, [.init("mapping", "mine.yaml", mapping)])
        let page = try await walk.get(place)
        _ = try await walk.apply(place, seen: try #require(ImportWalk.seen(page)))
        #expect(amount(made, "2024-10") == 7_700)
        // One that is wrong is told with its line, in the form.
        let wrong = try await walk.upload(
            "own",
            [
                .init("sheet", "a.csv", sheet),
                .init("mapping", "mine.yaml", mapping.replacing("amount:", with: "sum:")),
            ])
        #expect(wrong.status == 422 && wrong.text.contains("mine.yaml:9"))
    }

    @Test("Where the city changed since the preview nothing is applied, and what changed is said")
    func changedMeanwhile() async throws {
        // Given a preview
        let made = try await MadeHouse()
        let walk = ImportWalk(made: made, person: "zs")
        let place = try await walk.handIn("investment", Self.changing)
        let seen = try #require(ImportWalk.seen(try await walk.get(place)))
        // When somebody reports the month meanwhile
        try await made.submit(
            ReportInvestment {
                $0.project = ProjectID(unchecked: "p1")
                $0.month = Month("2024-10") ?? .blank
                $0.amount = Money(minor: 5)
            }, as: "zs")
        let size = made.hall.city.size
        let answer = try await walk.apply(place, seen: seen)
        // Then
        #expect(answer.status == 303 && answer.location == place)
        #expect(made.hall.city.size == size)
        let page = try await walk.get(place)
        #expect(page.text.contains("预览之后情况有变") && !page.text.contains("/apply?"))
        #expect(page.text.contains("新增 → 金额 0.05 ⇒ 2,005,000"))
        // What is shown now can be applied.
        let newer = try #require(ImportWalk.seen(page))
        #expect(newer != seen)
        let done = try await walk.apply(place, seen: newer)
        #expect(done.status == 303 && amount(made, "2024-10") == 200_500_000)
    }

    @Test("A claim's files come with its sheet, and are kept before the claim is recorded")
    func evidence() async throws {
        let made = try await MadeHouse()
        let walk = ImportWalk(made: made, person: "xg")
        let sheet =
            "项目,环节,达到日期,年度,佐证一类别,佐证一文件,佐证二类别,佐证二文件,佐证三类别,佐证三文件\n"
            + "p3,落地,2024-08-01,,工商注册或用地手续,用地手续.pdf,,,,\n"
        let missing = try await walk.get(try await walk.handIn("claims", sheet))
        #expect(missing.text.contains("file_missing"))
        #expect(!FileManager.default.fileExists(atPath: made.files.path))
        let place = try await walk.handIn(
            "claims", sheet, [.init("evidence", "用地手续.pdf", "%PDF-1.7 paper")])
        let page = try await walk.get(place)
        let answer = try await walk.apply(place, seen: try #require(ImportWalk.seen(page)))
        #expect(answer.status == 303)
        let project = try #require(made.hall.city.projects[ProjectID(unchecked: "p3")])
        let cited = try #require(project.claims.last?.evidence.first)
        #expect(cited.mediaType == "application/pdf")
        #expect(EvidenceStore(made.files).file(cited.sha256)?.size == cited.size)
    }

    @Test("A sheet made in memory goes the same way, by whatever route hands it in")
    func inMemory() async throws {
        let made = try await MadeHouse()
        let template = try #require(Template.named("investment"))
        let offer = SheetOffer(
            name: "list.csv", bytes: Array(Self.changing.utf8), mapping: .template(template))
        let person = PersonID(unchecked: "zs")
        let id = try await made.house.imports.stage(offer, for: person)
        let staged = try await made.house.imports.look(id, for: person)
        let shown = try #require(staged.shown)
        #expect(shown.preview.entities.map(\.changed) == [1])
        _ = try await made.house.imports.apply(id, seen: shown.fingerprint, for: person)
        #expect(amount(made, "2024-10") == 200_500_000)
    }

    @Test("A program does the same under /api/v1, within its token's scope")
    func program() async throws {
        let made = try await MadeHouse()
        let walk = ImportWalk(made: made, person: "zs")
        let all = WebSession.Kind.bearer(.everything)
        let uploaded = try await walk.ask(
            .post, "/api/v1/imports", type: Multipart.type,
            body: Multipart.body(
                [("kind", "investment")], files: [.init("sheet", "a.csv", Self.changing)]), as: all)
        #expect(uploaded.status == 201)
        let place = try #require(uploaded.location)
        let json = try JSON.parse(Array(uploaded.text.utf8))
        #expect(json["preview"]?["commands"] == .integer(2))
        let order = ByteBuffer(string: "{\"seen\":\"\(json["seen"]?.stringValue ?? "")\"}")
        let narrow = WebSession.Kind.bearer(TokenScope(commands: ["commitment"]))
        let refused = try await walk.ask(
            .post, place + "/apply", type: "application/json", body: order, as: narrow)
        #expect(refused.status == 409 && refused.text.contains("范围包含该命令的令牌"))
        #expect(amount(made, "2024-10") == nil)
        let done = try await walk.ask(
            .post, place + "/apply", type: "application/json", body: order, as: all)
        let receipt = try JSON.parse(Array(done.text.utf8))
        #expect(done.status == 200 && receipt["state"] == .string("applied"))
        #expect(receipt["last"] == .integer(made.hall.city.size - 1))
    }
}
