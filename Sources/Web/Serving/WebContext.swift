package import Accounts
package import Delivery
package import Hummingbird
package import NIOCore

/// What a request carries through the house.
package struct WebContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Who signed in; nil for a guest, and before anybody looked.
    package var session: WebSession?
    /// The same as the register knows them now.
    package var viewer = Viewer.guest
    /// The sign-in of the browser that asks; nil for guests and programs.
    package var presence: StartedSession?
    /// What a form must bring back from this browser, signed in or not.
    package var formToken: String?
    /// Whether the request brought it.
    package var broughtFormToken = false
    /// Where the connection comes from; nil where there is none.
    package let remote: SocketAddress?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        remote = source.channel.remoteAddress
    }

    /// Whether the connection comes from this machine.
    package var isLocal: Bool {
        guard let address = remote?.ipAddress else { return false }
        return address.hasPrefix("127.") || address == "::1"
    }
}
