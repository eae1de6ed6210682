import Rulebook

extension WorkDesk {
    mutating func gatherFigures() {
        guard may(ObserveFigure.may.union(ApproveFigure.may).union(AcceptFigure.may)) else {
            return
        }
        for indicator in city.indicators.all {
            for series in city.indicators.allSeries(of: indicator.id) {
                for point in series.points {
                    guard let latest = point.latest, !indicator.isLocked(point.period) else {
                        continue
                    }
                    offer(latest, of: series.key, point.period)
                }
            }
        }
    }

    /// As a form names and takes it.
    private static func field(of period: ObservedPeriod) -> (String, String) {
        if case .undated(let reason) = period { return ("period.undated", reason.rawValue) }
        return ("period", period.description)
    }

    private mutating func offer(
        _ latest: Observation, of key: SeriesKey, _ period: ObservedPeriod
    ) {
        let fields = [
            ("indicator", key.indicator.text), ("organization", key.organization?.text ?? ""),
            Self.field(of: period),
        ].filter { !$0.1.isEmpty }
        let subject = WorkItem.Subject.figure(key, period)
        switch latest.state {
        case .submitted:
            let probe = ApproveFigure {
                ($0.indicator, $0.organization) = (key.indicator, key.organization)
                $0.period = period
            }
            offer(.approveFigure, subject, probe, fields: fields, since: latest.day)
        case .approved:
            let probe = AcceptFigure {
                ($0.indicator, $0.organization) = (key.indicator, key.organization)
                $0.period = period
            }
            offer(.acceptFigure, subject, probe, fields: fields, since: latest.day)
        case .returned:
            let probe = ObserveFigure {
                ($0.indicator, $0.organization) = (key.indicator, key.organization)
                ($0.period, $0.figure) = (period, latest.figure)
            }
            offer(.correctFigure, subject, probe, fields: fields, since: latest.day)
        case .accepted, .locked: break
        }
    }
}
