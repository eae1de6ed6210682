extension Rulebook {
    /// Measures by index, each after those it is made of.
    enum Order {
        case success([Int])
        /// The measures of one circle, each made of the next.
        case failure([Int])
    }

    /// Finds the order without recursion, so that a chain may be as long as the file allows.
    func order() -> Order {
        let indexes = measureIndexes
        let needs = measures.map { $0.operands.compactMap { indexes[ExactText($0.name)] } }
        var users = [[Int]](repeating: [], count: measures.count)
        var open = needs.map(\.count)
        for (index, list) in needs.enumerated() {
            for need in list { users[need].append(index) }
        }
        var order = open.indices.filter { open[$0] == 0 }
        var next = 0
        while next < order.count {
            for user in users[order[next]] {
                open[user] -= 1
                if open[user] == 0 { order.append(user) }
            }
            next += 1
        }
        guard order.count < measures.count, var at = open.firstIndex(where: { $0 > 0 }) else {
            return .success(order)
        }
        var path: [Int] = []
        var position: [Int: Int] = [:]
        while position[at] == nil {
            position[at] = path.count
            path.append(at)
            guard let need = needs[at].first(where: { open[$0] > 0 }) else { break }
            at = need
        }
        return .failure(Array(path[(position[at] ?? 0)...]))
    }

    var measureIndexes: [ExactText: Int] {
        Dictionary(
            measures.enumerated().map { (ExactText($0.element.name), $0.offset) },
            uniquingKeysWith: { first, _ in first })
    }
}
