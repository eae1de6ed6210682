package import CityHall
import Delivery
import HTTPTypes
import Ledger
import Rulebook

extension RaceRefusal {
    /// The refusal as a page or problem document tells of it.
    package var trouble: Trouble {
        switch self {
        case .rulebookUnknown(let id, let period, let adopted):
            let known = adopted.joined(separator: ", ")
            return Trouble(
                .notFound, "rulebook_unknown", .noSuchRace,
                Phrase(
                    "\(period.end) 没有名为“\(id)”的规则在施行。已采用：\(known.isEmpty ? "无" : known)。",
                    "No rulebook \"\(id)\" is in force on \(period.end). "
                        + "Adopted: \(known.isEmpty ? "none" : known)."))
        case .rulebookMalformed(let problems):
            return Self.refused("rulebook_malformed", problems)
        case .factsRefused(let problems):
            return Self.refused("facts_refused", problems)
        case .groupsDiffer(let words):
            return Trouble(.unprocessableContent, "groups_differ", .raceFailed, words)
        case .city(let refusal):
            return Trouble(
                .unprocessableContent, refusal.code.rawValue, .raceFailed, refusal.words)
        case .ledger(let error):
            return Trouble(
                .internalServerError, error.code.rawValue, .raceFailed,
                Phrase(error.zh, error.en))
        }
    }

    private static func refused(_ code: String, _ problems: Problems) -> Trouble {
        Trouble(
            .unprocessableContent, code, .raceFailed,
            Phrase(
                problems.all.map { "\($0.place): \($0.zh)" }.joined(separator: "\n"),
                problems.all.map { "\($0.place): \($0.en)" }.joined(separator: "\n")))
    }
}
