import Rulebook

extension City {
    /// A part is due no later than what it is a part of, so that the whole can be done in time.
    /// The day of a standing part moves on by itself and says nothing of the whole.
    func requireDueOrder(
        _ due: Day?, of commitment: Commitment, field: String = "due"
    ) throws(Refusal) {
        guard let due else { return }
        if !commitment.isStanding, let id = commitment.profile.parent,
            let whole = commitments[id], let last = whole.profile.due, last < due
        {
            throw Refusal(
                .dayTooLate, field: field,
                zh: "完成时限 \(due) 晚于上级事项“\(id)”的 \(last)，请先调整上级事项的时限",
                en: "\(due) lies after \(last), when \"\(id)\" is due, of which it is a part; "
                    + "adjust the whole first")
        }
        let later = parts(of: commitment.id).filter { part in
            part.issued != nil && !part.state.isOver && !part.isStanding
                && part.profile.due.map { due < $0 } == true
        }
        guard !later.isEmpty else { return }
        let names = later.compactMap { part in
            part.profile.due.map { "\(part.id) (\($0))" }
        }.joined(separator: ", ")
        throw Refusal(
            .partsLater, field: field, zh: "以下分项的时限晚于 \(due)，请先调整：\(names)",
            en: "these parts are due after \(due): \(names); adjust them first")
    }

    /// Somebody can look from outside: there is a house that belongs to none of those that owe it.
    /// What is led from the head of the tree has nobody outside within the city.
    func requireVerifier(for profile: CommitmentProfile, _ asked: Asked) throws(Refusal) {
        let owing = profile.houses + profile.districts
        let day = asked.today
        let isSeen = organizations.all.contains { house in
            house.kind != .enterprise && house.kind != .partner && house.exists(on: day)
                && !owing.contains { organizations.isWithin(house.id, $0, on: day) }
        }
        guard !isSeen else { return }
        let names = owing.map(\.text).joined(separator: ", ")
        throw Refusal(
            .verifierMissing, field: "lead",
            zh: "“\(names)”及其下属以外没有别的组织，办结后无人可以复核；请由其中一个下属单位牵头",
            en: "no organization lies outside \"\(names)\" and what belongs to it, so nobody "
                + "could verify it; let one of its parts lead it")
    }
}
