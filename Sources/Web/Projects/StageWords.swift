import Delivery

/// How far a project has come, in words, and whose word it is.
enum StageWords {
    static func plain(_ row: ProjectRow, _ t: Localizer) -> String {
        row.stage.map { t($0.words) } ?? ""
    }

    static func html(_ row: ProjectRow, _ t: Localizer) -> HTML {
        guard let stage = row.stage else {
            return "<span class=\"light grey\">\(t(.noStage))</span>"
        }
        switch row.standing {
        case .suspended:
            return "\(t(stage.words)) <span class=\"light yellow\">\(t(.suspended))</span>"
        case .terminated:
            return "\(t(stage.words)) <span class=\"light grey\">\(t(.terminated))</span>"
        case .active:
            let pending: HTML =
                row.hasPendingClaim ? " <small>\(t(.claimPending))</small>" : ""
            let word: HTML = row.isRecognised ? "" : " <small>\(t(.asReported))</small>"
            return "\(t(stage.words))\(word)\(pending)"
        }
    }
}
