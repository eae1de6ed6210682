import CityHall
import Delivery
import Ledger
import Rulebook

extension RaceRefusal {
    /// A stable code, and a sentence that says why the race cannot be run.
    var told: (code: String, words: Words) {
        switch self {
        case .rulebookUnknown(let id, let period, _):
            let words = Words(
                zh: "\(period) 没有生效的规则“\(id)”", en: "no rulebook \"\(id)\" is in force in \(period)"
            )
            return ("rulebook_unknown", words)
        case .rulebookMalformed(let problems): return RaceRefusal.told(problems)
        case .factsRefused(let problems): return RaceRefusal.told(problems)
        case .groupsDiffer(let words): return ("groups_differ", words)
        case .city(let refusal): return (refusal.code.rawValue, refusal.words)
        case .ledger(let error): return (error.code.rawValue, Words(zh: error.zh, en: error.en))
        }
    }

    private static func told(_ problems: Problems) -> (code: String, words: Words) {
        let words = Words(
            zh: problems.all.map { "\($0.place): \($0.zh)" }.joined(separator: "\n"),
            en: problems.all.map { "\($0.place): \($0.en)" }.joined(separator: "\n"))
        return (problems.all.first?.code ?? "refused", words)
    }
}
