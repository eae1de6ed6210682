import Delivery
import Synchronization

/// The index of the latest state of the city that anybody asked for.
final class LatestIndex: Sendable {
    private let latest = Mutex<ProjectIndex?>(nil)

    func index(of city: City) -> ProjectIndex {
        let known = latest.withLock { $0 }
        let moment = Moment(city)
        if let known, known.moment == moment { return known }
        let made = ProjectIndex(city, after: known.flatMap { $0.moment < moment ? $0 : nil })
        latest.withLock { kept in
            if kept.map({ $0.moment < moment }) ?? true { kept = made }
        }
        return made
    }
}

/// What viewers of each reach see of the latest state of the city that anybody asked for.
final class LatestSeen: Sendable {
    private let latest = Mutex(ByReach<SeenCity>())

    func city(_ city: City, within reach: Viewer.Reach) -> SeenCity {
        if let known = latest.withLock({ $0.value(reach, at: Moment(city)) }) {
            return known
        }
        let made = city.seen(within: reach)
        latest.withLock { $0.keep(made, reach, at: Moment(city)) }
        return made
    }
}

/// What is to be watched in the latest state of the city that anybody asked for.
final class LatestWatch: Sendable {
    private let latest = Mutex(ByReach<WatchList>())

    func list(of sight: Sight) -> WatchList {
        let moment = Moment(sight.city)
        if let known = latest.withLock({ $0.value(sight.reach, at: moment) }) { return known }
        let made = WatchList(sight)
        latest.withLock { $0.keep(made, sight.reach, at: moment) }
        return made
    }
}

/// One value for each reach, all of one state of the city.
private struct ByReach<Value: Sendable>: Sendable {
    private var moment: Moment?
    private var values: [Viewer.Reach: Value] = [:]

    func value(_ reach: Viewer.Reach, at moment: Moment) -> Value? {
        moment == self.moment ? values[reach] : nil
    }

    mutating func keep(_ value: Value, _ reach: Viewer.Reach, at moment: Moment) {
        if let kept = self.moment, moment < kept { return }
        if moment != self.moment {
            self.moment = moment
            values = [:]
        }
        values[reach] = value
    }
}
