/// Why something did not reach its gateway, in words of the machines on the way.
package struct SendFailure: Error, Sendable, Hashable {
    package var reason: String
    /// Whether the gateway itself was not reached, so that nothing else would reach it now.
    package var isUnreachable: Bool

    package init(_ reason: String, isUnreachable: Bool = false) {
        self.reason = reason
        self.isUnreachable = isUnreachable
    }
}
