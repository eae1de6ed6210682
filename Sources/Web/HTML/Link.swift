/// An address inside this site: a path, its query and a fragment. What is interpolated into the
/// path is percent-encoded as one segment, so an identifier can never change where a link leads.
package struct Link: Sendable, Equatable {
    private var path: String
    package var query: Query
    package var fragment: String?

    /// `path` must be a path already encoded; use a literal wherever one will do.
    package init(encodedPath path: String, query: Query = Query()) {
        self.path = path
        self.query = query
    }

    package func with(_ name: String, _ value: String?) -> Link {
        var copy = self
        copy.query[name] = value
        return copy
    }

    /// One more segment at the end of the path.
    package func appending(_ segment: some StringProtocol) -> Link {
        var copy = self
        copy.path += "/" + Percent.encode(segment)
        return copy
    }

    package func with(_ query: Query) -> Link {
        var copy = self
        copy.query = query
        return copy
    }

    package func at(_ fragment: String) -> Link {
        var copy = self
        copy.fragment = fragment
        return copy
    }

    package var text: String {
        var result = path
        if !query.isEmpty { result += "?" + query.text }
        if let fragment { result += "#" + Percent.encode(fragment) }
        return result
    }
}

extension Link: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) {
        self.init(encodedPath: value)
    }

    package init(stringInterpolation: Interpolation) {
        self.init(encodedPath: stringInterpolation.text)
    }

    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        package mutating func appendInterpolation(_ value: some StringProtocol) {
            text += Percent.encode(value)
        }

        package mutating func appendInterpolation(_ value: some BinaryInteger) {
            text += String(value)
        }
    }
}
