import Synchronization

/// Counts of answers and how long they took, for `GET /metrics` in the Prometheus text format.
package final class Metrics: Sendable {
    private struct Series {
        var buckets = [Int](repeating: 0, count: Metrics.bounds.count)
        var count = 0
        var seconds = 0.0
    }

    private struct Key: Hashable {
        var route: String
        var status: Int
    }

    private static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5]

    private let series = Mutex<[Key: Series]>([:])

    package init() {}

    package func count(route: String, status: Int, duration: Duration) {
        let parts = duration.components
        let seconds = Double(parts.seconds) + Double(parts.attoseconds) / 1e18
        series.withLock { all in
            var one = all[Key(route: route, status: status)] ?? Series()
            one.count += 1
            one.seconds += seconds
            if let place = Self.bounds.firstIndex(where: { seconds <= $0 }) {
                one.buckets[place] += 1
            }
            all[Key(route: route, status: status)] = one
        }
    }

    /// - Parameter gauges: further values, by name.
    package func text(gauges: [(name: String, help: String, value: Int)]) -> String {
        var lines: [String] = []
        for gauge in gauges {
            lines.append("# HELP \(gauge.name) \(gauge.help)")
            lines.append("# TYPE \(gauge.name) gauge")
            lines.append("\(gauge.name) \(gauge.value)")
        }
        let name = "saima_http_request_duration_seconds"
        lines.append("# HELP \(name) Time to make an answer, by route and status.")
        lines.append("# TYPE \(name) histogram")
        let all = series.withLock { $0 }
        for (key, one) in all.sorted(by: {
            ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status)
        }) {
            let labels = "route=\"\(key.route)\",status=\"\(key.status)\""
            var sum = 0
            for (bound, count) in zip(Self.bounds, one.buckets) {
                sum += count
                lines.append("\(name)_bucket{\(labels),le=\"\(bound)\"} \(sum)")
            }
            lines.append("\(name)_bucket{\(labels),le=\"+Inf\"} \(one.count)")
            lines.append("\(name)_sum{\(labels)} \(one.seconds)")
            lines.append("\(name)_count{\(labels)} \(one.count)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
