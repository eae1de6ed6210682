/// Attempts that came back, so that none comes back twice. Those that have expired are forgotten,
/// and where there are very many, the oldest: their codes are used up at the provider, too.
struct UsedAttempts: Sendable {
    static let most = 20_000
    private var states: Set<String> = []
    private var order: [(state: String, until: Int64)] = []
    private var start = 0

    /// False where the attempt came back before.
    mutating func take(_ attempt: Attempt, now: Int64) -> Bool {
        while start < order.count, order[start].until <= now || states.count >= Self.most {
            states.remove(order[start].state)
            start += 1
        }
        if start > Self.most {
            order.removeFirst(start)
            start = 0
        }
        guard states.insert(attempt.state).inserted else { return false }
        order.append((attempt.state, attempt.until))
        return true
    }
}
