package import Rulebook

package struct YearPlanned: EventBody {
    package static let type: StaticString = "project.year_planned"
    package var project = ProjectID.blank
    package var year = 0
    package var amount = Money.zero

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("project", &project)
        try visitor.field("year", &year)
        try visitor.field("amount", &amount)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.projects.update(project, at) {
            $0.plans[year] = Project.Plan(amount: amount, seq: at.seq)
        }
    }
}

/// Investment done in one month, in money; a later word on the same month replaces the earlier
/// in force, and both stand in the ledger.
package struct InvestmentReported: EventBody {
    package static let type: StaticString = "project.investment_reported"
    package var project = ProjectID.blank
    package var month = Month.blank
    package var amount = Money.zero

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("project", &project)
        try visitor.field("month", &month)
        try visitor.field("amount", &amount)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.projects.update(project, at) {
            let entry = Project.MonthlyInvestment(month: month, amount: amount, seq: at.seq)
            let index = $0.investment.lastIndex { $0.month <= month }
            if let index, $0.investment[index].month == month {
                $0.investment[index] = entry
            } else {
                $0.investment.insert(entry, at: index.map { $0 + 1 } ?? 0)
            }
        }
    }
}
