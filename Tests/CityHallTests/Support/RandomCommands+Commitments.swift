import Delivery
import RandomValues
import Rulebook

/// Commands about the list: mostly the next step of what there is, by somebody who may take it, so
/// that closing, returning and adjusting really happen.
extension RandomCommands {
    private mutating func commitment() -> CommitmentID {
        CommitmentID(unchecked: "c\(Int.random(in: 0..<breadth, using: &random))")
    }

    mutating func draft(_ city: City) -> any Command {
        let (id, due) = (commitment(), day())
        var profile = CommitmentProfile()
        (profile.title, profile.criterion) = ("事项", .text("标准"))
        profile.lead = OrganizationID(unchecked: random.pick(["zhongshan", "xigang"]))
        profile.supporting = random.pick([[], [house()]])
        profile.districts = random.pick([
            [], [], [], [OrganizationID(unchecked: "changhai")], [house(), house()],
        ])
        let late = Day(number: 21_000)
        (profile.post, profile.due) = (maybe("区长") ?? "书记", random.pick([due, late, late]))
        if maybe(true) == true { profile.post = nil }
        if maybe(true) == true { profile.owner = PersonID(unchecked: random.pick(["zs", "gx"])) }
        profile.renewal = maybe(random.pick(Renewal.allCases))
        profile.parent = maybe(commitment())
        profile.weight = maybe(Decimal(Int64.random(in: 0...3, using: &random)))
        profile.answers = random.pick([
            [], [ClauseReference(directive(), nil)],
            [ClauseReference(directive(), CodeName(unchecked: "1"))],
        ])
        profile.projects = random.pick([[], [project()]])
        (profile.alignment, profile.provenance) = (alignment(), provenance())
        if city.commitments[id] == nil {
            return DraftCommitment { [profile] in ($0.id, $0.profile) = (id, profile) }
        }
        return RedraftCommitment { [profile] in ($0.commitment, $0.profile) = (id, profile) }
    }

    /// A step of some commitment, mostly the next one and mostly by whom it is for.
    mutating func follow(_ city: City) -> (any Command, String) {
        let item = city.commitments.ids.randomElement(using: &random)
            .flatMap { city.commitments[$0] }
        let id = item?.id ?? commitment()
        let strangers = ["zs", "xg", "ch", "diaodu", "ducha", "shiban", "shizhang", "console"]
        let stranger = random.pick(strangers)
        let isNext = Int.random(in: 0..<8, using: &random) > 0
        guard let item, isNext else { return (step(id, city), stranger) }
        let lead = item.profile.lead.text
        let own = ["zhongshan": "zs", "xigang": "xg", "changhai": "ch"][lead] ?? "zs"
        if let open = item.openAdjustment {
            return (decide(id, open.number), random.pick(["shizhang", "shizhang", "shiban"]))
        }
        if item.state != .draft, Int.random(in: 0..<8, using: &random) == 0 {
            return (propose(item), random.pick([own, "diaodu"]))
        }
        let outside = random.pick(["ducha", "shiban", "diaodu2"])
        return switch item.state {
        case .draft: (issue(id, city), random.pick(["diaodu", "shiban", "console"]))
        case .issued: (AcknowledgeCommitment { $0.commitment = id }, own)
        case .acknowledged, .inProgress, .returned: (work(item, city), own)
        case .reportedDone:
            (random.pick([0, 1, 2]) == 0 ? returning(id) : verifying(id), outside)
        case .verified:
            (Int.random(in: 0..<6, using: &random) == 0 ? returning(id) : striking(id), outside)
        case .suspended: (resume(id), own)
        case .struckOff, .cancelled: (step(id, city), stranger)
        }
    }

    private mutating func work(_ item: Commitment, _ city: City) -> any Command {
        let today = city.day ?? .blank
        if item.currentEvidence.isEmpty || Int.random(in: 0..<4, using: &random) == 0 {
            return submit(item.id)
        }
        return random.pick([report(item.id, today), finish(item.id, today)])
    }

    /// Any step at all.
    private mutating func step(_ id: CommitmentID, _ city: City) -> any Command {
        let day = random.pick([day(), city.day ?? .blank])
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return issue(id, city)
        case 1: return AcknowledgeCommitment { $0.commitment = id }
        case 2: return report(id, day)
        case 3: return submit(id)
        case 4: return finish(id, day)
        case 5: return verifying(id)
        case 6: return returning(id)
        case 7: return striking(id)
        case 8: return decide(id, Int.random(in: 0...3, using: &random))
        case 9: return resume(id)
        case 10:
            let days = Int.random(in: 0...6, using: &random)
            return SetCommitmentClocks {
                ($0.clocks.acknowledge, $0.clocks.reminders) = (days, [30, days])
            }
        default:
            return city.commitments[id].map { propose($0) } ?? resume(id)
        }
    }

    private mutating func issue(_ id: CommitmentID, _ city: City) -> any Command {
        let day = random.pick([day(), city.day ?? .blank])
        return IssueCommitment { ($0.commitment, $0.day) = (id, day) }
    }

    private mutating func report(_ id: CommitmentID, _ day: Day) -> any Command {
        let percent = Int.random(in: -1...101, using: &random)
        return ReportProgress { ($0.commitment, $0.asOf, $0.percent) = (id, day, percent) }
    }

    private mutating func submit(_ id: CommitmentID) -> any Command {
        var evidence = Evidence()
        evidence.sha256 = .random(&random)
        evidence.name = .text("照片.jpg")
        return SubmitEvidence { [evidence] in ($0.commitment, $0.evidence) = (id, [evidence]) }
    }

    private func finish(_ id: CommitmentID, _ day: Day) -> any Command {
        ReportDone { ($0.commitment, $0.day) = (id, day) }
    }

    private func verifying(_ id: CommitmentID) -> any Command {
        VerifyCommitment { $0.commitment = id }
    }

    private func returning(_ id: CommitmentID) -> any Command {
        ReturnCommitment { ($0.commitment, $0.reason) = (id, .text("不实")) }
    }

    private func striking(_ id: CommitmentID) -> any Command {
        StrikeOffCommitment { $0.commitment = id }
    }

    private mutating func propose(_ item: Commitment) -> any Command {
        let due = Day(number: .random(in: 20_000...21_500, using: &random))
        let (lead, other) = (random.pick(["zhongshan", "xigang"]), house())
        let kind = random.pick([
            AdjustmentKind.revise, .revise, .revise, .suspend, .resume, .cancel,
        ])
        let clears = random.pick([[], [ClearedField.supporting], [.owner], [.post]])
        let which = kind == .revise ? Int.random(in: 0..<5, using: &random) : 5
        return ProposeAdjustment {
            ($0.commitment, $0.kind, $0.reason) = (item.id, kind, .text("原因"))
            switch which {
            case 0: $0.due = due
            case 1: $0.lead = OrganizationID(unchecked: lead)
            case 2: ($0.title, $0.criterion) = ("事项之二", .text("标准之二"))
            case 3: $0.clears = clears
            case 4: ($0.post, $0.supporting) = ("局长", [other])
            default: return
            }
        }
    }

    private func resume(_ id: CommitmentID) -> any Command {
        ProposeAdjustment {
            ($0.commitment, $0.kind, $0.reason) = (id, .resume, .text("可以继续"))
        }
    }

    private mutating func decide(_ id: CommitmentID, _ number: Int) -> any Command {
        let approved = Int.random(in: 0..<4, using: &random) > 0
        return DecideAdjustment {
            ($0.commitment, $0.adjustment, $0.approved) = (id, number, approved)
            $0.reason = approved ? nil : .text("不同意")
        }
    }
}
