/// What addresses tell of who asks.
package enum Caller {
    /// By what a caller's failures are counted: an IPv4 address, or the network of an IPv6 address,
    /// its first four groups, as one subscriber has 2^64 addresses in it.
    package static func network(of address: String) -> String {
        guard address.contains(":"), !address.contains(".") else {
            return String(address.prefix(64))
        }
        var groups = address.split(separator: ":", omittingEmptySubsequences: false)
        if let gap = address.firstRange(of: "::") {
            let before = address[..<gap.lowerBound].split(separator: ":")
            let after = address[gap.upperBound...].split(separator: ":")
            let zeros = max(0, 8 - before.count - after.count)
            groups = before + Array(repeating: "0", count: zeros) + after
        }
        return String(groups.prefix(4).joined(separator: ":").prefix(64))
    }

    /// Whether a request was made to this machine by one of its own names, as a proxy that passes
    /// on the name people use does not.
    package static func isLoopback(authority: String?) -> Bool {
        guard let authority else { return false }
        let host =
            authority.hasPrefix("[")
            ? authority.prefix { $0 != "]" }.dropFirst() : authority.prefix { $0 != ":" }
        return host == "::1" || host == "localhost" || host.hasPrefix("127.")
    }
}
