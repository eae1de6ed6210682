import Delivery
package import Hummingbird
import HummingbirdCore
import NIOCore
package import Notices

/// Puts the pages, their guards and the server together.
///
/// - Parameters:
///   - reception: where people sign in; without it nobody can.
///   - notices: what they were told; without it there are no notices.
///   - session: who sent a request that nobody signed in for; without it everybody is a guest.
package func buildApplication(
    house: House, serving: Serving, reception: Reception? = nil,
    notices: NoticeBook? = nil,
    session: @escaping @Sendable (Request) async -> WebSession? = { _ in nil }
) -> some ApplicationProtocol {
    let limits = serving.deadlines
    return Application(
        router: buildRouter(
            house: house, serving: serving, reception: reception, notices: notices,
            session: session),
        server: .http1(
            configuration: .init(
                additionalChannelHandlers: [RequestDeadlines(limits)],
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024,
                    maxHeaderFieldCount: 100))),
        configuration: ApplicationConfiguration(
            address: .hostname(serving.host, port: serving.port),
            availableConnectionsDelegate: .maximum(
                serving.maximumConnections, logger: serving.logger)),
        logger: serving.logger)
}

/// Every route behind its guards.
package func buildRouter(
    house: House, serving: Serving, reception: Reception? = nil,
    notices: NoticeBook? = nil,
    session: @escaping @Sendable (Request) async -> WebSession? = { _ in nil }
) -> Router<WebContext> {
    let assets = Assets()
    let shell = Shell(
        assets: assets, hasSignIn: reception != nil, names: { reception?.name(of: $0) },
        unread: { notices?.unread(of: $0) }, notice: { house.notice })
    let metrics = Metrics()
    let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
    router.add(middleware: Metering(metrics))
    router.add(middleware: SecurityHeaders())
    router.add(middleware: ErrorPages(shell: shell))
    router.add(middleware: HostGuard(names: serving.answeredHosts))
    if let reception { router.add(middleware: SessionKeeper(reception)) }
    router.add(middleware: GuestGate(house: house, session: session))
    // Once more inside, where it is known who reads.
    router.add(middleware: ErrorPages(shell: shell))
    router.add(middleware: FormGuard())
    router.add(middleware: LanguageCookie())
    addAssets(to: router, assets)
    addProbes(to: router, metrics, house)
    PageRoutes(house: house, shell: shell).add(to: router)
    IndicatorRoutes(house: house, shell: shell).add(to: router)
    PromiseRoutes(house: house, shell: shell).add(to: router)
    ListRoutes(house: house, shell: shell).add(to: router)
    DirectiveRoutes(house: house, shell: shell).add(to: router)
    WorkRoutes(house: house, shell: shell).add(to: router)
    CommitmentSheetRoutes(house: house, shell: shell).add(to: router)
    RaceRoutes(house: house, shell: shell).add(to: router)
    BlockerRoutes(house: house, shell: shell).add(to: router)
    TemplateRoutes(house: house, shell: shell).add(to: router)
    ImportRoutes(house: house, shell: shell).add(to: router)
    LedgerRoutes(house: house, shell: shell).add(to: router)
    CommandRoutes(house: house, shell: shell).add(to: router)
    FormRoutes(house: house, shell: shell, reception: reception).add(to: router)
    FileRoutes(house: house).add(to: router)
    if let reception {
        SignInRoutes(reception: reception, house: house, shell: shell).add(to: router)
        IdentityRoutes(reception: reception, house: house, shell: shell).add(to: router)
        AccountRoutes(reception: reception, house: house, shell: shell).add(to: router)
        PeopleRoutes(reception: reception, house: house, shell: shell).add(to: router)
        if let notices {
            NoticeRoutes(book: notices, now: { reception.now }, house: house, shell: shell)
                .add(to: router)
        }
    }
    return router
}

private func addAssets(to router: Router<WebContext>, _ assets: Assets) {
    router.get("/assets/{name}") { request, context in
        guard let asset = assets[try context.parameters.require("name")] else {
            throw Trouble.notFound
        }
        var reply = Reply(asset.kind, asset.bytes)
        if request.uri.queryParameters["v"].map({ asset.fingerprint.hasPrefix($0) }) == true {
            reply.keeping = .forever
        }
        return reply.response(to: request)
    }
}

private func addProbes(to router: Router<WebContext>, _ metrics: Metrics, _ house: House) {
    @Sendable func plain(_ text: String, _ request: Request) -> Response {
        var reply = Reply(.text, text + "\n")
        reply.keeping = .never
        return reply.response(to: request)
    }
    router.get("/healthz") { request, _ in plain("ok", request) }
    router.get("/readyz") { request, _ in plain("ready", request) }
    router.get("/metrics") { request, context in
        let administrators = Role.administrators.union([.console])
        let isAdministrator = !context.viewer.roles.isDisjoint(with: administrators)
        let isHere =
            context.isLocal && !request.isForwarded
            && Caller.isLoopback(authority: request.head.authority)
        guard isAdministrator || isHere else {
            throw Trouble.notForYou
        }
        let sight = house.sight(for: .guest)
        var reply = Reply(
            .metrics,
            metrics.text(gauges: [
                ("saima_ledger_records", "Records in the ledger.", sight.city.size),
                ("saima_projects", "Projects in the city.", sight.projects.rows.count),
            ]))
        reply.keeping = .never
        return reply.response(to: request)
    }
}

extension Request {
    /// Whether a proxy on this machine passed it on for somebody elsewhere.
    fileprivate var isForwarded: Bool {
        headers.contains { field in
            let name = field.name.canonicalName
            return name == "forwarded" || name.hasPrefix("x-forwarded-")
        }
    }
}
