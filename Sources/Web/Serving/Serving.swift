package import Logging

/// Where and how the pages are served. The defaults are for one machine and its own browser.
package struct Serving: Sendable {
    package var host = "127.0.0.1"
    package var port = 8080
    /// Names that a `Host` field may have. Nil allows any one name, for a machine that others
    /// reach by names it does not know; on a loopback address only loopback names are answered,
    /// so that no other site's script can come in under a name of its own (DNS rebinding).
    package var hosts: [String]?
    /// The name by which a proxy on this machine passes requests on.
    package var publicName: String?
    package var maximumConnections = 512
    package var deadlines = RequestDeadlines.Limits()
    package var logger = Logger(label: "saima")

    package init() {}

    package var isLoopback: Bool {
        host == "localhost" || host == "::1" || host.hasPrefix("127.")
    }

    package var answeredHosts: [String]? {
        let own = ["localhost", "127.0.0.1", "[::1]"] + (publicName.map { [$0] } ?? [])
        return hosts ?? (isLoopback ? own : nil)
    }
}
