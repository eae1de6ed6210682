import Delivery
import Interchange
import JSON
import Rulebook
import Testing

@Suite("Figures, commitments and blockers from sheets")
struct FigureTests {
    private let ground = [
        """
        {"cmd":"source.register","id":"s1","title":"统计公报"}
        """,
        """
        {"cmd":"indicator.register","id":"fdi","name":"实际利用外资","unit":"亿美元",
         "direction":"higher","frequency":"month","basis":"year_to_date","decimals":1}
        """,
    ]

    private func city() throws -> TestCity {
        var city = try TestCity.small()
        for line in ground { try city.run(JSON.parse(Array(line.utf8)).canonical()) }
        return city
    }

    private let mapping = """
        mapping: figures
        schema: 1
        sheet: {kind: csv}
        records:
        - entity: indicator.observation
          fields:
            indicator: {column: 指标, type: code, values: {实际利用外资: fdi}}
            organization: {column: 地区, type: organization, kind: district, blank: omit}
            period: {column: 期间, type: text}
            figure: {column: 数值}
            growth: {column: 同比, type: number, blank: omit}
            provenance: {constant: stated}
            source: {constant: s1}
            reference: {column: 出处, type: text, blank: omit}
            reason: {constant: 公报修订}

        """
    private let header = "指标,地区,期间,数值,同比,出处\n"

    private func series(_ city: TestCity, of house: String? = nil) -> Series {
        city.city.indicators.series(
            IndicatorID(unchecked: "fdi"),
            of: house.map { OrganizationID(unchecked: $0) })
    }

    @Test("A sheet of figures comes in, and the same sheet again changes nothing")
    func figures() throws {
        // Given figures of the city and of a district, one of them said to be of a month
        var city = try city()
        let sheet =
            header + "实际利用外资,,2024-01..2024-09,15.7,93.8,F35\n实际利用外资,东区,2024-09,3.2,,\n"
        // When they are taken in
        let plan = try city.plan(mapping, sheet)
        #expect(plan.preview.rejected == [])
        #expect(plan.preview.entities.map(\.new) == [2])
        try city.run(plan)
        // Then each stands in its series, with what it rests on
        let time = ObservedPeriod("2024-01..2024-09") ?? .blank
        let standing = try #require(series(city).standing(time))
        #expect(standing.figure == .exact(Decimal("15.7") ?? .zero))
        #expect(standing.growth?.description == "93.8")
        #expect(standing.provenance.reference == "F35")
        #expect(series(city, of: "east").points.map(\.period) == [time])
        // And a second time there is nothing to do
        #expect(try city.plan(mapping, sheet).preview.isUnchanged)
    }

    @Test("A changed figure is a further vintage, and without a reason it is refused by its row")
    func revised() throws {
        var city = try city()
        let row = "实际利用外资,,2024-01..2024-09,15.7,93.8,F35\n"
        try city.run(try city.plan(mapping, header + row))
        // When the sheet says another number
        let changed = header + row.replacing("15.7", with: "15.8")
        let plan = try city.plan(mapping, changed)
        #expect(plan.preview.entities.map(\.changed) == [1])
        #expect(plan.preview.changes.map { $0.fields.map(\.field) } == [["figure"]])
        try city.run(plan)
        // Then both vintages stand
        let vintages = series(city).points.map(\.vintages)
        #expect(vintages.map(\.count) == [2])
        #expect(vintages[0][1].reason == .text("公报修订"))
        #expect(vintages[0][1].growth?.description == "93.8")
        // When another mapping names no reason, then the city refuses the row
        let bare = mapping.replacing("    reason: {constant: 公报修订}\n", with: "")
        let refused = try city.plan(bare, changed.replacing("15.8", with: "15.9")).preview.rejected
        #expect(refused.map(\.refusal) == [.textMissing])
        #expect(refused.map(\.row) == [2])
    }

    @Test("A figure without a time is known again by why it has none")
    func undated() throws {
        var city = try city()
        let indicator = """
            {"cmd":"indicator.register","id":"labs","name":"实验室团队","unit":"个",
             "direction":"higher","frequency":"once","basis":"level","decimals":0}
            """
        try city.run(JSON.parse(Array(indicator.utf8)).canonical())
        let mapping = mapping.replacing("实际利用外资: fdi", with: "实验室团队: labs")
            .replacing(
                "{column: 期间, type: text}",
                with: "{column: 期间, type: code, values: {目前: {undated: current}}}")
        let sheet = header + "实验室团队,,目前,200多,,\n"
        let plan = try city.plan(mapping, sheet)
        #expect(plan.preview.rejected == [])
        try city.run(plan)
        let series = city.city.indicators.series(IndicatorID(unchecked: "labs"))
        #expect(series.standing(.undated(.current))?.figure == .atLeast(Decimal(200)))
        #expect(try city.plan(mapping, sheet).preview.isUnchanged)
    }

    @Test("Indicators and their targets come in and are changed by a sheet")
    func indicators() throws {
        var city = try city()
        let mapping = """
            mapping: indicators
            schema: 1
            sheet: {kind: csv}
            records:
            - entity: indicator
              fields:
                id: {column: 编号, type: text}
                name: {column: 名称, type: text}
                unit: {column: 单位, type: text, blank: omit}
                direction: {constant: higher}
                frequency: {constant: month}
                basis: {constant: year_to_date}
                decimals: {constant: 1}
            - entity: indicator.target
              fields:
                indicator: {column: 编号, type: text}
                year: {constant: 2024}
                setter: {constant: city}
                amount: {column: 年度目标, type: number}

            """
        let sheet = "编号,名称,单位,年度目标\nfdi,实际使用外资,亿美元,15\nexport,出口额,亿元,2000\n"
        let plan = try city.plan(mapping, sheet)
        #expect(plan.preview.rejected == [])
        #expect(plan.preview.entities.map(\.new) == [1, 2])
        #expect(plan.preview.entities.map(\.changed) == [1, 0])
        try city.run(plan)
        let fdi = try #require(city.city.indicators[IndicatorID(unchecked: "fdi")])
        #expect(fdi.profile.name == "实际使用外资")
        #expect(fdi.targets(of: nil, in: 2024).map(\.amount) == [Decimal(15)])
        #expect(try city.plan(mapping, sheet).preview.isUnchanged)
        let raised = try city.plan(mapping, sheet.replacing(",15\n", with: ",16\n"))
        #expect(raised.preview.entities.map(\.changed) == [0, 1])
    }

    @Test(
        "A list of commitments comes in as drafts, which a sheet may change until they are issued")
    func commitments() throws {
        var city = try city()
        let mapping = """
            mapping: commitments
            schema: 1
            sheet: {kind: csv}
            records:
            - entity: commitment
              fields:
                id: {column: 序号, type: text, prefix: c-}
                kind: {column: 类别, type: code, values: {任务: task, 机制: mechanism}}
                title: {column: 事项, type: text}
                criterion: {column: 完成标准, type: text}
                lead: {column: 牵头单位, type: organization}
                supporting:
                  column: 配合单位
                  type: list
                  separator: [、]
                  of: organization
                  blank: omit
                post: {column: 责任人, type: text}
                due: {column: 时限, type: date, formats: [yyyy-MM-dd]}
                renewal: {column: 周期, type: code, values: {每月: month}, blank: omit}
                districts:
                  {column: 责任地区, type: list, separator: [、], of: organization, blank: omit}

            """
        let header = "序号,类别,事项,完成标准,牵头单位,配合单位,责任人,时限,周期,责任地区\n"
        let sheet =
            header + "1,任务,开工 20 个项目,取得施工许可,东区,交通局、西区,区长,2024-12-31,,\n"
            + "2,机制,每月调度,印发办法,交通局,,局长,2024-06-30,每月,东区、西区\n"
        let plan = try city.plan(mapping, sheet)
        #expect(plan.preview.rejected == [])
        #expect(plan.preview.entities.map(\.new) == [2])
        try city.run(plan)
        let first = try #require(city.city.commitments[CommitmentID(unchecked: "c-1")])
        #expect(first.profile.supporting.map(\.text) == ["roads", "west"])
        #expect(first.profile.criterion == .text("取得施工许可"))
        #expect(first.profile.renewal == nil && first.profile.districts.isEmpty)
        let second = try #require(city.city.commitments[CommitmentID(unchecked: "c-2")])
        #expect(second.profile.renewal == .month)
        #expect(second.profile.districts.map(\.text) == ["east", "west"])
        #expect(try city.plan(mapping, sheet).preview.isUnchanged)
        // When a draft is changed by the sheet
        let moved = sheet.replacing("2024-12-31", with: "2024-11-30")
        try city.run(try city.plan(mapping, moved))
        #expect(city.city.commitments[first.id]?.profile.due == Day("2024-11-30"))
        // Then once it is issued the sheet changes it no more, and says which row
        for line in [
            #"{"cmd":"organization.register","id":"office","kind":"department","name":"督查室","#
                + #""from":"2020-01-01"}"#,
            #"{"cmd":"commitment.issue","commitment":"c-1","day":"2024-02-01"}"#,
        ] { try city.run(Array(line.utf8)) }
        let rejected = try city.plan(mapping, sheet).preview.rejected
        #expect(rejected.map(\.refusal) == [.commitmentIssued])
        #expect(rejected.map(\.row) == [2])
    }

    @Test("Blockers come in once, and a sheet that says something else of one is refused")
    func blockers() throws {
        var city = try city()
        let project =
            #"{"cmd":"project.register","from":"2024-01-01","id":"p1","lead":"east","name":"甲","#
            + #""track":"attracted"}"#
        try city.run(Array(project.utf8))
        let mapping = """
            mapping: blockers
            schema: 1
            sheet: {kind: csv}
            records:
            - entity: blocker
              fields:
                id: {column: 序号, type: text, prefix: b-}
                project: {column: 项目, type: project}
                kind: {column: 类型, type: code, values: {用地: land, 环评: environment}}
                organization: {column: 提出单位, type: organization, kind: district}
                tier: {constant: bureau}
                handler: {column: 协调单位, type: organization}
                day: {column: 日期, type: date, formats: [yyyy-MM-dd]}
                note: {column: 问题, type: text}

            """
        let sheet = "序号,项目,类型,提出单位,协调单位,日期,问题\n1,甲,用地,东区,交通局,2024-05-06,指标未落实\n"
        let plan = try city.plan(mapping, sheet)
        #expect(plan.preview.rejected == [])
        try city.run(plan)
        let blocker = try #require(city.city.blockers[BlockerID(unchecked: "b-1")])
        #expect(blocker.tier == .bureau && blocker.handler.text == "roads")
        #expect(try city.plan(mapping, sheet).preview.isUnchanged)
        let other = sheet.replacing("用地", with: "环评")
        #expect(try city.plan(mapping, other).preview.rejected.map(\.refusal) == [.blockerTaken])
    }
}
