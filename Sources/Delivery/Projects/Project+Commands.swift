import Rulebook

extension Role {
    /// Who keeps the register of projects.
    static let registrars: Set<Role> = [
        .console, .dispatcher, .departmentReporter, .districtReporter,
    ]
}

package struct RegisterProject: ProposingCommand {
    package static let name: StaticString = "project.register"
    package static let title = Words(zh: "登记项目", en: "Register a project")
    package static let may = Role.registrars
    package static let refusals: [Refusal.Code] =
        [
            .projectTaken, .codeTaken, .organizationUnknown, .organizationTwice, .sharesNotOne,
            .notYours, .amountNegative,
        ] + Alignment.refusals + Provenance.refusals
    package static let example = RegisterProject {
        $0.id = ProjectID(unchecked: "zhongshan-00001")
        $0.profile.name = "示例新材料项目"
        $0.profile.lead = OrganizationID(unchecked: "zhongshan")
        $0.profile.strategic = true
        $0.profile.totalInvestment = .known(Money(minor: 125_000_000_000))
        $0.credits = [Credit(OrganizationID(unchecked: "zhongshan"), .whole)]
        $0.from = Month(year: 2024, month: 3)?.firstDay ?? .blank
    }

    package var proposed = ProjectRegistered()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        guard city.projects[proposed.id] == nil else {
            throw Refusal(
                .projectTaken, field: "id", zh: "项目编号“\(proposed.id)”已登记",
                en: "project \"\(proposed.id)\" is registered already")
        }
        try city.check(proposed.profile, of: proposed.id)
        try proposed.profile.description.requireFresh(field: "description")
        try Credit.check(proposed.credits, in: city)
        var project = Project(id: proposed.id, profile: proposed.profile, registered: city.size)
        project.credits.set(proposed.credits, from: asked.today, seq: city.size)
        try city.requireOwn(project, asked)
    }
}

/// Replaces the profile; what is left out is taken away.
package struct ReviseProject: ProposingCommand {
    package static let name: StaticString = "project.revise"
    package static let title = Words(zh: "修改项目", en: "Revise a project's profile")
    package static let may = Role.registrars
    package static let refusals: [Refusal.Code] =
        [
            .projectUnknown, .projectTerminated, .codeTaken, .organizationUnknown, .notYours,
            .amountNegative, .stageNotOnTrack,
        ] + Alignment.refusals + Provenance.refusals
    package static let example = ReviseProject {
        $0.project = ProjectID(unchecked: "zhongshan-00001")
        $0.profile.name = "示例新材料项目（一期）"
        $0.profile.lead = OrganizationID(unchecked: "zhongshan")
    }

    package var proposed = ProjectRevised()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let project = try city.requireOpen(proposed.project)
        try city.requireOwn(project, asked)
        try city.check(
            proposed.profile, of: project.id, doubts: [project.profile.provenance.doubt])
        try proposed.profile.description.requireFresh(
            among: [project.profile.description], field: "description")
        let track = proposed.profile.track
        let lost = project.claims.first { track.position(of: $0.stage) == nil }
        if let lost {
            throw Refusal(
                .stageNotOnTrack, field: "track",
                zh: "已有“\(lost.stage.words.zh)”的申报，“\(track.words.zh)”没有该环节",
                en: "the project has a claim of \(lost.stage.rawValue), "
                    + "which is no stage of the track \(track.rawValue)")
        }
    }
}

package struct CreditProject: ProposingCommand {
    package static let name: StaticString = "project.credit"
    package static let title = Words(zh: "调整项目归属份额", en: "Credit a project to organizations")
    package static let may: Set<Role> = [.console, .dispatcher]
    package static let refusals: [Refusal.Code] = [
        .projectUnknown, .projectTerminated, .organizationUnknown, .organizationTwice,
        .sharesNotOne,
    ]
    package static let example = CreditProject {
        $0.project = ProjectID(unchecked: "zhongshan-00001")
        $0.credits = [
            Credit(OrganizationID(unchecked: "zhongshan"), Share("0.6") ?? .whole),
            Credit(OrganizationID(unchecked: "changhai"), Share("0.4") ?? .whole),
        ]
        $0.from = Month(year: 2024, month: 7)?.firstDay ?? .blank
    }

    package var proposed = ProjectCredited()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        _ = try city.requireOpen(proposed.project)
        try Credit.check(proposed.credits, in: city)
    }
}

/// Suspends, resumes or terminates.
package struct ChangeProjectStanding: ProposingCommand {
    package static let name: StaticString = "project.changeStanding"
    package static let title = Words(zh: "中止、恢复或终止项目", en: "Suspend, resume or terminate")
    package static let may: Set<Role> = [.console, .dispatcher]
    package static let refusals: [Refusal.Code] = [
        .projectUnknown, .projectTerminated, .projectNotActive, .projectNotSuspended,
        .dayInFuture,
    ]
    package static let example = ChangeProjectStanding {
        $0.project = ProjectID(unchecked: "zhongshan-00001")
        $0.change = .suspended
        $0.day = Month(year: 2024, month: 8)?.firstDay ?? .blank
        $0.reason = .text("投资方调整计划")
    }

    package var proposed = ProjectStandingChanged()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let project = try city.requireOpen(proposed.project)
        try asked.requireNotFuture(proposed.day, field: "day")
        try proposed.reason.requireFresh(field: "reason")
        switch (proposed.change, project.standing) {
        case (.suspended, .suspended(let from)):
            throw Refusal(
                .projectNotActive, field: "change", zh: "项目自 \(from) 起已中止",
                en: "the project has been suspended since \(from)")
        case (.resumed, .active):
            throw Refusal(
                .projectNotSuspended, field: "change", zh: "项目没有中止，无需恢复",
                en: "the project is not suspended, so it cannot be resumed")
        default: return
        }
    }
}

/// What an agency reports of a project as of a day; earlier reports stay as they are.
package struct ReportProject: ProposingCommand {
    package static let name: StaticString = "project.report"
    package static let title = Words(zh: "报告项目进展", en: "Report a project's progress")
    package static let may = Role.registrars
    package static let refusals: [Refusal.Code] =
        [
            .projectUnknown, .projectTerminated, .notYours, .dayInFuture, .stageNotOnTrack,
            .nothingChanges,
        ] + Provenance.refusals
    package static let example = ReportProject {
        $0.project = ProjectID(unchecked: "zhongshan-00001")
        $0.asOf = Month(year: 2024, month: 9)?.lastDay ?? .blank
        $0.stage = .known(.building)
        $0.totalInvestment = .known(Money(minor: 130_000_000_000))
        $0.completion = .unknown(.implausibleDate, source: "2204-12-31")
    }

    package var proposed = ProjectReported()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let project = try city.requireOpen(proposed.project)
        try city.requireOwn(project, asked)
        try asked.requireNotFuture(proposed.asOf, field: "as_of")
        try proposed.note.requireFresh(among: project.reports.map(\.note), field: "note")
        try city.check(proposed.provenance, doubts: project.reports.map(\.provenance.doubt))
        if let stage = proposed.stage?.value {
            try project.requireStage(stage)
        }
        if let start = proposed.reached?.start {
            try asked.requireNotFuture(start, field: "reached")
        }
        if let standing = project.reportsInForce.first(where: { $0.asOf == proposed.asOf }),
            standing == proposed.report(seq: standing.seq)
        {
            throw Refusal(
                .nothingChanges, zh: "\(proposed.asOf) 的进展与已有报告相同",
                en: "the report of \(proposed.asOf) says the same already")
        }
    }
}

extension Project {
    func requireStage(_ stage: Stage) throws(Refusal) {
        guard profile.track.position(of: stage) != nil else {
            let stages = profile.track.stages.map(\.rawValue).joined(separator: ", ")
            throw Refusal(
                .stageNotOnTrack, field: "stage",
                zh: "“\(profile.track.words.zh)”没有“\(stage.words.zh)”环节，可选：\(stages)",
                en: "\(stage.rawValue) is no stage of the track \(profile.track.rawValue), "
                    + "which has \(stages)")
        }
    }
}

extension City {
    func check(
        _ profile: ProjectProfile, of id: ProjectID, doubts standing: [Note?] = []
    ) throws(Refusal) {
        try requireText(profile.name, field: "name")
        try check(profile.alignment)
        try check(profile.provenance, doubts: standing)
        if let lead = profile.lead { try require(lead, field: "lead") }
        for partner in profile.partners { try require(partner, field: "partners") }
        if let code = profile.code, let other = projects.project(coded: code), other.id != id {
            throw Refusal(
                .codeTaken, field: "code", zh: "国家项目代码 \(code.text) 已属于项目“\(other.id)”",
                en: "the national code \(code.text) belongs to project \"\(other.id)\" already")
        }
        if let amount = profile.totalInvestment?.value, amount.isNegative {
            throw Refusal(
                .amountNegative, field: "total_investment", zh: "总投资不能为负：\(amount)",
                en: "the total investment must not be negative: \(amount)")
        }
    }
}
