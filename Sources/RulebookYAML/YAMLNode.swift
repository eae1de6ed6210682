/// A YAML document as the language sees it: scalars and keys are their source text.
struct YAMLNode {
    struct Key {
        let text: String
        let line: Int
        let column: Int
    }

    struct Entry {
        let key: Key
        let value: YAMLNode
    }

    enum Content {
        /// Only plain scalars may resolve to true, false or null.
        case scalar(String, isPlain: Bool)
        case sequence([YAMLNode])
        case mapping([Entry])
    }

    let content: Content
    let line: Int
    let column: Int

    var isNull: Bool {
        guard case .scalar("null", isPlain: true) = content else { return false }
        return true
    }

    /// The value of `{param: …}`.
    var soleParam: YAMLNode? {
        guard case .mapping(let entries) = content, entries.count == 1 else { return nil }
        return self["param"]
    }

    /// The first value under the key, compared by bytes.
    subscript(key: String) -> YAMLNode? {
        guard case .mapping(let entries) = content else { return nil }
        return entries.first { $0.key.text.utf8.elementsEqual(key.utf8) }?.value
    }
}
