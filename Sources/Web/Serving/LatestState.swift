import Delivery
import Synchronization

/// The index of the latest state of the city that anybody asked for.
final class LatestIndex: Sendable {
    private let latest = Mutex<ProjectIndex?>(nil)

    func index(of city: City) -> ProjectIndex {
        let known = latest.withLock { $0 }
        if let known, known.size == city.size { return known }
        let made = ProjectIndex(city, after: known.flatMap { $0.size < city.size ? $0 : nil })
        latest.withLock { kept in
            if (kept?.size ?? -1) < made.size { kept = made }
        }
        return made
    }
}

/// What viewers of each reach see of the latest state of the city that anybody asked for.
final class LatestSeen: Sendable {
    private let latest = Mutex(ByReach<SeenCity>())

    func city(_ city: City, within reach: Viewer.Reach) -> SeenCity {
        if let known = latest.withLock({ $0.value(reach, of: city.size) }) { return known }
        let made = city.seen(within: reach)
        latest.withLock { $0.keep(made, reach, of: city.size) }
        return made
    }
}

/// What is to be watched in the latest state of the city that anybody asked for.
final class LatestWatch: Sendable {
    private let latest = Mutex(ByReach<WatchList>())

    func list(of sight: Sight) -> WatchList {
        let size = sight.city.size
        if let known = latest.withLock({ $0.value(sight.reach, of: size) }) { return known }
        let made = WatchList(sight)
        latest.withLock { $0.keep(made, sight.reach, of: size) }
        return made
    }
}

/// One value for each reach, all of one state of the city.
private struct ByReach<Value: Sendable>: Sendable {
    private var size = -1
    private var values: [Viewer.Reach: Value] = [:]

    func value(_ reach: Viewer.Reach, of size: Int) -> Value? {
        size == self.size ? values[reach] : nil
    }

    mutating func keep(_ value: Value, _ reach: Viewer.Reach, of size: Int) {
        guard size >= self.size else { return }
        if size > self.size {
            self.size = size
            values = [:]
        }
        values[reach] = value
    }
}
