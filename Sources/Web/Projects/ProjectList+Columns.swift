import Delivery
import Rulebook

extension ProjectList.View {
    /// Every column there is, in order; the name always shows.
    var allColumns: [Column<ProjectRow>] {
        let (t, visit) = (t, visit)
        let year = sight.city.day?.year ?? 0
        var columns = [nameColumn, districtColumn]
        columns.append(
            Column(
                "stage", .stage, sorts: true, text: { StageWords.plain($0, t) },
                html: { StageWords.html($0, t) }))
        columns.append(
            Column("industry", .industry, text: { $0.industry ?? "" }) { t.data($0.industry ?? "") }
        )
        columns.append(
            Column("investor", .investor, text: { $0.investor ?? "" }) { t.data($0.investor ?? "") }
        )
        columns.append(
            Column(
                "strategic", .strategicShort, text: { t($0.isStrategic ? .yes : .no) },
                html: { "\($0.isStrategic ? t(.yes) : "")" }))
        columns.append(money("total", .totalInvestment, model.total) { $0.total })
        columns.append(
            money("plan", .planOf(year), model.plan) { $0.plan.map { .known($0) } })
        columns.append(
            money("invested", .investedIn(year), model.invested) { $0.invested.map { .known($0) } })
        columns.append(progressColumn)
        columns.append(
            Column(
                "changed", .lastRecord, isNumber: true, sorts: true,
                text: { String($0.lastRecord) },
                html: { visit.record($0.lastRecord) }))
        return columns
    }

    /// The columns asked for, or those shown as a rule.
    var columns: [Column<ProjectRow>] {
        let shown = model.chosen.isEmpty ? standardColumns : model.chosen
        return allColumns.filter { $0.key == "name" || shown.contains($0.key) }
    }

    var standardColumns: Set<String> {
        let always: Set = ["district", "stage", "total", "changed"]
        return sight.projects.hasPlans ? always.union(["plan", "invested", "progress"]) : always
    }

    private var nameColumn: Column<ProjectRow> {
        let (t, visit) = (t, visit)
        return Column("name", .project, sorts: true, isHeading: true, text: \.name) { row in
            let link = visit.link("/projects/\(row.id.text)")
            return """
                <a href="\(link)">\(t.data(row.name))</a> <small class="mute">\(row.id.text)</small>
                """
        }
    }

    private var districtColumn: Column<ProjectRow> {
        let (t, visit, sight) = (t, visit, sight)
        return Column(
            "district", .district,
            text: { row in
                row.districts.map { sight.plainName($0, t) }.joined(separator: "; ")
            },
            html: { row in
                let comma: HTML = t.language == .zh ? "、" : ", "
                return .joined(row.districts.map { sight.link($0, visit) }, by: comma)
            })
    }

    private var progressColumn: Column<ProjectRow> {
        let t = t
        var column = Column<ProjectRow>(
            "progress", .doneOfPlanHead, unit: "%", isNumber: true, sorts: true,
            text: { row in row.progress.map { "\($0 / 10).\($0 % 10)" } ?? "" },
            html: { row in
                guard let progress = row.progress else { return "<span class=\"mute\">–</span>" }
                return "\(t.tenths(progress))"
            })
        if let plan = model.plan.amount?.minor, plan > 0, let done = model.invested.amount?.minor {
            column.total = "\(t.tenths(Int(clamping: Int128(done) * 1000 / Int128(plan))))"
        }
        return column
    }

    private func money(
        _ key: String, _ title: Phrase, _ sum: ProjectList.Model.Sum,
        _ value: @escaping @Sendable (ProjectRow) -> Known<Money>?
    ) -> Column<ProjectRow> {
        let (t, unit) = (t, sight.unit)
        var column = Column<ProjectRow>(
            key, title, unit: t.unit(unit), isNumber: true, sorts: true,
            text: { row in value(row)?.value.map(unit.text) ?? "" },
            html: { row in t.known(value(row)) { t.amount($0, unit) } })
        if let amount = sum.amount {
            let missing: HTML =
                sum.unknown == 0 || key != "total"
                ? "" : "<br><small>\(t(.notCounted(sum.unknown)))</small>"
            column.total = "\(t.amount(amount, unit))\(missing)"
        }
        return column
    }
}
