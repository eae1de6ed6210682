import CityHall
import Delivery
import Foundation
import JSON
import Ledger
import Rulebook

/// Makes the commands of a made-up year's acts, on the day they are needed.
struct SyntheticCommands: Sendable {
    let diary: SyntheticDiary

    func submission(_ act: SyntheticDiary.Act) -> Submission {
        let project = diary.projects[Int(act.project)]
        let key = "new-\(act.kind)-\(project.number)-\(act.place)"
        let reporter = SyntheticPlaces.reporter(of: project.area)
        switch act.kind {
        case .register: return Submission(key: key, register(project), as: reporter)
        case .plan: return Submission(key: key, plan(project), as: SyntheticPlaces.dispatcher)
        case .schedule: return Submission(key: key, schedule(project), as: reporter)
        case .claim:
            return Submission(key: key, claim(project, Int(act.place)), as: reporter)
        case .rule: return rule(project, Int(act.place), key)
        case .enter:
            let command = EnterStatistics {
                $0.project = id(project)
                $0.day = project.enteredOn ?? .epoch
            }
            return Submission(key: key, command, as: SyntheticPlaces.statistician)
        case .invest:
            let month = Int(act.place)
            let command = ReportInvestment {
                $0.project = id(project)
                $0.month = Month(year: 2024, month: month) ?? Day.epoch.month
                $0.amount = money(project.invested[month] ?? 0)
            }
            return Submission(key: key, command, as: reporter)
        }
    }

    func id(_ project: SyntheticProject) -> ProjectID {
        let digits = String(project.number)
        let padded = String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
        return ProjectID(unchecked: "\(SyntheticPlaces.areas[project.area].id)-\(padded)")
    }

    /// A hundredth of 亿元 is a million 元.
    private func money(_ amount: Int) -> Money { Money(minor: Int64(amount) * 100_000_000) }

    private func register(_ project: SyntheticProject) -> RegisterProject {
        let trade = SyntheticProject.trades[project.trade]
        let area = SyntheticPlaces.organization(of: project.area)
        return RegisterProject {
            $0.id = id(project)
            $0.profile.name =
                "示例\(SyntheticPlaces.areas[project.area].zh)\(trade.zh)项目\(project.number)"
            $0.profile.lead = area
            $0.profile.industry = trade.zh
            $0.profile.cluster = trade.cluster.map { CodeName(unchecked: $0) }
            $0.profile.strategic = project.isStrategic
            $0.profile.investor = "示例企业\(project.number % 997 + 1)"
            $0.profile.totalInvestment = .known(money(project.amount))
            $0.credits = [Credit(area, .whole)]
            if let partner = project.partner, let most = Share("0.6"), let rest = Share("0.4") {
                $0.credits = [
                    Credit(area, most), Credit(SyntheticPlaces.organization(of: partner), rest),
                ]
            }
            $0.from = project.signed
        }
    }

    private func plan(_ project: SyntheticProject) -> PlanYear {
        PlanYear {
            $0.project = id(project)
            $0.year = 2024
            $0.amount = money(project.invested.values.reduce(0, +) * 21 / 20)
        }
    }

    private func schedule(_ project: SyntheticProject) -> ScheduleStage {
        ScheduleStage {
            $0.project = id(project)
            $0.stage = .started
            $0.kind = .baseline
            $0.day = project.signed.adding(days: 180) ?? project.signed
        }
    }

    private func claim(_ project: SyntheticProject, _ place: Int) -> ClaimStage {
        let claim = project.claims[place]
        return ClaimStage {
            $0.project = id(project)
            $0.stage = claim.stage
            $0.day = claim.day
            $0.evidence = claim.stage.requiredEvidence.map { kind in
                var evidence = Evidence()
                evidence.kind = kind
                let name = Array("\(id(project)) \(place) \(kind.rawValue)".utf8)
                let hash = name.withUnsafeBytes { Merkle.sha256($0) }
                evidence.sha256 = SHA256Text(hash.hex) ?? .blank
                evidence.size = 20_000 + name.count * 37
                evidence.mediaType = kind == .sitePhotograph ? "image/jpeg" : "application/pdf"
                return evidence
            }
        }
    }

    private func rule(_ project: SyntheticProject, _ place: Int, _ key: String) -> Submission {
        let claim = project.claims[place]
        if claim.isRefused {
            let command = RefuseStage {
                $0.project = id(project)
                $0.claim = place + 1
                $0.because = [.evidenceInsufficient, .notOnSite, .dateWrong][project.number % 3]
            }
            return Submission(key: key, command, as: SyntheticPlaces.inspector)
        }
        let command = RecogniseStage {
            $0.project = id(project)
            $0.claim = place + 1
            $0.day = claim.day
        }
        let judge = [SyntheticPlaces.inspector, SyntheticPlaces.dispatcher][project.number % 2]
        return Submission(key: key, command, as: judge)
    }
}
