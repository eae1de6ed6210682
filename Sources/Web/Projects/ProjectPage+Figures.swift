import Delivery
import Rulebook

extension ProjectPage.View {
    var investmentSection: HTML {
        guard !model.years.isEmpty else { return .empty }
        let unit = sight.unit
        let years = model.years.map { year -> HTML in
            let plan: HTML =
                year.plan.map { "\(t.exact($0.amount, unit)) \(visit.record($0.seq))" } ?? "–"
            let done: HTML = year.done.map { "\(t.exact($0, unit))" } ?? "–"
            let progress = year.progress.map { "\(t.tenths($0))%" } ?? "–"
            let bar = year.progress.map {
                Parts.bullet(done: $0, label: t(.doneOfPlan("\(t.tenths($0))%")))
            }
            return """
                <tr><th scope="row" class="nowrap">\(year.year)</th><td class="num">\(plan)</td>\
                <td class="num">\(done)</td><td class="num">\(progress)</td><td>\(bar)</td></tr>
                """
        }
        return section(
            .investmentAgainstPlan, t.data(t.unit(unit)),
            """
            <div class="scroll" tabindex="0"><table><thead><tr><th scope="col">\(t(.year))</th>\
            <th scope="col" class="num">\(t(.plan))</th>\
            <th scope="col" class="num">\(t(.done))</th>\
            <th scope="col" class="num">%</th><th scope="col">\(t(.doneOfPlanHead))</th></tr>\
            </thead>
            <tbody>\(years)</tbody></table></div>
            \(investmentCharts)
            """)
    }

    var reportSection: HTML {
        guard !model.reports.isEmpty else { return .empty }
        let hasStage = model.reports.contains { $0.report.stage != nil }
        let stageHead: HTML = hasStage ? "<th scope=\"col\">\(t(.stage))</th>" : ""
        let rows = model.reports.map { line in row(line, hasStage: hasStage) }
        return section(
            .reports(model.reports.count), "\(t(.reportsNote))",
            """
            <div class="scroll" tabindex="0"><table><thead><tr><th scope="col">\
            \(t(.reportedAsOf))</th>\
            \(stageHead)<th scope="col" class="num">\(t(.totalInvestment)) \
            <small>\(t.data(t.unit(sight.unit)))</small></th>\
            <th scope="col" class="num">\(t(.change))</th>\
            <th scope="col">\(t(.completionForecast))</th>\
            <th scope="col" class="num">\(t(.change))</th>\
            <th scope="col" class="num">\(t(.record))</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """)
    }

    private func row(_ line: ProjectPage.Model.ReportLine, hasStage: Bool) -> HTML {
        let report = line.report
        let unit = sight.unit
        let stage: HTML =
            hasStage ? "<td>\(t.known(report.stage) { "\(t($0.words))" })</td>" : ""
        let change = t.known(report.totalInvestmentChange) { money -> HTML in
            let shape: HTML = money.minor > 0 ? "down" : money.minor < 0 ? "up" : "mute"
            let sign: HTML = money.minor > 0 ? "+" : ""
            return "<span class=\"\(shape)\">\(sign)\(t.amount(money, unit))</span>"
        }
        let days: HTML =
            report.completionChange.map { days in
                let shape: HTML = days > 0 ? "down" : days < 0 ? "up" : "mute"
                let words = days > 0 ? "+\(t.count(days))" : t.count(days)
                return "<span class=\"\(shape)\">\(t(.days(words)))</span>"
            } ?? "<span class=\"mute\">–</span>"
        return """
            <tr><th scope="row" class="nowrap">\(t.day(report.asOf))</th>\(stage)\
            <td class="num">\(t.known(report.totalInvestment) { t.amount($0, unit) })</td>\
            <td class="num">\(change)</td>\
            <td>\(t.known(report.completion) { "\(t.day($0))" })</td>\
            <td class="num">\(days)</td><td class="num">\(visit.record(report.seq))</td></tr>
            """
    }
}
