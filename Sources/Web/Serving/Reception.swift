package import Accounts
package import CityHall
package import Delivery
import HTTPTypes
import Hummingbird

/// Where people sign in: the book of accounts, the clock, and what a browser is known by.
package struct Reception: Sendable {
    package let desk: SignInDesk
    /// By which people may sign in beside their password.
    package let providers: [IdentityProvider]
    private let clock: Clock

    package init(
        desk: SignInDesk, providers: [IdentityProvider] = [], clock: Clock = .system
    ) {
        self.desk = desk
        self.providers = providers
        self.clock = clock
    }

    package var book: AccountBook { desk.book }
    package var now: Timestamp { clock.now() }

    /// How a person is called, where the directory knows them.
    package func name(of id: PersonID) -> String? { book.person(id)?.name }

    /// Browsers take a cookie of this name only over TLS or from the machine itself, for the
    /// whole site and from nobody but the site.
    static let cookieName = "__Host-saima"

    static func cookie(_ secret: Secret) -> Cookie {
        Cookie(
            name: cookieName, value: secret.text, path: "/", secure: true, httpOnly: true,
            sameSite: .lax)
    }

    static let noCookie = Cookie(
        name: cookieName, value: "", maxAge: 0, path: "/", secure: true, httpOnly: true,
        sameSite: .lax)

    static func secret(of request: Request) -> Secret? {
        request.cookies[cookieName].flatMap { Secret($0.value) }
    }

    /// By what failures to sign in are counted: the address of the connection, or where a proxy
    /// on this machine passes it on, of whom the proxy says; of an IPv6 address the network.
    static func address(of request: Request, _ context: WebContext) -> String {
        var address = context.remote?.ipAddress ?? "unknown"
        if context.isLocal, let name = HTTPField.Name("X-Forwarded-For"),
            let passed = request.headers[values: name].last?.split(separator: ",").last
        {
            address = passed.filter { !$0.isWhitespace }
        }
        return Caller.network(of: address)
    }

    static func place(of request: Request, _ context: WebContext) -> SignInDesk.Place {
        SignInDesk.Place(
            address: address(of: request, context), device: request.headers[.userAgent] ?? "")
    }
}
