import Delivery
package import Hummingbird
import HummingbirdCore
import NIOCore

/// Puts the pages, their guards and the server together. Everything is read-only.
package func buildApplication(house: House, serving: Serving) -> some ApplicationProtocol {
    let assets = Assets()
    let shell = Shell(assets: assets) { house.sight.city.settings?.notice }
    let metrics = Metrics()
    let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
    router.add(middleware: Metering(metrics))
    router.add(middleware: SecurityHeaders())
    router.add(middleware: ErrorPages(shell: shell))
    router.add(middleware: HostGuard(names: serving.answeredHosts))
    router.add(middleware: LanguageCookie())
    addAssets(to: router, assets)
    addProbes(to: router, metrics, house)
    PageRoutes(house: house, shell: shell).add(to: router)
    IndicatorRoutes(house: house, shell: shell).add(to: router)
    ListRoutes(house: house, shell: shell).add(to: router)
    WorkRoutes(house: house, shell: shell).add(to: router)
    RaceRoutes(house: house, shell: shell).add(to: router)
    LedgerRoutes(house: house, shell: shell).add(to: router)
    let limits = serving.deadlines
    return Application(
        router: router,
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
    router.get("/metrics") { request, _ in
        var reply = Reply(
            .metrics,
            metrics.text(gauges: [
                ("saima_ledger_records", "Records in the ledger.", house.sight.city.size),
                ("saima_projects", "Projects in the city.", house.sight.projects.rows.count),
            ]))
        reply.keeping = .never
        return reply.response(to: request)
    }
}
