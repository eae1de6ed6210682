/// Why an exchange with another machine came to nothing, in words of the machines on the way.
package struct ExchangeFailure: Error, Sendable, Hashable {
    package var reason: String
    /// Whether the other machine itself was not reached, so that nothing else would reach it now.
    package var isUnreachable: Bool

    package init(_ reason: String, isUnreachable: Bool = false) {
        self.reason = reason
        self.isUnreachable = isUnreachable
    }
}
