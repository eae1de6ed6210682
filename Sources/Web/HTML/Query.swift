/// The query of an address, in its own order: what a page shows is in here and nowhere else, so
/// that a filtered table can be kept, sent and exported by its address.
package struct Query: Sendable, Equatable {
    package struct Item: Sendable, Equatable {
        package var name: String
        package var value: String
    }

    package private(set) var items: [Item] = []

    package init() {}

    /// Items that are not well-formed are left out: an address is typed by people. Only the
    /// first are read.
    package init(parsing text: String, atMost limit: Int = 64) {
        for part in text.split(separator: "&").prefix(limit) {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Percent.decode(pair[0], plusIsSpace: true), !name.isEmpty,
                let value = Percent.decode(pair.count > 1 ? pair[1] : "", plusIsSpace: true)
            else { continue }
            items.append(Item(name: name, value: value))
        }
    }

    package var isEmpty: Bool { items.isEmpty }

    /// The first value of that name; an empty one, as an untouched form field sends it, is nil.
    package subscript(_ name: String) -> String? {
        get {
            let value = items.first { $0.name == name }?.value
            return value?.isEmpty == true ? nil : value
        }
        set {
            let place = items.firstIndex { $0.name == name }
            items.removeAll { $0.name == name }
            guard let newValue else { return }
            let item = Item(name: name, value: newValue)
            items.insert(item, at: min(place ?? items.count, items.count))
        }
    }

    /// Every value of that name but empty ones.
    package func all(_ name: String) -> [String] {
        items.filter { $0.name == name && !$0.value.isEmpty }.map(\.value)
    }

    package func with(_ name: String, _ value: String?) -> Query {
        var copy = self
        copy[name] = value
        return copy
    }

    package func without(_ names: String...) -> Query {
        var copy = self
        copy.items.removeAll { names.contains($0.name) || $0.value.isEmpty }
        return copy
    }

    package var text: String {
        items.map { "\(Percent.encode($0.name))=\(Percent.encode($0.value))" }
            .joined(separator: "&")
    }
}
