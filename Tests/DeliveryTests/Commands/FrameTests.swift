import Delivery
import Rulebook
import Testing

@Suite("Frames, sources and what carries them")
struct FrameTests {
    private let p1 = CodeName(unchecked: "P1")
    private let p3 = CodeName(unchecked: "P3")

    @Test("a frame declared again renames its lines and adds some")
    func declaredAgain() throws {
        // Given a frame of two lines
        var test = try TestCity.dalian()
        try test.declare()
        #expect(test.city.line(p1)?.name == "现代化产业体系")
        // When it is declared again with another name and a third line
        try test.accept(
            frame {
                $0.lines[0].name = "产业体系"
                $0.lines.append(Line(p3, "开放门户枢纽"))
            }, as: .dispatcher)
        // Then it is one frame still, with the new name and three lines
        #expect(test.city.frames.map(\.lines.count) == [3])
        #expect(test.city.line(p1)?.name == "产业体系")
        #expect(test.city.frame(of: p3)?.id == CodeName(unchecked: "six-constructions"))
        #expect(test.city.frames[0].seq == test.city.size - 1)
    }

    @Test("a line of another frame needs another id, and then both stand")
    func twoFrames() throws {
        var test = try TestCity.dalian()
        try test.declare()
        try test.accept(
            frame {
                $0.id = CodeName(unchecked: "three-centres")
                $0.lines = [Line(CodeName(unchecked: "Z1"), "航运中心")]
            }, as: .dispatcher)
        #expect(test.city.frames.map(\.id.text) == ["six-constructions", "three-centres"])
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("a source registered again is corrected and stays one")
    func source() throws {
        var test = try TestCity.dalian()
        try test.registerSource()
        var corrected = RegisterSource.example
        corrected.proposed.publisher = "示例市统计局"
        try test.accept(corrected, as: .dispatcher)
        let source = try #require(test.city.sources[corrected.proposed.id])
        #expect(test.city.sources.count == 1)
        #expect(source.publisher == "示例市统计局")
        #expect(source.records.count == 2)
        #expect(test.city.checkInvariants().isEmpty)
    }

    @Test("a project carries its lines, its provenance and its own word for the last stage")
    func project() throws {
        // Given a frame and a source
        var test = try TestCity.dalian()
        try test.declare()
        try test.registerSource()
        // When a project names them
        let source = RegisterSource.example.proposed.id
        try test.accept(
            revision("gov") {
                $0.track = .government
                $0.wording = "开街"
                $0.alignment = Alignment(p1, others: [CodeName(unchecked: "P2")])
                $0.provenance = Provenance(.stated, source, "A03")
                $0.provenance.doubt = .text("原文未写日期")
            }, as: .zhongshan)
        // Then it has them, and its last stage is called as it calls it
        let project = test.project("gov")
        #expect(project.profile.alignment.lines.map(\.text) == ["P1", "P2"])
        #expect(project.profile.provenance.reference == "A03")
        #expect(project.words(of: .inUse) == Words(zh: "开街", en: "In use"))
        #expect(project.words(of: .started) == Stage.started.words)
        // When it is revised with the doubt as it stands, then that is accepted
        let profile = project.profile
        #expect(test.refusal(of: revision("gov") { $0 = profile }, as: .zhongshan) == nil)
    }

    @Test("a report keeps the source's own word for a stage and when it was reached")
    func report() throws {
        var test = try TestCity.dalian()
        try test.registerSource()
        let source = RegisterSource.example.proposed.id
        try test.accept(
            DeliveryTests.report("p1") {
                $0.stage = .known(.producing)
                $0.wording = "连续投产"
                $0.reached = ObservedPeriod("2024-04")
                $0.provenance = Provenance(.stated, source, "A06")
            }, as: .zhongshan)
        let report = try #require(test.project().reports.last)
        #expect(report.wording == "连续投产")
        #expect(report.reached?.end == day("2024-04-30"))
        #expect(report.provenance.basis == .stated)
        #expect(test.project().stage == .producing)
    }
}
