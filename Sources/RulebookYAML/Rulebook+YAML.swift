public import Rulebook

extension Rulebook {
    /// Reads a rulebook's YAML and checks it; throws all that is wrong with it.
    ///
    /// `file` is the name that errors cite.
    public init(yaml bytes: [UInt8], file: String) throws(Problems) {
        let document = YAMLDocument(bytes, file: file)
        guard let root = document.root, document.problems.isEmpty else {
            throw Problems(document.problems)
        }
        var reader = RuleReader(file: file)
        let rulebook = reader.rulebook(root)
        let problems = reader.problems + rulebook.problems()
        guard problems.isEmpty else {
            throw Problems(
                problems.enumerated().sorted {
                    ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
                }.map(\.element))
        }
        self = rulebook
    }
}
