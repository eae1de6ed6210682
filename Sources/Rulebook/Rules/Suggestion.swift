/// The known word nearest to a mistyped one, if it is near: at most two letters wrong, and fewer
/// than half of them.
package func suggestion(for word: String, among known: [String]) -> String? {
    let typed = Array(word.unicodeScalars.prefix(64))
    var best: (word: String, distance: Int)?
    for candidate in known {
        let distance = editDistance(typed, Array(candidate.unicodeScalars.prefix(64)))
        if distance <= 2, distance * 2 < max(typed.count, 2), distance < best?.distance ?? 3 {
            best = (candidate, distance)
        }
    }
    return best?.word
}

/// Insertions, deletions, replacements and swaps of neighbours.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    guard abs(left.count - right.count) <= 2, !left.isEmpty, !right.isEmpty else {
        return max(left.count, right.count)
    }
    var before = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for i in 1...left.count {
        var row = [i] + [Int](repeating: 0, count: right.count)
        for j in 1...right.count {
            let same = left[i - 1] == right[j - 1]
            row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1))
            if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                row[j] = min(row[j], before[j - 2] + 1)
            }
        }
        (before, last) = (last, row)
    }
    return last[right.count]
}

/// `; did you mean "weight"?` in both languages, or nothing.
///
/// `found` counts the problems already told: whoever has fifty is not helped by guesses, and to
/// guess for thousands of names among thousands takes minutes.
package func suggestionClause(
    for word: String, among known: [String], found: Int
) -> (zh: String, en: String) {
    guard found < 50, let near = suggestion(for: word, among: known) else { return ("", "") }
    return ("；是否想写“\(near)”？", "; did you mean \"\(near)\"?")
}
