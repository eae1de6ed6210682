import CityHall
import Delivery
import RandomValues
import Rulebook

/// Commands about texts and files that must be forgotten.
extension RandomCommands {
    mutating func purging(in city: City) -> (any Command, String) {
        let person = random.pick(["xitong", "anquan", "shenji", "zs"])
        let open = city.purges.all.filter(\.isOpen).map(\.sha256)
        let hash = open.randomElement(using: &random) ?? .random(&random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0...2: return (propose(in: city), person)
        case 3...4: return (ConfirmPurge { $0.sha256 = hash }, person)
        default:
            return (
                DeclinePurge {
                    $0.sha256 = hash
                    $0.note = .text("保留")
                }, person
            )
        }
    }

    /// Mostly a text or a file that a record does cite.
    private mutating func propose(in city: City) -> any Command {
        let reason = random.pick(PurgeReason.allCases)
        let blocker = Array(city.blockers.all).randomElement(using: &random)
        let evidence = city.commitments.all.flatMap(\.evidence).randomElement(using: &random)
        var found: [(SHA256Text, Int)] = [(.random(&random), .random(in: -1...9, using: &random))]
        if case .sealed(let hash)? = blocker?.note, let seq = blocker?.records.first {
            found += [(hash, seq), (hash, seq)]
        }
        if let evidence { found += [(evidence.evidence.sha256, evidence.seq)] }
        let (hash, record) = random.pick(found)
        return ProposePurge {
            ($0.sha256, $0.record, $0.reason) = (hash, record, reason)
            $0.note = .text("含个人信息")
        }
    }
}
