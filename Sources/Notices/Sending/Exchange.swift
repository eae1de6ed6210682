import CCurl
import Foundation

/// One exchange with another machine. Its calls block, so each is made on a thread of its own.
final class Exchange {
    /// Seconds until the other side must have answered, and until all must be over.
    private static let connecting = 10
    private static let longest = 30

    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    private let handle: UnsafeMutableRawPointer
    private var lists: [UnsafeMutablePointer<curl_slist>] = []
    private var body: [UInt8] = []
    private var sent = 0
    private let complaint = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

    init() throws(SendFailure) {
        guard Self.isReady, let handle = curl_easy_init() else {
            throw SendFailure("libcurl cannot be started")
        }
        self.handle = handle
        complaint.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        ccurl_set_buffer(handle, CURLOPT_ERRORBUFFER, complaint)
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_CONNECTTIMEOUT, Self.connecting)
        set(CURLOPT_TIMEOUT, Self.longest)
        set(CURLOPT_PROXY, "")
    }

    deinit {
        curl_easy_cleanup(handle)
        for list in lists { curl_slist_free_all(list) }
        complaint.deallocate()
    }

    func set(_ option: CURLoption, _ text: String) { ccurl_set_text(handle, option, text) }
    func set(_ option: CURLoption, _ number: Int) { ccurl_set_number(handle, option, number) }

    func set(_ option: CURLoption, _ lines: [String]) {
        var list: UnsafeMutablePointer<curl_slist>?
        for line in lines { list = curl_slist_append(list, line) ?? list }
        guard let list else { return }
        lists.append(list)
        ccurl_set_list(handle, option, list)
    }

    /// Sends the bytes and returns the number of the other side's last answer, 0 where it gave
    /// none.
    func send(_ bytes: [UInt8]) throws(SendFailure) -> Int {
        body = bytes
        sent = 0
        let context = Unmanaged.passUnretained(self).toOpaque()
        ccurl_set_reader(handle, Self.reader, context)
        ccurl_set_writer(handle, Self.writer, nil)
        let result = curl_easy_perform(handle)
        var answer = 0
        ccurl_get_number(handle, CURLINFO_RESPONSE_CODE, &answer)
        guard result == CURLE_OK else { throw failure(result, answer) }
        return answer
    }

    private func failure(_ result: CURLcode, _ answer: Int) -> SendFailure {
        let detail = String(cString: complaint)
        let words = detail.isEmpty ? String(cString: curl_easy_strerror(result)) : detail
        let unreachable = [
            CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST, CURLE_OPERATION_TIMEDOUT,
            CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_USE_SSL_FAILED,
            CURLE_LOGIN_DENIED,
        ]
        return SendFailure(
            answer == 0 ? words : "\(words) (\(answer))",
            isUnreachable: unreachable.contains(result))
    }

    private static let reader: curl_read_callback = { buffer, size, count, context in
        guard let buffer, let context else { return 0 }
        let exchange = Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
        return exchange.give(to: UnsafeMutableRawPointer(buffer), atMost: size * count)
    }

    /// What the other side says in its body is not looked at.
    private static let writer: curl_write_callback = { _, size, count, _ in size * count }

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
}

/// Where exchanges wait for their turn, so that no other work waits for them.
struct ExchangeLine: Sendable {
    private let queue = DispatchQueue(label: "saima.notices.exchange")

    func run(
        _ work: @escaping @Sendable () -> Result<Void, SendFailure>
    ) async throws(SendFailure) {
        let result = await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: work()) }
        }
        try result.get()
    }
}
