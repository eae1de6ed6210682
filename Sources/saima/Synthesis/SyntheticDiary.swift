import Delivery
import Rulebook

/// What happens on which day of the made-up year, each act a few bytes until its day comes.
struct SyntheticDiary: Sendable {
    struct Act: Sendable {
        enum Kind: UInt8, Sendable {
            case register, plan, schedule, claim, rule, enter, invest
        }

        var project: Int32
        var kind: Kind
        /// The claim's place, or the month.
        var place: UInt8 = 0
    }

    let projects: [SyntheticProject]
    private(set) var days: [[Act]]

    init(scale: Int, _ random: inout SeededRandom) {
        let length = Int(SyntheticCalendar.lastDay.number - SyntheticCalendar.firstDay.number) + 1
        days = Array(repeating: [], count: length)
        var projects: [SyntheticProject] = []
        projects.reserveCapacity(scale)
        for index in 0..<scale {
            projects.append(SyntheticProject(number: index + 1, &random))
        }
        self.projects = projects
        for index in self.projects.indices { enter(projects[index], at: Int32(index)) }
    }

    private mutating func add(_ act: Act, on day: Day) {
        let place = Int(day.number - SyntheticCalendar.firstDay.number)
        if days.indices.contains(place) { days[place].append(act) }
    }

    private mutating func enter(_ project: SyntheticProject, at number: Int32) {
        add(Act(project: number, kind: .register), on: project.registeredOn)
        if !project.invested.isEmpty {
            add(Act(project: number, kind: .plan), on: project.registeredOn)
        }
        if project.claims.contains(where: { $0.stage == .landed }) {
            add(Act(project: number, kind: .schedule), on: project.registeredOn)
        }
        for (place, claim) in project.claims.enumerated() {
            add(Act(project: number, kind: .claim, place: UInt8(place)), on: claim.claimedOn)
            if let ruledOn = claim.ruledOn {
                add(Act(project: number, kind: .rule, place: UInt8(place)), on: ruledOn)
            }
        }
        if let enteredOn = project.enteredOn {
            add(Act(project: number, kind: .enter), on: enteredOn)
        }
        for month in project.invested.keys.sorted() {
            // By the third of the next month, ahead of the cut-off; December on its last day.
            let next = Month(year: 2024, month: month)?.adding(months: 1)
            let due = next?.firstDay.adding(days: Int(number % 3)) ?? SyntheticCalendar.lastDay
            let day = max(min(due, SyntheticCalendar.lastDay), project.registeredOn)
            add(Act(project: number, kind: .invest, place: UInt8(month)), on: day)
        }
    }
}
