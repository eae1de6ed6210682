import Rulebook

extension Role {
    /// Who may rule on a claim, from outside the subtrees of those it would credit.
    static let recognisers: Set<Role> = [.dispatcher, .supervisor, .inspector]
}

package struct RecogniseStage: ProposingCommand {
    package static let name: StaticString = "project.recogniseStage"
    package static let title = Words(zh: "认定环节", en: "Recognise a claimed stage")
    package static let may = Role.recognisers
    package static let refusals: [Refusal.Code] = [
        .projectUnknown, .projectTerminated, .claimUnknown, .claimRuled, .sameSubtree,
        .evidenceMissing, .stageOutOfOrder, .dayInFuture,
    ]
    package static let example = RecogniseStage {
        $0.project = ProjectID(unchecked: "zhongshan-00001")
        $0.claim = 1
        $0.day = Month(year: 2024, month: 3)?.lastDay ?? .blank
    }

    package var proposed = StageRecognised()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let project = try city.requireOpen(proposed.project)
        let claim = try project.requirePending(proposed.claim)
        try city.requireOutside(project, claim: claim, asked)
        try asked.requireNotFuture(proposed.day, field: "day")
        let missing = claim.stage.requiredEvidence.filter { kind in
            !claim.evidence.contains { $0.kind == kind }
        }
        guard missing.isEmpty else {
            throw Refusal(
                .evidenceMissing, field: "claim",
                zh: "缺少佐证：\(missing.map(\.words.zh).joined(separator: "、"))",
                en: "evidence is missing: \(missing.map(\.words.en).joined(separator: ", "))")
        }
        try project.requireOrder(of: claim.stage, on: proposed.day)
    }
}

package struct RefuseStage: ProposingCommand {
    package static let name: StaticString = "project.refuseStage"
    package static let title = Words(zh: "不予认定", en: "Refuse a claimed stage")
    package static let may = Role.recognisers
    package static let refusals: [Refusal.Code] = [
        .projectUnknown, .claimUnknown, .claimRuled, .sameSubtree,
    ]
    package static let example = RefuseStage {
        $0.project = ProjectID(unchecked: "zhongshan-00001")
        $0.claim = 1
        $0.because = .notOnSite
        $0.note = .text("现场未见施工")
    }

    package var proposed = StageRefused()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let project = try city.require(proposed.project)
        let claim = try project.requirePending(proposed.claim)
        try city.requireOutside(project, claim: claim, asked)
        try proposed.note.requireFresh(field: "note")
    }
}

/// Takes a recognition back; the claim stays in sight with the reason.
package struct RevokeRecognition: ProposingCommand {
    package static let name: StaticString = "project.revokeRecognition"
    package static let title = Words(zh: "撤销认定", en: "Revoke a recognition")
    package static let may = Role.recognisers
    package static let refusals: [Refusal.Code] = [
        .projectUnknown, .claimUnknown, .claimNotRecognised, .sameSubtree,
    ]
    package static let example = RevokeRecognition {
        $0.project = ProjectID(unchecked: "zhongshan-00001")
        $0.claim = 1
        $0.because = .countedTwice
    }

    package var proposed = RecognitionRevoked()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let project = try city.require(proposed.project)
        let claim = try project.requireClaim(proposed.claim)
        guard claim.recognisedDay != nil else {
            throw Refusal(
                .claimNotRecognised, field: "claim", zh: "第 \(claim.number) 号申报未经认定",
                en: "claim \(claim.number) is not recognised")
        }
        try city.requireOutside(project, claim: claim, asked)
        try proposed.note.requireFresh(field: "note")
    }
}

package struct EnterStatistics: ProposingCommand {
    package static let name: StaticString = "project.enterStatistics"
    package static let title = Words(zh: "登记入库纳统", en: "Record the entry in the statistics")
    package static let may: Set<Role> = [.dispatcher, .departmentReporter]
    package static let refusals: [Refusal.Code] = [
        .projectUnknown, .projectTerminated, .dayInFuture, .sameSubtree,
    ]
    package static let example = EnterStatistics {
        $0.project = ProjectID(unchecked: "zhongshan-00001")
        $0.day = Month(year: 2024, month: 7)?.firstDay ?? .blank
    }

    package var proposed = StatisticsEntered()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let project = try city.requireOpen(proposed.project)
        try city.requireOutside(project, asked)
        try asked.requireNotFuture(proposed.day, field: "day")
    }
}

extension Project {
    func requireClaim(_ number: Int) throws(Refusal) -> Claim {
        guard let claim = claim(number) else {
            throw Refusal(
                .claimUnknown, field: "claim", zh: "项目“\(id)”没有第 \(number) 号申报",
                en: "project \"\(id)\" has no claim \(number)")
        }
        return claim
    }

    func requirePending(_ number: Int) throws(Refusal) -> Claim {
        let claim = try requireClaim(number)
        guard claim.isPending else {
            throw Refusal(
                .claimRuled, field: "claim", zh: "第 \(number) 号申报已有结论",
                en: "claim \(number) has been ruled on or withdrawn already")
        }
        return claim
    }

    /// Recognised dates run in the track's order: none before an earlier stage's, none after a
    /// later one's.
    func requireOrder(of stage: Stage, on day: Day) throws(Refusal) {
        guard let place = profile.track.position(of: stage) else { return }
        for (index, other) in profile.track.stages.enumerated() where other != stage {
            guard let known = recognisedDay(other) else { continue }
            if index < place ? known > day : known < day {
                throw Refusal(
                    .stageOutOfOrder, field: "day",
                    zh: "“\(other.words.zh)”认定为 \(known)，“\(stage.words.zh)”不能在 \(day)",
                    en: "\(other.rawValue) is recognised on \(known), "
                        + "so \(stage.rawValue) cannot be on \(day)")
            }
        }
    }
}

extension City {
    /// Nobody recognises what credits his own house: the actor's organization must lie outside
    /// the subtrees of whoever leads the project, claimed the stage, or is, was or will be
    /// credited, and outside the subtree of the unit that races for each of them. The city's own
    /// offices share no subtree with a district but the city itself.
    func requireOutside(
        _ project: Project, claim: Claim? = nil, _ asked: Asked
    ) throws(Refusal) {
        guard let home = asked.actor.organization else {
            throw Refusal(
                .notPermitted, zh: "认定须由有归属组织的人员作出",
                en: "a recognition is given by a person who belongs to an organization")
        }
        var houses = answerable(for: project, on: asked.today)
        for entry in project.credits.entries {
            houses.formUnion(entry.value.map(\.organization))
        }
        if let claim { houses.insert(claim.organization) }
        houses.formUnion(houses.compactMap { organizations.unit(of: $0, on: asked.today) })
        for organization in houses.sorted() {
            guard organizations.isWithin(home, organization, on: asked.today) else { continue }
            throw Refusal(
                .sameSubtree, field: "project",
                zh: "“\(home)”属于项目责任方“\(organization)”，须由其以外的组织认定",
                en: "\"\(home)\" belongs to \"\(organization)\", which answers for the project; "
                    + "an organization outside it must rule")
        }
    }
}
