import HTTPTypes
package import Hummingbird

/// Measures every answer by its route, never by its address: addresses have no bound. The answer
/// says how long it took to make.
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
        var response = try await next(request, context)
        let duration = start.duration(to: .now)
        metrics.count(
            route: context.endpointPath ?? "none", status: response.status.code,
            duration: duration)
        if let name = HTTPField.Name("Server-Timing") {
            response.headers[name] = "total;dur=\(Self.milliseconds(duration))"
        }
        return response
    }

    /// With three decimals.
    private static func milliseconds(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let microseconds = String(seconds * 1_000_000 + attoseconds / 1_000_000_000_000)
        let padded = String(repeating: "0", count: max(0, 4 - microseconds.count)) + microseconds
        return padded.dropLast(3) + "." + padded.suffix(3)
    }
}
