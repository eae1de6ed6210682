package import Delivery
import JSON
package import Ledger
package import Rulebook
import RulebookJSON
import RulebookYAML

/// What is asked of a race: the rules, the period, and the position of the ledger to look from.
package struct RaceQuestion: Sendable {
    package enum Rules: Sendable {
        /// The version last adopted among those in force at the period's end.
        case adopted(id: String)
        /// A rulebook that the city need not have adopted.
        case text([UInt8], file: String)
    }

    package var rules: Rules
    package var period: Period

    package init(rules: Rules, period: Period) {
        self.rules = rules
        self.period = period
    }
}

/// A race that can be run: the rules and the facts they are applied to, with their exact bytes.
package struct PreparedRace: Sendable {
    package var rulebook: Rulebook
    package var rulebookBytes: [UInt8]
    package var facts: Facts
    /// Canonical JSON; what `saima facts` prints.
    package var factsBytes: [UInt8]
    /// How many records the race was looked at from.
    package var asOf: Int
    /// How many of them were recorded by the cut-off, and so count.
    package var counted: Int
    /// The city those records fold to.
    package var city: City
}

/// Why a race cannot be run.
package enum RaceRefusal: Error, Sendable {
    case rulebookUnknown(id: String, period: Period, adopted: [String])
    case rulebookMalformed(Problems)
    case factsRefused(Problems)
    case groupsDiffer(Words)
    case city(Refusal)
    case ledger(LedgerError)
}

extension RaceQuestion {
    /// - Parameters:
    ///   - city: the city as of the position looked from.
    ///   - past: the city as of an earlier size of the same ledger.
    package func prepare(
        _ city: City, past: (Int) throws(LedgerError) -> City
    ) throws(RaceRefusal) -> PreparedRace {
        let (rulebook, bytes) = try findRulebook(in: city)
        var counted = city
        if let last = rulebook.lastCountedDay(of: period) {
            let size = city.size(atEndOf: last)
            if size < city.size {
                do throws(LedgerError) { counted = try past(size) } catch {
                    throw .ledger(error)
                }
            }
        }
        // Settings are the present ones where the city was set up after the cut-off.
        counted.settings = counted.settings ?? city.settings
        let facts: Facts
        do {
            facts = try RaceFacts(counted, period: period).build()
        } catch let refusal as Refusal {
            throw .city(refusal)
        } catch let problems as Problems {
            throw .factsRefused(problems)
        } catch {
            throw .factsRefused(Problems([]))
        }
        try checkGroups(of: rulebook, in: counted)
        let factsBytes: [UInt8]
        do throws(JSONError) { factsBytes = try facts.canonicalJSON() } catch {
            throw .factsRefused(
                Problems([
                    Problem(file: "facts", code: error.code, zh: error.zh, en: error.en)
                ]))
        }
        return PreparedRace(
            rulebook: rulebook, rulebookBytes: bytes, facts: facts, factsBytes: factsBytes,
            asOf: city.size, counted: counted.size, city: counted)
    }

    private func findRulebook(in city: City) throws(RaceRefusal) -> (Rulebook, [UInt8]) {
        let bytes: [UInt8]
        let file: String
        switch rules {
        case .adopted(let id):
            guard let adopted = city.rulebook(id, inForceOn: period.end) else {
                throw .rulebookUnknown(
                    id: id, period: period,
                    adopted: city.rulebooks.map { "\($0.heading.id) \($0.heading.version)" })
            }
            bytes = Array(adopted.text.utf8)
            file = "\(id).yaml"
        case .text(let text, let name):
            bytes = text
            file = name
        }
        do throws(Problems) {
            return (try Rulebook(yaml: bytes, file: file), bytes)
        } catch {
            throw .rulebookMalformed(error)
        }
    }

    /// The register is the truth about groups; a rulebook that says otherwise is refused.
    private func checkGroups(of rulebook: Rulebook, in city: City) throws(RaceRefusal) {
        guard let groups = rulebook.groups else { return }
        let registered = city.organizations.groups(on: period.end)
        var differences: [Words] = []
        for group in groups {
            let members = registered.first { $0.name.utf8.elementsEqual(group.name.utf8) }?
                .members.map(\.text)
            let known = Set(members ?? [])
            let named = Set(group.units)
            guard known != named else { continue }
            let missing = known.subtracting(named).sorted().joined(separator: ", ")
            let extra = named.subtracting(known).sorted().joined(separator: ", ")
            differences.append(
                Words(
                    zh: "\(rulebook.file):\(group.line): 组别“\(group.name)”与 \(period.end) 的组织登记不同"
                        + (missing.isEmpty ? "" : "，少 \(missing)")
                        + (extra.isEmpty ? "" : "，多 \(extra)"),
                    en: "\(rulebook.file):\(group.line): group \"\(group.name)\" is not what the "
                        + "register holds on \(period.end)"
                        + (missing.isEmpty ? "" : "; it lacks \(missing)")
                        + (extra.isEmpty ? "" : "; the register has no \(extra) in it")))
        }
        for group in registered
        where !groups.contains(where: { $0.name.utf8.elementsEqual(group.name.utf8) }) {
            differences.append(
                Words(
                    zh: "\(rulebook.file): 缺少组织登记中的组别“\(group.name)”",
                    en: "\(rulebook.file): the register's group \"\(group.name)\" is missing"))
        }
        guard differences.isEmpty else {
            throw .groupsDiffer(
                Words(
                    zh: differences.map(\.zh).joined(separator: "\n"),
                    en: differences.map(\.en).joined(separator: "\n")))
        }
    }
}

extension Rulebook {
    /// The last day by which facts must have been recorded; nil where any time will do.
    package func lastCountedDay(of period: Period) -> Day? {
        guard let cutoff else { return nil }
        let days: Int? =
            switch cutoff.kind {
            case .number(let value): value.wholeNumber
            case .param(let name):
                params.first { $0.name.utf8.elementsEqual(name.utf8) }?
                    .value(on: period.end)?.value.wholeNumber
            case .unread: nil
            }
        return days.flatMap { period.end.adding(days: $0) }
    }
}
