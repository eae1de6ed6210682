import Delivery
import Ledger

extension Overview.View {
    /// What is red and yellow, and whose it is.
    var watch: HTML {
        let list = model.watch
        let all = visit.link("/watch")
        guard !list.items.isEmpty else {
            return Parts.section(
                t(.toWatch), nil, "<div class=\"empty\"><p>\(t(.nothingToWatch))</p></div>")
        }
        let words = WatchWords(sight: sight, visit: visit)
        let rows = list.items.prefix(7).map { item -> HTML in
            """
            <tr><td class="fit">\(words.light(item.light))</td>\
            <td>\(words.subject(item))<br>\
            <small>\(words.owner(item)) · \(words.reason(item))</small></td>\
            <td class="num small">\(words.time(item))</td></tr>

            """
        }
        let lights = WatchList.Light.allCases.map { light -> HTML in
            let link = visit.link(Link("/watch").with("light", light.rawValue))
            return """
                <a class="light \(light.rawValue)" href="\(link)">\(t(light.words)) \
                \(t.count(list.count(light)))</a>
                """
        }
        return Parts.section(
            t(.toWatch), "\(HTML.joined(lights, by: " · ")) · <a href=\"\(all)\">\(t(.seeAll))</a>",
            """
            <table class="watch"><thead class="hidden"><tr><th scope="col">\(t(.light))</th>\
            <th scope="col">\(t(.what))</th><th scope="col">\(t(.since))</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            """)
    }

    /// Which yearly targets are ahead of schedule or behind it.
    var targets: HTML {
        guard let board = model.targets, !board.measures.isEmpty else { return .empty }
        let words = TargetWords(visit: visit)
        let rows = board.measures.compactMap { measure -> HTML? in
            guard let line = measure.whole ?? measure.units.first else { return nil }
            return """
                <tr><th scope="row">\(t.data(t(measure.title)))<br>\
                <small>\(words.pace(line))</small></th>\
                <td class="wide-bar">\(words.bullet(line))\(behind(measure))</td>\
                <td class="num">\(words.amounts(line))</td></tr>

                """
        }
        let all = visit.link("/targets")
        return Parts.section(
            t(.yearlyTargets),
            "\(t(.markIsSchedule)) · <a href=\"\(all)\">\(t(.seeAll))</a>",
            """
            <table class="targets"><thead class="hidden"><tr><th scope="col">\(t(.measure))</th>\
            <th scope="col">\(t(.attainment))</th><th scope="col">\(t(.done))</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            """)
    }

    /// The unit that lies furthest behind.
    private func behind(_ measure: TargetBoard.Measure) -> HTML {
        guard let last = measure.units.first, last.pace == .farBehind || last.pace == .behind,
            let unit = last.unit
        else { return .empty }
        return """
            <small>\(sight.link(unit, visit)) \(TargetWords(visit: visit).plainPace(last))</small>
            """
    }

    var records: HTML {
        guard !model.recent.isEmpty else { return .empty }
        let rows = model.recent.map { entry -> HTML in
            let record = entry.record
            let who = OrganizationID(record.org).flatMap { sight.city.organizations[$0] }
                .map { t.name($0) }
            let subject = sight.subject(of: record, visit)
            return """
                <tr><td class="small fit">\(sight.moment(record.at))</td>\
                <td>\(who) <b>\(t(EventWords.of(record.type)))</b> \(subject)</td>\
                <td class="num">\(visit.record(record.seq))</td></tr>
                """
        }
        let all = visit.link("/ledger")
        return Parts.section(
            t(.latestRecords), "<a href=\"\(all)\">\(t(.all))</a>",
            """
            <table><thead class="hidden"><tr><th scope="col">\(t(.recordedAt))</th>\
            <th scope="col">\(t(.what))</th><th scope="col">\(t(.record))</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            """)
    }
}
