import Delivery

extension CommitmentSheet.View {
    /// What stands above the sheet: what is wrong, or what came between.
    var summary: HTML {
        switch model.outcome {
        case .open, .preview: return .empty
        case .nothingToDo:
            return "<p class=\"empty\" role=\"status\">\(t(.nothingWasChanged))</p>"
        case .signedOut:
            return FormAlert(visit: visit).html(
                .sessionOver, .sessionOverLead,
                "<p><a href=\"\(visit.link("/sign-in"))\" target=\"_blank\" rel=\"noopener\">"
                    + "\(t(.signInElsewhere))</a></p>")
        case .renewed:
            return FormAlert(visit: visit).html(.submitAgain, .submitAgainLead, .empty)
        case .refused:
            return FormAlert(visit: visit).html(
                .formProblems, .nothingLost, "<ul>\(lines)</ul>")
        }
    }

    /// Each with the way to its cell.
    private var lines: [HTML] {
        model.rows.enumerated().flatMap { place, row in
            row.problems.sorted { $0.key < $1.key }.flatMap { name, all in
                all.map { words -> HTML in
                    let field = CommitmentSheet.Field.named(name)
                    let cell = GridView.id(name, place) + (name.isEmpty ? "-error" : "")
                    let head = field.map { " · \(t($0.title))" as HTML } ?? .empty
                    return """
                        <li><a href="#\(cell)">\(row.id)\(head)</a> \
                        \(t.data(t(words)))</li>

                        """
                }
            }
        }
    }
}
