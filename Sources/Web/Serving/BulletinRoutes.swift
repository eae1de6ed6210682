import CityHall
import Delivery
import Hummingbird
import Reports
import Rulebook

/// A race's bulletin: a sheet of paper to read and print, and the files that offices pass on.
struct BulletinRoutes {
    let races: RaceRoutes

    func add(to router: Router<WebContext>) {
        let path = "/races/{rulebook}/{period}/bulletin"
        router.get(RouterPath(path)) { [self] request, context in
            let visit = Visit(request, context)
            let asked = try RaceRequest(context, visit)
            let bulletin = try await bulletin(asked)
            let style = "bulletin.css"
            let address = races.shell.address(of: style) ?? "/assets/\(style)"
            var reply = Reply(
                .html,
                bulletin.html(
                    in: visit.language.ofReports, stylesheet: .at(address),
                    icon: races.shell.address(of: "mark.svg"),
                    ways: ways(asked, visit)))
            reply.language = visit.language
            return reply.response(to: request)
        }
        router.get(RouterPath(path + ".docx")) { [self] request, context in
            let visit = Visit(request, context)
            let asked = try RaceRequest(context, visit)
            let bytes = try await bulletin(asked).docx(in: visit.language.ofReports)
            return file(.docx, bytes, asked, visit).response(to: request)
        }
        router.get(RouterPath(path + ".xlsx")) { [self] request, context in
            let visit = Visit(request, context)
            let asked = try RaceRequest(context, visit)
            let bytes = try await bulletin(asked).xlsx(in: visit.language.ofReports)
            return file(.xlsx, bytes, asked, visit).response(to: request)
        }
    }

    private func file(
        _ kind: Reply.Kind, _ bytes: [UInt8], _ asked: RaceRequest, _ visit: Visit
    ) -> Reply {
        var reply = Reply(kind, bytes)
        reply.language = visit.language
        reply.fileName = "bulletin-\(asked.period).\(kind == .docx ? "docx" : "xlsx")"
        return reply
    }

    private func bulletin(_ asked: RaceRequest) async throws -> Bulletin {
        let looked = try await races.run(asked)
        let before = await races.previous(asked, in: looked.city)
        do throws(BulletinRefusal) {
            return try Bulletin(
                looked.result.prepared, looked.result.scored, before: before?.standings,
                in: looked.city, head: Bulletin.Head(in: looked.city))
        } catch {
            switch error {
            case .periodNotBegun(let period, let today):
                throw Trouble.notBegun(period, today: today)
            }
        }
    }

    private func ways(_ asked: RaceRequest, _ visit: Visit) -> [Bulletin.Way] {
        let race = Link("/races/\(asked.rulebook)/\(asked.period.description)")
        let here = race.appending("bulletin")
        let other = visit.language.other
        return [
            Bulletin.Way(visit.t(.standings), visit.inTime(race).text),
            Bulletin.Way("DOCX", visit.inTime(race.appending("bulletin.docx")).text),
            Bulletin.Way("XLSX", visit.inTime(race.appending("bulletin.xlsx")).text),
            Bulletin.Way(
                other == .zh ? "中文" : "English",
                visit.inTime(here).with("lang", other.rawValue).text, language: other.ofReports),
        ]
    }
}

extension Trouble {
    fileprivate static func notBegun(_ period: Period, today: Day) -> Trouble {
        Trouble(
            .notFound, "period_not_begun", Phrase("这一期还没有开始", "The period has not begun"),
            Phrase(
                "\(period) 自 \(period.start) 起，今天是 \(today)；请选已经开始的月份。",
                "\(period) begins on \(period.start), and today is \(today); choose a period that "
                    + "has begun."))
    }
}

extension Language {
    /// As reports call it.
    var ofReports: ReportLanguage {
        switch self {
        case .zh: .zh
        case .en: .en
        }
    }
}
