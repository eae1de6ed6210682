package import Rulebook

/// Gathers what waits for one person. Whether a command is his to give is never asked here: each is
/// put to `decide` itself, as he would give it, and listed only if it is not refused.
struct WorkDesk {
    let city: City
    let asked: Asked
    private(set) var items: [WorkItem] = []

    var actor: Actor { asked.actor }
    var today: Day { asked.today }

    init(_ city: City, for actor: Actor, on day: Day) {
        self.city = city
        asked = Asked(
            actor: actor, today: day,
            readRulebook: { _ in .failure(RulebookProblems(sentences: [])) },
            knowsTimeZone: { _ in false })
    }

    /// Whether any of the person's roles may give such commands at all.
    func may(_ roles: Set<Role>) -> Bool { !actor.roles.isDisjoint(with: roles) }

    /// Whether the command would be carried out.
    func accepts(_ command: some Command) -> Bool {
        do throws(Refusal) {
            try command.requirePermitted(actor)
            _ = try command.decide(city, asked)
            return true
        } catch {
            return false
        }
    }

    /// Lists it if the command, filled with what only the person can say, would be carried out.
    mutating func offer<C: Command>(
        _ kind: WorkKind, _ subject: WorkItem.Subject, _ probe: C, fields: [(String, String)],
        due: Day? = nil, since: Day? = nil
    ) {
        guard accepts(probe) else { return }
        add(kind, subject, WorkItem.Order(C.name, fields), due: due, since: since)
    }

    /// Lists what the person is to know of, and no command of his answers.
    mutating func tell(
        _ kind: WorkKind, _ subject: WorkItem.Subject, due: Day? = nil, since: Day? = nil
    ) {
        add(kind, subject, nil, due: due, since: since)
    }

    private mutating func add(
        _ kind: WorkKind, _ subject: WorkItem.Subject, _ command: WorkItem.Order?, due: Day?,
        since: Day?
    ) {
        items.append(
            WorkItem(
                kind: kind, subject: subject, command: command, due: due, since: since,
                urgency: Urgency(due: due, on: today)))
    }
}

extension Note {
    /// Stands in a command that is tried for what the person will write.
    static let toBeWritten = Note.text("…")
}

extension City {
    /// What waits for the person on the day, the most urgent first.
    package func work(for actor: Actor, on day: Day) -> [WorkItem] {
        var desk = WorkDesk(self, for: actor, on: day)
        desk.gatherCommitments()
        desk.gatherProjects()
        desk.gatherFigures()
        desk.gatherBlockers()
        desk.gatherFindings()
        desk.gatherLists()
        return desk.items.sorted(by: WorkItem.isBefore)
    }
}
