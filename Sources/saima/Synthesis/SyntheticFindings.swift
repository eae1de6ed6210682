import CityHall
import Delivery
import Rulebook

/// What inspections found in the made-up year: a few dozen, one of them fraud.
struct SyntheticFindings {
    private(set) var byDay: [Day: [Submission]] = [:]

    init(_ diary: SyntheticDiary, _ commands: SyntheticCommands, _ random: inout SeededRandom) {
        let count = min(diary.projects.count / 12, 48)
        for number in 0..<count {
            let project = random.pick(diary.projects)
            guard let found = SyntheticCalendar.firstDay.adding(days: random.number(45...330)),
                found > project.registeredOn
            else { continue }
            let severity: Severity =
                count >= 20 && number == count - 1 ? .fraud : random.chance(25) ? .major : .minor
            let name = FindingID(unchecked: "f-\(number + 1)")
            let record = RecordFinding {
                $0.id = name
                $0.organization = SyntheticPlaces.organization(of: project.area)
                $0.project = commands.id(project)
                $0.severity = severity
                $0.foundOn = found
                $0.note = .text(SyntheticFindings.words[number % SyntheticFindings.words.count])
            }
            byDay[found, default: []].append(
                Submission(key: "new-find-\(number)", record, as: SyntheticPlaces.inspector))
            guard severity != .fraud, let closed = found.adding(days: random.number(10...40)),
                closed <= SyntheticCalendar.lastDay
            else { continue }
            let close = CloseFinding {
                $0.finding = name
                $0.day = closed
            }
            byDay[closed, default: []].append(
                Submission(key: "new-close-\(number)", close, as: SyntheticPlaces.supervisor))
        }
    }

    private static let words = [
        "现场未设公示牌（示例）", "施工进度与填报不符（示例）", "投资票据不全（示例）",
        "开工日期早于施工许可（示例）", "台账缺少监理记录（示例）",
    ]
}
