extension Note? {
    /// A command brings its note as text. Naming what is sealed already is right only for the
    /// notes that stand where the command writes; any other hash could be somebody else's.
    func requireFresh(among standing: [Note?] = [], field: String) throws(Refusal) {
        guard case .sealed = self, !standing.contains(self) else { return }
        throw Refusal(
            .fieldMalformed, field: field, zh: "“\(field)”应为文本",
            en: "\(field) must be text, not the hash of a sealed note")
    }
}

extension Note {
    func requireFresh(among standing: [Note?] = [], field: String) throws(Refusal) {
        try Note?.some(self).requireFresh(among: standing, field: field)
    }
}

/// A free text that is brought must say something, and one must be brought.
func requireText(_ note: Note?, field: String) throws(Refusal) {
    switch note {
    case .sealed: return
    case .text(let text): try requireText(text, field: field)
    case nil: try requireText("", field: field)
    }
}
