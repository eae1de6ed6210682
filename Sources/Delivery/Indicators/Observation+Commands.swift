import Rulebook

/// A figure of one period, or, with a reason, a further vintage of one. Nothing is replaced.
package struct ObserveFigure: ProposingCommand {
    package static let name: StaticString = "indicator.observe"
    package static let title = Words(zh: "填报指标数据", en: "Report a figure")
    package static let may = Role.registrars
    package static let refusals: [Refusal.Code] =
        [
            .indicatorUnknown, .organizationUnknown, .notYours, .periodMismatch, .dayInFuture,
            .periodLocked, .nothingChanges,
        ] + Provenance.refusals
    package static let example = ObserveFigure {
        $0.indicator = IndicatorID(unchecked: "investment-100m")
        $0.organization = OrganizationID(unchecked: "zhongshan")
        $0.period = ObservedPeriod("2024-01..2024-09") ?? .blank
        $0.figure = .exact(Decimal(unscaled: 1_204, places: 1))
        $0.growth = Decimal(unscaled: 137, places: 1)
        $0.provenance = Provenance(.reported)
    }

    package var proposed = FigureObserved()

    package init() {}

    package var subject: Subject? { .figure(proposed.key, proposed.period) }

    package func decide(_ city: City, _ asked: Asked) throws(Refusal) -> [any EventBody] {
        try check(city, asked)
        var event = proposed
        event.period = try city.require(event.indicator).profile.normal(event.period)
        return [event]
    }

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let indicator = try city.require(proposed.indicator)
        if let id = proposed.organization { try city.require(id, field: "organization") }
        try city.requireReporting(indicator, of: proposed.organization, asked)
        let period = indicator.profile.normal(proposed.period)
        try indicator.requireFitting(period)
        if let start = period.start { try asked.requireNotFuture(start, field: "period") }
        try indicator.requireUnlocked(period)
        if case .ofClass(let name) = proposed.figure { try requireText(name, field: "figure") }
        let point = city.indicators.series(proposed.key).point(period)
        let vintages = point?.vintages ?? []
        try proposed.note.requireFresh(among: vintages.map(\.note), field: "note")
        try proposed.reason.requireFresh(field: "reason")
        try city.check(proposed.provenance, doubts: vintages.map(\.provenance.doubt))
        guard let latest = point?.latest, latest.state != .returned else { return }
        if latest.says(proposed) {
            throw Refusal(
                .nothingChanges, zh: "“\(period)”的数据已如此填报",
                en: "the figure of \(period) is reported like this already")
        }
        try requireText(proposed.reason, field: "reason")
    }
}

extension Observation {
    fileprivate func says(_ other: FigureObserved) -> Bool {
        figure == other.figure && growth == other.growth && provenance == other.provenance
            && periodInferred == other.periodInferred && note == other.note
    }
}

extension Indicator {
    func requireFitting(_ period: ObservedPeriod) throws(Refusal) {
        guard !profile.fits(period) else { return }
        let example: String =
            switch (profile.frequency, profile.basis) {
            case (.month, .level): "2024-10"
            case (.month, _): "2024-01..2024-10"
            case (.quarter, .level): "2024-Q3"
            case (.quarter, _): "2024-01..2024-09"
            default: "2024"
            }
        let words = (profile.frequency.words, profile.basis.words)
        throw Refusal(
            .periodMismatch, field: "period",
            zh: "指标“\(id)”为\(words.0.zh)、\(words.1.zh)，期间应形如 \(example)，而不是 \(period)",
            en: "\"\(id)\" is \(words.0.en), \(words.1.en); its periods are such as \(example), "
                + "not \(period)")
    }

    func requireUnlocked(_ period: ObservedPeriod) throws(Refusal) {
        guard isLocked(period) else { return }
        throw Refusal(
            .periodLocked, field: "period", zh: "“\(period)”已锁定，由调度人员解锁后才能改动",
            en: "\(period) is locked; a dispatcher must unlock it first")
    }
}

extension City {
    /// Reporters speak for organizations of their own subtree, and for all of them where the
    /// indicator is kept by their house. The city's own figures are its keeper's.
    func requireReporting(
        _ indicator: Indicator, of organization: OrganizationID?, _ asked: Asked
    ) throws(Refusal) {
        guard let home = asked.actor.organization else { return }
        let cityWide: Set<Role> = [.dispatcher, .supervisor]
        if !asked.actor.roles.isDisjoint(with: cityWide) { return }
        let houses = [organization, indicator.profile.owner].compactMap { $0 }
        guard !houses.contains(where: { organizations.isWithin($0, home, on: asked.today) })
        else { return }
        let subject = organization?.text ?? "city"
        throw Refusal(
            .notYours, field: organization == nil ? "indicator" : "organization",
            zh: "“\(home)”不能填报“\(subject)”的“\(indicator.id)”",
            en: "\"\(home)\" does not report \"\(indicator.id)\" of \"\(subject)\"")
    }
}
