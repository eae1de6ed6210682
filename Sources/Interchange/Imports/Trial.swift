import CityHall
import Delivery
import Rulebook

/// Decides commands on a copy of the city, one after the other, without writing anything.
struct Trial {
    private var city: City
    private let asked: Asked

    init(_ city: City, as actor: Actor, on today: Day) {
        self.city = city
        // What an import brings in neither adopts rulebooks nor sets time zones.
        asked = Asked(
            actor: actor, today: today,
            readRulebook: { _ in .failure(RulebookProblems(sentences: [])) },
            knowsTimeZone: { _ in false })
    }

    /// The first refusals, with the rows they are about. A refused step is passed over by those
    /// after it.
    func run(_ steps: [ImportStep], atMost limit: Int) -> [ImportIssue] {
        var trial = self
        var issues: [ImportIssue] = []
        for step in steps where issues.count < limit {
            if let issue = trial.refusal(of: step) { issues.append(issue) }
        }
        return issues
    }

    private mutating func refusal(of step: ImportStep) -> ImportIssue? {
        do throws(Refusal) {
            let command = try CommandKind.read(step.command)
            try command.requirePermitted(asked.actor)
            for event in try events(of: command) { apply(event) }
            return nil
        } catch {
            return step.issue(error)
        }
    }

    private func events(of command: any Command) throws(Refusal) -> [any EventBody] {
        do throws(Refusal) { return try command.decide(city, asked) } catch {
            throw city.refusal(error, of: command, asked)
        }
    }

    private mutating func apply(_ event: any EventBody) {
        let at = Occurrence(
            seq: city.size, day: asked.today, at: city.time ?? Timestamp(milliseconds: 0),
            actor: asked.actor.person,
            organization: asked.actor.organization)
        city.apply(event, at)
    }
}
