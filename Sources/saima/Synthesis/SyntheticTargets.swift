import Delivery
import Rulebook

/// Yearly targets that the areas come close to: their own figures, made a little larger or
/// smaller, with what is due by the end of each month.
struct SyntheticTargets {
    /// By area, in twelve cumulative figures; amounts in hundredths of 亿元.
    private var signedCount: [[Int]]
    private var signedAmount: [[Int]]
    private var started: [[Int]]
    private var invested: [[Int]]

    init(_ projects: [SyntheticProject]) {
        let none = SyntheticPlaces.areas.map { _ in Array(repeating: 0, count: 12) }
        (signedCount, signedAmount, started, invested) = (none, none, none, none)
        for project in projects {
            if project.signed.month.year == 2024, project.amount >= 100 {
                signedCount[project.area][project.signed.month.monthOfYear - 1] += 1
                signedAmount[project.area][project.signed.month.monthOfYear - 1] += project.amount
            }
            if let claim = project.claims.first(where: { $0.stage == .started }),
                claim.day.month.year == 2024
            {
                started[project.area][claim.day.month.monthOfYear - 1] += 1
            }
            for (month, amount) in project.invested { invested[project.area][month - 1] += amount }
        }
    }

    func commands(_ random: inout SeededRandom) -> [any Command] {
        var commands: [any Command] = []
        let measures: [(name: String, months: [[Int]], places: Int)] = [
            ("signed_n", signedCount, 0), ("signed_amt", signedAmount, 2),
            ("started_n", started, 0), ("invest", invested, 2),
        ]
        for area in SyntheticPlaces.areas.indices {
            for measure in measures {
                let percent = random.number(82...128)
                let schedule = SyntheticTargets.schedule(measure.months[area], percent)
                commands.append(
                    SetTarget {
                        $0.organization = SyntheticPlaces.organization(of: area)
                        $0.measure = CodeName(unchecked: measure.name)
                        $0.year = 2024
                        $0.schedule = schedule.map {
                            Decimal(unscaled: Int64($0), places: measure.places)
                        }
                        $0.amount = Decimal(
                            unscaled: Int64(schedule.last ?? 1), places: measure.places)
                    })
            }
        }
        return commands
    }

    private static func schedule(_ months: [Int], _ percent: Int) -> [Int] {
        var sum = 0
        return months.map {
            sum += $0
            return max(1, sum * percent / 100)
        }
    }
}
