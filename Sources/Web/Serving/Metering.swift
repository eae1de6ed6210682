package import Hummingbird

/// Measures every answer by its route, never by its address: addresses have no bound.
package struct Metering: RouterMiddleware {
    private let metrics: Metrics

    package init(_ metrics: Metrics) {
        self.metrics = metrics
    }

    package func handle(
        _ request: Request, context: WebContext,
        next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        metrics.count(
            route: context.endpointPath ?? "none", status: response.status.code,
            duration: start.duration(to: .now))
        return response
    }
}
