import Delivery
import Rulebook

extension ProjectPage.View {
    /// The stages against their plan, drawn from a table of days; nothing where fewer than two
    /// days are known.
    var stageChart: HTML {
        let lines = model.stages.filter { !$0.isEmpty }
        let days = lines.flatMap { line in
            [line.baseline, line.forecast, line.pending?.day, line.recognised?.recognisedDay]
                .compactMap { $0 }
        }
        guard Set(days).count > 1 else { return .empty }
        let rows = lines.map { line -> HTML in
            """
            <tr><th scope="row">\(t(line.stage.words))</th>\(cell(line.baseline))\
            \(cell(line.forecast))\(cell(line.pending?.day))\
            \(cell(line.recognised?.recognisedDay))</tr>

            """
        }
        let today = sight.city.day.map { day -> HTML in
            " data-today=\"\(day.description)\" data-today-name=\"\(t(.today))\""
        }
        return """
            <figure class="chart" data-chart="stages"\(today)><figcaption>\(stageTitle(lines))\
            </figcaption><div class="behind scroll" tabindex="0" data-fold="\(t(.tableBehind))">\
            <table><caption class="hidden">\(t(.stages))</caption><thead><tr>\
            <th scope="col">\(t(.stage))</th><th scope="col">\(t(.baseline))</th>\
            <th scope="col">\(t(.forecast))</th><th scope="col">\(t(.claimPending))</th>\
            <th scope="col">\(t(.recognised))</th></tr></thead><tbody>\(rows)</tbody></table></div>\
            </figure>
            """
    }

    private func cell(_ day: Day?) -> HTML {
        guard let day else { return "<td class=\"mute\">–</td>" }
        return "<td data-v=\"\(day.description)\">\(t.day(day))</td>"
    }

    /// How the furthest planned stage that was reached, or else is expected, lies to its plan.
    private func stageTitle(_ lines: [ProjectPage.Model.StageLine]) -> String {
        let told = lines.last { line in
            line.baseline != nil && (line.recognised != nil || line.forecast != nil)
        }
        guard let told, let baseline = told.baseline,
            let day = told.recognised?.recognisedDay ?? told.forecast
        else { return t(.stagesInTime) }
        let days = baseline.days(to: day)
        return t(
            told.recognised == nil
                ? .expectedAgainstPlan(told.stage.words, days)
                : .reachedAgainstPlan(told.stage.words, days))
    }

    /// Each year's investment, month by month and all of it, against the year's plan.
    var investmentCharts: HTML {
        let years = model.years.filter { $0.months.count > 1 }
        return .joined(years.map(chart), by: "\n")
    }

    private func chart(_ year: ProjectPage.Model.YearLine) -> HTML {
        let unit = sight.unit
        var sum = Money.zero as Money?
        let rows = year.months.map { month -> HTML in
            sum = sum?.adding(month.amount)
            let all = sum.map { t.exact($0, unit) } ?? "–"
            return """
                <tr><th scope="row">\(t.shortMonth(month.month))</th>\
                <td class="num" data-v="\(unit.text(month.amount))">\
                \(t.exact(month.amount, unit))</td>\
                <td class="num" data-v="\(sum.map(unit.text) ?? "")">\(all)</td>\
                <td class="num">\(visit.record(month.seq))</td></tr>

                """
        }
        let plan = year.plan.map { plan -> HTML in
            """
             data-plan="\(unit.text(plan.amount))" data-plan-name="\(t(.plan)) \
            \(t.exact(plan.amount, unit))"
            """
        }
        return """
            <figure class="chart" data-chart="against"\(plan)><figcaption>\(title(year))\
            </figcaption><div class="behind scroll" tabindex="0" data-fold="\(t(.tableBehind))">\
            <table><caption class="hidden">\(t(.byMonth))</caption><thead><tr>\
            <th scope="col">\(t(.month))</th><th scope="col" class="num">\(t(.doneInMonth))</th>\
            <th scope="col" class="num">\(t(.doneSoFar))</th>\
            <th scope="col" class="num">\(t(.record))</th></tr></thead><tbody>\(rows)</tbody>\
            </table></div></figure>
            """
    }

    private func title(_ year: ProjectPage.Model.YearLine) -> HTML {
        let unit = sight.unit
        let done = year.done.map { t.exact($0, unit) } ?? "–"
        let amount: HTML = "\(done) \(t.data(t.unit(unit)))"
        guard let progress = year.progress else {
            return t.sentence(.doneInYear, ["\(year.year)", amount])
        }
        return t.sentence(.doneInYearOfPlan, ["\(year.year)", amount, "\(t.tenths(progress))%"])
    }
}
