import Rulebook

/// The keeper of the indicator has looked at a figure and finds it right.
package struct ApproveFigure: ProposingCommand {
    package static let name: StaticString = "indicator.approve"
    package static let title = Words(zh: "审核指标数据", en: "Approve a figure")
    package static let may: Set<Role> = [.departmentReporter, .dispatcher, .supervisor]
    package static let refusals: [Refusal.Code] = [
        .indicatorUnknown, .figureUnknown, .periodLocked, .notYours, .samePerson,
        .figureNotSubmitted,
    ]
    package static let example = ApproveFigure {
        $0.indicator = IndicatorID(unchecked: "investment-100m")
        $0.organization = OrganizationID(unchecked: "zhongshan")
        $0.period = ObservedPeriod("2024-01..2024-09") ?? .blank
    }

    package var proposed = FigureApproved()

    package init() {}

    package var subject: Subject? { .figure(proposed.key, proposed.period) }

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let latest = try city.requireFigure(proposed.key, proposed.period)
        try city.requireKeeper(proposed.indicator, asked)
        try latest.requireOther(than: asked.actor.person)
        guard latest.state == .submitted else {
            throw Refusal(
                .figureNotSubmitted, field: "period", zh: "该数据\(latest.state.words.zh)，不是待审核",
                en: "the figure is \(latest.state.words.en) and does not wait for approval")
        }
    }
}

/// The city takes an approved figure as its own.
package struct AcceptFigure: ProposingCommand {
    package static let name: StaticString = "indicator.accept"
    package static let title = Words(zh: "采用指标数据", en: "Accept a figure")
    package static let may: Set<Role> = [.dispatcher, .supervisor]
    package static let refusals: [Refusal.Code] = [
        .indicatorUnknown, .figureUnknown, .periodLocked, .samePerson, .figureNotApproved,
    ]
    package static let example = AcceptFigure {
        $0.indicator = IndicatorID(unchecked: "investment-100m")
        $0.organization = OrganizationID(unchecked: "zhongshan")
        $0.period = ObservedPeriod("2024-01..2024-09") ?? .blank
    }

    package var proposed = FigureAccepted()

    package init() {}

    package var subject: Subject? { .figure(proposed.key, proposed.period) }

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let latest = try city.requireFigure(proposed.key, proposed.period)
        try latest.requireOther(than: asked.actor.person)
        guard latest.state == .approved else {
            throw Refusal(
                .figureNotApproved, field: "period", zh: "该数据\(latest.state.words.zh)，审核后才能采用",
                en: "the figure is \(latest.state.words.en); it is accepted once approved")
        }
    }
}

/// Sends a figure back. It counts no more; the vintage before it does again.
package struct ReturnFigure: ProposingCommand {
    package static let name: StaticString = "indicator.return"
    package static let title = Words(zh: "退回指标数据", en: "Return a figure")
    package static let may: Set<Role> = [.departmentReporter, .dispatcher, .supervisor]
    package static let refusals: [Refusal.Code] = [
        .indicatorUnknown, .figureUnknown, .periodLocked, .notYours, .figureReturned,
    ]
    package static let example = ReturnFigure {
        $0.indicator = IndicatorID(unchecked: "investment-100m")
        $0.organization = OrganizationID(unchecked: "zhongshan")
        $0.period = ObservedPeriod("2024-01..2024-09") ?? .blank
        $0.reason = .text("与台账不符，请核对")
    }

    package var proposed = FigureReturned()

    package init() {}

    package var subject: Subject? { .figure(proposed.key, proposed.period) }

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let latest = try city.requireFigure(proposed.key, proposed.period)
        try city.requireKeeper(proposed.indicator, asked)
        try proposed.reason.requireFresh(field: "reason")
        try requireText(proposed.reason, field: "reason")
        guard latest.state != .returned else {
            throw Refusal(
                .figureReturned, field: "period", zh: "该数据已退回，等待重新填报",
                en: "the figure was returned already and waits to be reported anew")
        }
    }
}

/// Closes a period of an indicator, for every organization at once.
package struct LockPeriod: ProposingCommand {
    package static let name: StaticString = "indicator.lock"
    package static let title = Words(zh: "锁定指标期间", en: "Lock an indicator's period")
    package static let may: Set<Role> = [.dispatcher]
    package static let refusals: [Refusal.Code] = [
        .indicatorUnknown, .periodMismatch, .periodLocked, .figureNotAccepted,
    ]
    package static let example = LockPeriod {
        $0.indicator = IndicatorID(unchecked: "investment-100m")
        $0.period = ObservedPeriod("2024-01..2024-09") ?? .blank
    }

    package var proposed = PeriodLocked()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let indicator = try city.require(proposed.indicator)
        try indicator.requireFitting(proposed.period)
        try indicator.requireExactly(proposed.period)
        try indicator.requireUnlocked(proposed.period)
        for series in city.indicators.allSeries(of: indicator.id) {
            guard let latest = series.point(proposed.period)?.latest,
                latest.state != .accepted
            else { continue }
            let house = series.key.organization?.text ?? "city"
            throw Refusal(
                .figureNotAccepted, field: "period",
                zh: "“\(house)”的数据\(latest.state.words.zh)，全部采用后才能锁定",
                en: "the figure of \"\(house)\" is \(latest.state.words.en); "
                    + "all must be accepted first")
        }
    }
}

package struct UnlockPeriod: ProposingCommand {
    package static let name: StaticString = "indicator.unlock"
    package static let title = Words(zh: "解锁指标期间", en: "Unlock an indicator's period")
    package static let may: Set<Role> = [.dispatcher]
    package static let refusals: [Refusal.Code] = [.indicatorUnknown, .periodNotLocked]
    package static let example = UnlockPeriod {
        $0.indicator = IndicatorID(unchecked: "investment-100m")
        $0.period = ObservedPeriod("2024-01..2024-09") ?? .blank
        $0.reason = .text("统计部门修订数据")
    }

    package var proposed = PeriodUnlocked()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let indicator = try city.require(proposed.indicator)
        guard indicator.isLocked(proposed.period) else {
            throw Refusal(
                .periodNotLocked, field: "period", zh: "“\(proposed.period)”没有锁定",
                en: "\(proposed.period) is not locked")
        }
        try proposed.reason.requireFresh(field: "reason")
        try requireText(proposed.reason, field: "reason")
    }
}

extension Observation {
    /// Nobody passes what he reported or has passed already.
    fileprivate func requireOther(than person: PersonID) throws(Refusal) {
        guard by == person || reviews.contains(where: { $0.by == person }) else { return }
        throw Refusal(
            .samePerson, field: "period", zh: "该数据由“\(person)”填报或审核，须由其他人办理",
            en: "\"\(person)\" reported or approved the figure; another person must do this")
    }
}

extension Indicator {
    /// A lock names the period as the figures do: `2024-01..2024-09`, not `2024-09`.
    fileprivate func requireExactly(_ period: ObservedPeriod) throws(Refusal) {
        let normal = profile.normal(period)
        guard normal == period else {
            throw Refusal(
                .periodMismatch, field: "period", zh: "累计指标的期间应写作 \(normal)",
                en: "a year-to-date period is written \(normal)")
        }
    }
}

extension City {
    /// The latest word on a figure whose period is open.
    fileprivate func requireFigure(
        _ key: SeriesKey, _ period: ObservedPeriod
    ) throws(Refusal) -> Observation {
        let indicator = try require(key.indicator)
        guard let latest = indicators.series(key).point(period)?.latest else {
            throw Refusal(
                .figureUnknown, field: "period",
                zh: "“\(key.organization?.text ?? "city")”没有 \(period) 的“\(indicator.id)”",
                en: "\"\(key.organization?.text ?? "city")\" has no figure of "
                    + "\"\(indicator.id)\" for \(period)")
        }
        try indicator.requireUnlocked(period)
        return latest
    }

    /// A department passes on the indicators it keeps; the city's dispatchers on all.
    fileprivate func requireKeeper(_ id: IndicatorID, _ asked: Asked) throws(Refusal) {
        let cityWide: Set<Role> = [.dispatcher, .supervisor]
        guard asked.actor.roles.isDisjoint(with: cityWide) else { return }
        if let home = asked.actor.organization, let owner = indicators[id]?.profile.owner,
            organizations.isWithin(owner, home, on: asked.today)
        {
            return
        }
        throw Refusal(
            .notYours, field: "indicator",
            zh: "指标“\(id)”不由“\(asked.actor.organization?.text ?? "")”归口",
            en: "\"\(id)\" is not kept by \"\(asked.actor.organization?.text ?? "")\"")
    }
}
