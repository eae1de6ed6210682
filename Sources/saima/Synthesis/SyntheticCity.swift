import CityHall
import Delivery
import Rulebook

/// A made-up city with a year of delivery in it. The same scale and seed give the same records
/// but for their random nonces.
struct SyntheticCity {
    private static let batch = 4_096
    private let commands: SyntheticCommands
    private let targets: [any Command]
    private let findings: SyntheticFindings
    private let blockers: SyntheticBlockers
    private let opening: [Submission]
    private let dated: [Day: [Submission]]

    /// - Parameters:
    ///   - opening: what sets the city up, with the organization `city` at its top.
    ///   - dated: what else is recorded, at the beginning of its day.
    init(scale: Int, seed: UInt64, opening: [Submission], dated: [Day: [Submission]]) {
        var random = SeededRandom(seed: seed)
        let diary = SyntheticDiary(scale: scale, &random)
        commands = SyntheticCommands(diary: diary)
        targets = SyntheticTargets(diary.projects).commands(&random)
        findings = SyntheticFindings(diary, commands, &random)
        blockers = SyntheticBlockers(diary, commands, seed: seed)
        self.opening = opening
        self.dated = dated
    }

    /// Records the year, day by day.
    func settle(_ hall: CityHall, by calendar: SyntheticCalendar) async throws {
        calendar.set(SyntheticCalendar.firstDay)
        try await submit(opening, to: hall)
        try await submit(
            (SyntheticPlaces.founding + SyntheticBlockers.founding + targets).enumerated()
                .map { Self.founding("new-found-\($0)", $1) }, to: hall)
        var day = SyntheticCalendar.firstDay
        for acts in commands.diary.days {
            calendar.set(day)
            try await submit(dated[day] ?? [], to: hall)
            try await record(acts, in: hall)
            try await submit(findings.byDay[day] ?? [], to: hall)
            try await submit(blockers.byDay[day] ?? [], to: hall)
            Terminal.progress("\(day)  \(hall.city.size)")
            day = day.adding(days: 1) ?? day
        }
        Terminal.endProgress()
    }

    /// The next batch's commands are made while the one before is recorded.
    private func record(_ acts: [SyntheticDiary.Act], in hall: CityHall) async throws {
        var recording: Task<Void, any Error>?
        for start in stride(from: 0, to: acts.count, by: SyntheticCity.batch) {
            let end = min(start + SyntheticCity.batch, acts.count)
            let submissions = acts[start..<end].map { commands.submission($0) }
            try await recording?.value
            recording = Task { try await submit(submissions, to: hall) }
        }
        try await recording?.value
    }

    private func submit(_ submissions: [Submission], to hall: CityHall) async throws {
        _ = try await hall.submitTogether(submissions)
    }

    static func founding(_ key: String, _ command: any Command) -> Submission {
        func open(_ command: some Command) -> Submission {
            Submission(key: key, command, as: Actor.console.person)
        }
        return open(command)
    }
}
