import CityHall
import Delivery
import Rulebook

/// A city in which commands are decided and folded at once, on a day of the test's choosing.
struct TestCity {
    private(set) var city = City()
    var today = day("2024-10-15")
    private var events: [any EventBody] = []

    /// Records the command's events.
    @discardableResult
    mutating func accept(_ command: any Command, as actor: Actor) throws(Refusal) -> Int {
        for event in try decide(command, as: actor) {
            fold(event, as: actor)
        }
        return city.size - 1
    }

    /// Why the command is refused; nil where it is not.
    func refusal(of command: any Command, as actor: Actor) -> Refusal? {
        do throws(Refusal) {
            _ = try decide(command, as: actor)
            return nil
        } catch {
            return error
        }
    }

    private func decide(
        _ command: any Command, as actor: Actor
    ) throws(Refusal) -> [any EventBody] {
        try command.requirePermitted(actor)
        let events = events
        let asked = Asked(
            actor: actor, today: today, readRulebook: RulebookText.heading,
            knowsTimeZone: LocalCalendar.knows,
            cited: { events.indices.contains($0) ? Cited(in: [events[$0]]) : nil })
        return try command.decide(city, asked)
    }

    mutating func fold(_ event: any EventBody, as actor: Actor) {
        events.append(event)
        let at = Timestamp(milliseconds: Int64(today.number) * 86_400_000)
        city.apply(
            event,
            Occurrence(
                seq: city.size, day: today, at: at, actor: actor.person,
                organization: actor.organization))
    }

    /// The project that the test made; one without a name where it did not.
    func project(_ id: String = "p1") -> Project {
        city.projects[ProjectID(unchecked: id)]
            ?? Project(id: .blank, profile: ProjectProfile(), registered: 0)
    }
}

func day(_ text: String) -> Day { Day(text) ?? .blank }
func month(_ text: String) -> Month { Month(text) ?? .blank }
func organization(_ text: String) -> OrganizationID { OrganizationID(unchecked: text) }
func money(_ text: String) -> Money { Money(text) ?? .zero }
func share(_ text: String) -> Share { Share(text) ?? .whole }

let hash = SHA256Text(String(repeating: "0", count: 64)) ?? .blank

func evidence(_ kind: EvidenceKind) -> Evidence {
    var evidence = Evidence()
    evidence.kind = kind
    evidence.sha256 = hash
    evidence.size = 182_044
    evidence.mediaType = "application/pdf"
    return evidence
}
