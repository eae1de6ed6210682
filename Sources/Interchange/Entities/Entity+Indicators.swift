import Delivery
import JSON
import Rulebook

extension Entity {
    static let indicator = Entity(
        name: "indicator", words: Words(zh: "指标", en: "indicator"),
        command: "indicator.register", fields: fields(of: "indicator.register"),
        defaultKey: ["id"], onlyWhenNew: ["id"],
        held: { wanted, _, holding in
            guard let id = wanted["id"]?.stringValue.flatMap({ IndicatorID($0) }),
                let indicator = holding.city.indicators[id]
            else { return nil }
            var event = IndicatorRegistered()
            event.id = id
            event.profile = indicator.profile
            event.profile.note = holding.open(indicator.profile.note)
            return object(event)
        },
        change: { wanted, held, _ in
            [
                wanted.setting("id", nil).setting("indicator", held["id"])
                    .setting("cmd", .string("indicator.revise"))
            ]
        })

    /// A figure of a period. A changed one is a new vintage beside the old, and wants a reason.
    static let indicatorObservation = Entity(
        name: "indicator.observation", words: Words(zh: "指标数据", en: "figure"),
        command: "indicator.observe", fields: fields(of: "indicator.observe"),
        defaultKey: ["indicator", "organization", "period"], onlyWhenNew: ["reason"],
        held: { wanted, _, holding in
            guard let (key, period) = figure(wanted),
                let indicator = holding.city.indicators[key.indicator],
                let latest = holding.city.indicators.series(key)
                    .point(indicator.profile.normal(period))?.latest,
                latest.state != .returned
            else { return nil }
            var event = FigureObserved()
            (event.indicator, event.organization) = (key.indicator, key.organization)
            // As the sheet writes it: October is January to October of a year-to-date figure.
            event.period = period
            event.periodInferred = latest.periodInferred
            (event.figure, event.growth) = (latest.figure, latest.growth)
            event.provenance = latest.provenance
            event.provenance.doubt = holding.open(latest.provenance.doubt)
            event.note = holding.open(latest.note)
            return object(event)
        },
        change: { wanted, _, _ in [wanted.setting("cmd", .string("indicator.observe"))] })

    /// What is to be reached of an indicator in a year, by who set it.
    static let indicatorTarget = Entity(
        name: "indicator.target", words: Words(zh: "指标目标", en: "indicator's target"),
        command: "indicator.setTarget", fields: fields(of: "indicator.setTarget"),
        defaultKey: ["indicator", "organization", "year", "setter"], onlyWhenNew: [],
        held: { wanted, _, holding in
            guard let id = wanted["indicator"]?.stringValue.flatMap({ IndicatorID($0) }),
                let year = wanted["year"]?.intValue,
                let setter = wanted["setter"]?.stringValue.flatMap({ TargetSetter(rawValue: $0) }),
                let target = holding.city.indicators[id]?.target(
                    IndicatorTarget.Key(
                        organization: house(wanted), year: year, setter: setter))
            else { return nil }
            var event = IndicatorTargetSet()
            (event.indicator, event.organization) = (id, target.key.organization)
            (event.year, event.setter) = (year, setter)
            (event.amount, event.schedule) = (target.amount, target.schedule)
            event.provenance = target.provenance
            event.provenance.doubt = holding.open(target.provenance.doubt)
            return object(event)
        },
        change: { wanted, _, _ in [wanted.setting("cmd", .string("indicator.setTarget"))] })

    private static func house(_ wanted: JSON) -> OrganizationID? {
        wanted["organization"]?.stringValue.flatMap { OrganizationID($0) }
    }

    private static func figure(_ wanted: JSON) -> (SeriesKey, ObservedPeriod)? {
        guard let id = wanted["indicator"]?.stringValue.flatMap({ IndicatorID($0) }) else {
            return nil
        }
        let undated = wanted["period"]?["undated"]?.stringValue
            .flatMap { UndatedReason(rawValue: $0) }
        let period =
            undated.map { .undated($0) }
            ?? wanted["period"]?.stringValue.flatMap { ObservedPeriod($0) }
        return period.map { (SeriesKey(indicator: id, organization: house(wanted)), $0) }
    }
}
