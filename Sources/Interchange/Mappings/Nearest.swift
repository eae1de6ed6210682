/// Finds what somebody probably meant.
package enum Nearest {
    /// The choice that differs least from `text`, if the difference is small against its length.
    package static func choice(to text: String, among choices: some Sequence<String>) -> String? {
        let wanted = Array(text.lowercased().unicodeScalars.prefix(64))
        var best: (choice: String, distance: Int)?
        for choice in choices {
            let candidate = Array(choice.lowercased().unicodeScalars.prefix(64))
            let distance = distance(wanted, candidate)
            if distance < best?.distance ?? Int.max { best = (choice, distance) }
        }
        guard let best, best.distance <= max(1, wanted.count / 3) else { return nil }
        return best.choice
    }

    /// Insertions, removals and replacements between the two.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let above = row[j + 1]
                row[j + 1] = a == b ? diagonal : 1 + min(diagonal, above, row[j])
                diagonal = above
            }
        }
        return row[right.count]
    }
}
