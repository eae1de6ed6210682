import CCurl

/// A request by HTTP to an address that somebody set up. A redirect is an answer like any other:
/// nobody but who set the address up says where it leads.
package struct WebRequest: Sendable {
    private let url: String
    private let headers: [String]
    private let body: [UInt8]?
    private let authorities: String?
    private let limits: Exchange.Limits

    /// - Parameters:
    ///   - headers: lines without an end, `Name: value`.
    ///   - body: what is posted; without one it is a GET.
    ///   - authorities: a file with certificates to trust beside the machine's own.
    package init(
        _ url: String, headers: [String] = [], body: [UInt8]? = nil, authorities: String? = nil,
        limits: Exchange.Limits = .init()
    ) {
        self.url = url
        self.headers = headers
        self.body = body
        self.authorities = authorities
        self.limits = limits
    }

    /// Blocks until the other side has answered, whatever by.
    package func answer() throws(ExchangeFailure) -> Exchange.Answer {
        let exchange = try Exchange(limits)
        exchange.set(CURLOPT_URL, url)
        exchange.set(CURLOPT_PROTOCOLS_STR, "http,https")
        exchange.set(CURLOPT_FOLLOWLOCATION, 0)
        if let authorities { exchange.set(CURLOPT_CAINFO, authorities) }
        if let body {
            exchange.set(CURLOPT_POST, 1)
            exchange.set(CURLOPT_POSTFIELDSIZE, body.count)
        }
        exchange.set(CURLOPT_HTTPHEADER, headers + ["Expect:", "User-Agent: saima"])
        return try exchange.send(body ?? [])
    }
}
