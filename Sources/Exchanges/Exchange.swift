package import CCurl

/// One exchange with another machine. Its calls block, so each is made in an `ExchangeLine`.
package final class Exchange {
    package struct Limits: Sendable {
        /// Seconds until the other side must have answered, and until all must be over.
        package var connecting = 10
        package var whole = 30
        /// Bytes of an answer, more of which end the exchange; nil where nobody reads the answer.
        package var answer: Int?

        package init() {}
    }

    package struct Answer: Sendable {
        /// The number of the other side's last answer, 0 where it gave none.
        package var status: Int
        /// Empty where nobody reads it.
        package var body: [UInt8]
    }

    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    private let handle: UnsafeMutableRawPointer
    private let longest: Int?
    private var lists: [UnsafeMutablePointer<curl_slist>] = []
    private var body: [UInt8] = []
    private var sent = 0
    private var received: [UInt8] = []
    private var isTooLong = false
    private let complaint = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

    package init(_ limits: Limits = .init()) throws(ExchangeFailure) {
        guard Self.isReady, let handle = curl_easy_init() else {
            throw ExchangeFailure("libcurl cannot be started")
        }
        self.handle = handle
        longest = limits.answer
        complaint.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        ccurl_set_buffer(handle, CURLOPT_ERRORBUFFER, complaint)
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_CONNECTTIMEOUT, limits.connecting)
        set(CURLOPT_TIMEOUT, limits.whole)
        set(CURLOPT_PROXY, "")
    }

    deinit {
        curl_easy_cleanup(handle)
        for list in lists { curl_slist_free_all(list) }
        complaint.deallocate()
    }

    package func set(_ option: CURLoption, _ text: String) {
        ccurl_set_text(handle, option, text)
    }

    package func set(_ option: CURLoption, _ number: Int) {
        ccurl_set_number(handle, option, number)
    }

    package func set(_ option: CURLoption, _ lines: [String]) {
        var list: UnsafeMutablePointer<curl_slist>?
        for line in lines { list = curl_slist_append(list, line) ?? list }
        guard let list else { return }
        lists.append(list)
        ccurl_set_list(handle, option, list)
    }

    /// Sends the bytes and returns what the other side answered.
    package func send(_ bytes: [UInt8]) throws(ExchangeFailure) -> Answer {
        body = bytes
        sent = 0
        received = []
        isTooLong = false
        let context = Unmanaged.passUnretained(self).toOpaque()
        ccurl_set_reader(handle, Self.reader, context)
        ccurl_set_writer(handle, Self.writer, context)
        let result = curl_easy_perform(handle)
        var status = 0
        ccurl_get_number(handle, CURLINFO_RESPONSE_CODE, &status)
        guard result == CURLE_OK else { throw failure(result, status) }
        return Answer(status: status, body: received)
    }

    private func failure(_ result: CURLcode, _ status: Int) -> ExchangeFailure {
        if isTooLong, let longest {
            return ExchangeFailure("the answer is longer than \(longest) bytes")
        }
        let detail = String(cString: complaint)
        let words = detail.isEmpty ? String(cString: curl_easy_strerror(result)) : detail
        let unreachable = [
            CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST, CURLE_OPERATION_TIMEDOUT,
            CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_USE_SSL_FAILED,
            CURLE_LOGIN_DENIED,
        ]
        return ExchangeFailure(
            status == 0 ? words : "\(words) (\(status))",
            isUnreachable: unreachable.contains(result))
    }

    private static let reader: curl_read_callback = { buffer, size, count, context in
        guard let buffer, let context else { return 0 }
        let exchange = Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
        return exchange.give(to: UnsafeMutableRawPointer(buffer), atMost: size * count)
    }

    private static let writer: curl_write_callback = { bytes, size, count, context in
        guard let bytes, let context else { return 0 }
        let exchange = Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
        return exchange.take(UnsafeRawBufferPointer(start: bytes, count: size * count))
    }

    private func give(to buffer: UnsafeMutableRawPointer, atMost limit: Int) -> Int {
        let part = body[sent...].prefix(limit)
        part.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress {
                buffer.copyMemory(from: start, byteCount: bytes.count)
            }
        }
        sent += part.count
        return part.count
    }

    /// Another number than that of the bytes ends the exchange.
    private func take(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard let longest else { return bytes.count }
        guard bytes.count <= longest - received.count else {
            isTooLong = true
            return 0
        }
        received += bytes
        return bytes.count
    }
}
