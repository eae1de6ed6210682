import Delivery
import Reports
import Rulebook
import Testing

@Suite("Bulletins")
struct BulletinTests {
    private func row(_ unit: String, _ bulletin: Bulletin) throws -> Bulletin.Row {
        try #require(bulletin.groups.flatMap(\.rows).first { $0.unit == unit })
    }

    @Test("a unit's movement is its change of rank since the period before")
    func movement() async throws {
        // Given three units of which the first two change places in February
        let made = try await MadeCity()
        try await made.score("x", a: ["1", "5"])
        try await made.score("y", a: ["2", "4"])
        try await made.score("z", a: ["0"])
        made.at("2024-03-20")
        try await made.register(project: "p")
        // When
        let january = try made.bulletin("2024-01")
        let february = try made.bulletin("2024-02")
        // Then nothing can be compared in the first month under these rules
        for unit in ["x", "y", "z", "w"] { #expect(try row(unit, january).movement == .unknown) }
        #expect(try row("x", february).movement == .up(1))
        #expect(try row("y", february).movement == .down(1))
        #expect(try row("z", february).movement == .same)
        #expect(try row("w", february).movement == .same)
    }

    @Test("a unit that came from another group has no movement within its new one")
    func newGroup() async throws {
        let made = try await MadeCity()
        for unit in ["x", "y", "z", "w"] { try await made.score(unit, a: ["1"]) }
        try await made.ask(
            GroupOrganization {
                $0.organization = OrganizationID(unchecked: "z")
                $0.group = "二组"
                $0.from = Day("2024-02-10") ?? .earliest
            })
        made.at("2024-03-20")
        try await made.register(project: "p")
        let february = try made.bulletin("2024-02")
        #expect(february.groups.map { $0.rows.count } == [2, 2])
        #expect(try row("z", february).movement == .unknown)
        #expect(try row("w", february).movement == .same)
    }

    @Test("the reason is where a unit differs most from the first, the first from the second")
    func reasons() async throws {
        let made = try await MadeCity()
        try await made.score("x", a: ["5"], b: ["9.25"])
        try await made.score("y", a: ["6"], b: ["2"])
        try await made.score("z", a: ["6"], b: ["2"])
        try await made.find("f", at: "z", .major, on: "2024-01-05")
        let january = try made.bulletin("2024-01")
        #expect(
            try row("x", january).reason == .leads(.indicator("b"), by: #require(Rational("7.25"))))
        #expect(
            try row("y", january).reason == .trails(.indicator("b"), by: #require(Rational("7.25")))
        )
        #expect(try row("w", january).reason == .alone)
        let text = january.text(in: .zh)
        #expect(text.tables[0].rows.map { $0.last ?? "" }.prefix(2) == ["开工领先7.25分", "开工落后7.25分"])
    }

    @Test("a penalty can be the reason, and equal ranks have none")
    func penalties() async throws {
        let made = try await MadeCity()
        for unit in ["x", "y", "z"] { try await made.score(unit, a: ["4"], b: ["4"]) }
        try await made.find("f", at: "z", .major, on: "2024-01-05")
        let january = try made.bulletin("2024-01")
        #expect(try row("x", january).rank == 1 && row("y", january).rank == 1)
        #expect(try row("x", january).reason == .level && row("y", january).reason == .level)
        #expect(try row("z", january).reason == .trails(.penalty, by: Rational(2)))
        #expect(try row("z", january).penalty == "2")
        #expect(january.text(in: .zh).tables[0].columns.map(\.head).contains("扣分"))
        #expect(january.text(in: .en).tables[0].rows[2].last == "2.00 more in penalties")
    }

    @Test("a vetoed unit is told so, and nobody is measured against it")
    func veto() async throws {
        let made = try await MadeCity()
        try await made.score("x", a: ["9"])
        try await made.score("y", a: ["8"])
        try await made.score("z", a: ["7"])
        try await made.find("f", at: "x", .fraud, on: "2024-01-05")
        let january = try made.bulletin("2024-01")
        #expect(try row("x", january).vetoed && row("x", january).reason == .vetoed)
        // Only one indicator applies, so its scores weigh double.
        #expect(try row("y", january).reason == .leads(.indicator("a"), by: Rational(2)))
    }

    @Test("ranks on an indicator are shared by equal scores and leave out whom it does not suit")
    func marks() async throws {
        let made = try await MadeCity()
        try await made.score("x", a: ["3"], b: ["1"])
        try await made.score("y", a: ["3"])
        try await made.score("z", a: ["1"], b: ["2"])
        let january = try made.bulletin("2024-01")
        #expect(try ["x", "y", "z"].map { try row($0, january).marks[0].rank } == [1, 1, 3])
        #expect(try ["x", "y", "z"].map { try row($0, january).marks[1].rank } == [2, nil, 1])
        #expect(try row("y", january).marks[1].points == nil)
    }

    @Test("refused claims are counted as they stood at the cut-off, with those made good")
    func uncounted() async throws {
        // Given two refused claims, one of them claimed anew, and one refused after the cut-off
        let made = try await MadeCity()
        for unit in ["x", "y", "z", "w"] { try await made.score(unit, a: ["1"]) }
        for id in ["p", "q", "r"] {
            try await made.register(project: id)
            try await made.claim(id, .signed, "2024-01-08")
        }
        try await made.refuse("p", 1)
        try await made.refuse("q", 1)
        try await made.claim("p", .signed, "2024-01-09")
        try await made.recognise("p", 2, "2024-01-09")
        made.at("2024-02-20")
        try await made.refuse("r", 1)
        // When
        let january = try made.bulletin("2024-01")
        // Then
        let counts = january.uncounted["x"]
        #expect(counts.refused == 2 && counts.madeGood == 1 && counts.pending == 1)
        #expect(january.uncounted.total == counts && january.uncounted["y"].rejected == 0)
        let said = january.text(in: .zh).sections[0].paragraph
        #expect(
            said
                == "2024年1月申报的环节中，不予认定或撤销认定2项（各地区项数见表），"
                + "其中1项经重新申报已获认定；尚未认定1项，未计入。")
    }

    @Test("a period that has not begun has no bulletin, and one not over is provisional")
    func provisional() async throws {
        let made = try await MadeCity()
        for unit in ["x", "y", "z", "w"] { try await made.score(unit, a: ["1"]) }
        #expect(throws: BulletinFailure.self) { try made.bulletin("2024-02") }
        #expect(try made.bulletin("2024-01").basis.isProvisional)
        #expect(try made.bulletin("2024-01").text(in: .zh).notes[1].contains("暂定"))
        made.at("2024-02-05")
        try await made.register(project: "p")
        #expect(try made.bulletin("2024-01").basis.isProvisional)
        made.at("2024-02-06")
        try await made.register(project: "q")
        #expect(try !made.bulletin("2024-01").basis.isProvisional)
        #expect(throws: BulletinFailure.self) { try made.bulletin("2025-01") }
    }

    @Test("the city's government issues it on the city's day, unless told otherwise")
    func head() async throws {
        let made = try await MadeCity()
        for unit in ["x", "y", "z", "w"] { try await made.score(unit, a: ["1"]) }
        let text = try made.bulletin("2024-01").text(in: .zh)
        #expect(text.issuer == "大连市人民政府" && text.date == "2024年1月10日")
        #expect(text.title == "关于2024年1月“赛马”情况的通报" && text.number == nil)
        #expect(text.opening.contains("《示例办法》（1版），对4个地区分2组就2024年1月情况"))
    }

    @Test(
        "periods are called as official documents call them",
        arguments: [
            ("2024-01", "2024年1月"), ("2024-10", "2024年10月"), ("2024-Q3", "2024年第三季度"),
            ("2024-H1", "2024年上半年"), ("2024", "2024年"),
        ])
    func periods(period: String, words: String) throws {
        #expect(ReportLanguage.zh.period(try MadeCity.period(period)) == words)
    }
}
