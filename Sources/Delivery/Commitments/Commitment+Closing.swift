import HashTreeCollections
import Rulebook

/// 复核: somebody from outside has looked, and finds it done.
package struct VerifyCommitment: ProposingCommand {
    package static let name: StaticString = "commitment.verify"
    package static let title = Words(zh: "复核清单事项", en: "Verify a commitment")
    package static let may = Role.recognisers
    package static let refusals: [Refusal.Code] = [
        .commitmentUnknown, .commitmentNotReported, .sameSubtree, .samePerson, .evidenceMissing,
    ]
    package static let example = VerifyCommitment {
        $0.commitment = CommitmentID(unchecked: "c-001")
        $0.note = .text("现场核查 20 个项目，均已开工")
    }

    package var proposed = CommitmentVerified()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let commitment = try city.require(proposed.commitment)
        guard commitment.state == .reportedDone else { throw commitment.notReported }
        try city.requireOutside(commitment, asked)
        try commitment.requireShown()
        try proposed.note.requireFresh(field: "note")
    }
}

/// 退回: it is not done, and is worked on again.
package struct ReturnCommitment: ProposingCommand {
    package static let name: StaticString = "commitment.return"
    package static let title = Words(zh: "退回清单事项", en: "Return a commitment")
    package static let may = Role.recognisers
    package static let refusals: [Refusal.Code] = [
        .commitmentUnknown, .commitmentNotReported, .sameSubtree, .samePerson,
    ]
    package static let example = ReturnCommitment {
        $0.commitment = CommitmentID(unchecked: "c-001")
        $0.reason = .text("现场核查时有 2 个项目尚未动工")
    }

    package var proposed = CommitmentReturned()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let commitment = try city.require(proposed.commitment)
        guard commitment.state.isReported else { throw commitment.notReported }
        try city.requireOutside(commitment, asked)
        try requireText(proposed.reason, field: "reason")
        try proposed.reason.requireFresh(field: "reason")
    }
}

/// 销号: closes what was verified, after its parts. A standing one is closed for the period and
/// begins the next.
package struct StrikeOffCommitment: Command {
    package static let name: StaticString = "commitment.strikeOff"
    package static let title = Words(zh: "销号", en: "Strike a commitment off")
    package static let may = Role.recognisers
    package static let refusals: [Refusal.Code] = [
        .commitmentUnknown, .commitmentNotVerified, .sameSubtree, .samePerson, .evidenceMissing,
        .partsOpen,
    ]
    package static let example = StrikeOffCommitment {
        $0.commitment = CommitmentID(unchecked: "c-001")
    }

    package var proposed = CommitmentStruckOff()

    package init() {}

    package init(_ fill: (inout CommitmentStruckOff) -> Void) { fill(&proposed) }

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try proposed.visit(&visitor)
    }

    package func decide(_ city: City, _ asked: Asked) throws(Refusal) -> [any EventBody] {
        let commitment = try city.require(proposed.commitment)
        guard commitment.state == .verified else {
            throw Refusal(
                .commitmentNotVerified, field: "commitment",
                zh: "事项“\(commitment.id)”\(commitment.state.words.zh)，复核后方可销号",
                en: "\"\(commitment.id)\" is \(commitment.state.words.en); "
                    + "it is struck off once it is verified")
        }
        try city.requireOutside(commitment, asked)
        try commitment.requireShown()
        try proposed.note.requireFresh(field: "note")
        if let open = city.openPart(of: commitment) {
            throw Refusal(
                .partsOpen, field: "commitment", zh: "下级事项“\(open.id)”尚未销号",
                en: "its part \"\(open.id)\" is not struck off yet")
        }
        guard let due = commitment.nextDue else { return [proposed] }
        var renewed = CommitmentRenewed()
        (renewed.commitment, renewed.due) = (commitment.id, due)
        return [proposed, renewed]
    }
}

extension Commitment {
    fileprivate var notReported: Refusal {
        Refusal(
            .commitmentNotReported, field: "commitment",
            zh: "事项“\(id)”\(state.words.zh)，没有待复核的报结",
            en: "\"\(id)\" is \(state.words.en); there is no word that it is done to look into")
    }

    /// Something was shown for the period that is to be closed.
    fileprivate func requireShown() throws(Refusal) {
        guard currentEvidence.isEmpty else { return }
        throw Refusal(
            .evidenceMissing, field: "commitment", zh: "没有佐证，不能复核或销号",
            en: "without evidence it is neither verified nor struck off")
    }

    /// Whose word it is that it is done: who owes it, who said so, and who brought what shows it.
    fileprivate var interested: Set<PersonID> {
        var persons = Set(currentEvidence.map(\.by))
        persons.formUnion(currentSteps.filter { $0.state == .reportedDone }.map(\.by))
        if let owner = profile.owner { persons.insert(owner) }
        return persons
    }
}

extension Asked {
    func requireOther(than persons: Set<PersonID>, field: String) throws(Refusal) {
        guard persons.contains(actor.person) else { return }
        throw Refusal(
            .samePerson, field: field, zh: "“\(actor.person)”是提出人或责任人，须由他人办理",
            en: "\"\(actor.person)\" asked for it or answers for it; somebody else must decide")
    }
}

extension City {
    /// Nobody says "done" for himself: the actor is none of those who said so, and belongs to
    /// none of the houses that owe it or said so, by the tree of organizations as it is today.
    fileprivate func requireOutside(
        _ commitment: Commitment, _ asked: Asked
    ) throws(Refusal) {
        try asked.requireOther(than: commitment.interested, field: "commitment")
        let speaking = houses(speakingFor: commitment)
        // Where a house above the lead owns it or spoke for it, all that belongs to that house
        // would be the whole city; then it is that house alone.
        let lead = commitment.profile.lead
        let above = speaking.filter { organizations.isWithin(lead, $0, on: asked.today) }
        let houses = Set(commitment.profile.houses + commitment.profile.districts)
        try requireOutside(houses.union(speaking.subtracting(above)), apart: above, asked)
    }

    /// The house of its owner, and the houses in whose name it was reported and shown.
    private func houses(speakingFor commitment: Commitment) -> Set<OrganizationID> {
        var houses = Set(commitment.currentEvidence.compactMap(\.organization))
        houses.formUnion(
            commitment.currentSteps.filter { $0.state == .reportedDone }
                .compactMap(\.organization))
        if let owner = commitment.profile.owner, let appointment = people[owner] {
            houses.insert(appointment.organization)
        }
        return houses
    }

    /// The actor belongs to none of the houses nor to anything below them, and is of none of
    /// those that count `apart` from what is below them.
    func requireOutside(
        _ houses: Set<OrganizationID>, apart: Set<OrganizationID> = [], _ asked: Asked
    ) throws(Refusal) {
        guard let home = asked.actor.organization else {
            throw Refusal(
                .notPermitted, zh: "须由有归属组织的人员作出",
                en: "this is for a person who belongs to an organization")
        }
        for house in houses.union(apart).sorted()
        where apart.contains(house) && !houses.contains(house)
            ? house == home : organizations.isWithin(home, house, on: asked.today)
        {
            throw Refusal(
                .sameSubtree, field: "commitment",
                zh: "“\(home)”属于责任方“\(house)”，须由其以外的组织办理",
                en: "\"\(home)\" belongs to \"\(house)\", which answers for it; "
                    + "an organization outside it must decide")
        }
    }
}
