import CityHall
import Delivery
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What a form sent: the command's fields, the form's own, and files that are kept by now.
struct FormBody {
    /// Bytes of one file.
    static let largestFile = 64 * 1_048_576
    static let mostFiles = 20
    private static let mostItems = 4_000
    private static let largestFields = 512 * 1_024

    /// A file as it came: for which field, and what the sender calls it.
    struct Brought: Sendable {
        var field: String
        var name: String
        var file: EvidenceFile
    }

    private(set) var items: [Query.Item] = []
    private(set) var brought: [Brought] = []
    private let mostBytes: Int
    private var size = 0
    private var files = 0
    private var fileBytes = 0

    var typed: TypedForm { TypedForm(items) }

    /// A value that is the form's own: `_key`, `_seen`, `csrf`.
    func own(_ name: String) -> String? { items.first { $0.name == name }?.value }

    /// - Parameters:
    ///   - files: where files are kept; nil takes none in.
    ///   - mostBytes: of all files together.
    init(
        _ request: Request, files: EvidenceStore?, atMost mostBytes: Int = mostFiles * largestFile
    ) async throws {
        self.mostBytes = mostBytes
        let type = request.headers[.contentType] ?? ""
        if let parser = MultipartParser(contentType: type) {
            try await read(request, parser, files)
            return
        }
        guard type.lowercased().hasPrefix("application/x-www-form-urlencoded") else {
            throw Trouble.notAForm
        }
        do {
            let body = try await request.body.collect(upTo: Self.largestFields)
            items = Query(parsing: String(buffer: body), atMost: Self.mostItems).items
        } catch is NIOTooManyBytesError {
            throw Trouble.bodyTooLarge(Self.largestFields)
        }
    }

    private mutating func read(
        _ request: Request, _ parser: MultipartParser, _ store: EvidenceStore?
    ) async throws {
        var parser = parser
        var part = Part()
        do {
            for try await buffer in request.body {
                for event in try parser.take(buffer.readableBytesView) {
                    try await take(event, &part, store)
                }
            }
        } catch is MultipartParser.Malformed {
            part.file?.abandon()
            throw Trouble.notAForm
        } catch {
            part.file?.abandon()
            throw error
        }
        guard parser.isWhole else {
            part.file?.abandon()
            throw Trouble.notAForm
        }
    }

    private struct Part {
        var name = ""
        var fileName: String?
        var bytes: [UInt8] = []
        var file: IncomingFile?
    }

    private mutating func take(
        _ event: MultipartParser.Event, _ part: inout Part, _ store: EvidenceStore?
    ) async throws {
        switch event {
        case .began(let name, let fileName):
            part = Part(name: name, fileName: fileName)
            if let fileName, !fileName.isEmpty, store == nil, items.count < Self.mostItems {
                items.append(Query.Item(name: LostFiles.field, value: Self.own(fileName)))
            }
        case .bytes(let bytes):
            if part.fileName == nil {
                size += bytes.count
                guard size <= Self.largestFields else {
                    throw Trouble.bodyTooLarge(Self.largestFields)
                }
                part.bytes += bytes
            } else if part.fileName?.isEmpty == false, let store {
                try receive(bytes, &part, store)
            }
        case .ended:
            guard let fileName = part.fileName else {
                guard items.count < Self.mostItems else { throw Trouble.notAForm }
                items.append(
                    Query.Item(
                        name: part.name, value: String(decoding: part.bytes, as: UTF8.self)))
                return
            }
            guard let file = part.file else { return }
            part.file = nil
            try await keep(file, named: fileName, for: part.name)
        }
    }

    private mutating func receive(
        _ bytes: ArraySlice<UInt8>, _ part: inout Part, _ store: EvidenceStore
    ) throws {
        if part.file == nil {
            files += 1
            guard files <= Self.mostFiles else { throw Trouble.tooManyFiles(Self.mostFiles) }
            part.file = try store.receive()
        }
        guard (part.file?.size ?? 0) + bytes.count <= Self.largestFile else {
            throw Trouble.bodyTooLarge(Self.largestFile)
        }
        fileBytes += bytes.count
        guard fileBytes <= mostBytes else { throw Trouble.bodyTooLarge(mostBytes) }
        try part.file?.append(bytes)
    }

    /// `evidence[0].file` becomes what the record will cite: hash, size, type and name.
    private mutating func keep(
        _ file: IncomingFile, named fileName: String, for name: String
    ) async throws {
        let kept = try await Self.offThread { try file.keep() }
        let prefix = name.hasSuffix("file") ? String(name.dropLast(4)) : name + "."
        brought.append(Brought(field: name, name: Self.own(fileName), file: kept))
        let told = [
            ("sha256", kept.sha256.text), ("size", String(kept.size)), ("type", kept.mediaType),
            ("name", Self.own(fileName)),
        ]
        items.removeAll { item in told.contains { item.name == prefix + $0.0 } }
        items += told.map { Query.Item(name: prefix + $0.0, value: $0.1) }
    }

    /// The name without the folders that some browsers send along.
    private static func own(_ fileName: String) -> String {
        let last = fileName.split { $0 == "/" || $0 == "\\" }.last.map(String.init)
        return String((last ?? fileName).prefix(200))
    }

    /// Waiting for the disk must not hold up other requests.
    private static func offThread<Value: Sendable>(
        _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result(catching: work)) }
        }
    }
}

extension Trouble {
    static let notAForm = Trouble(
        .badRequest, "form_malformed", Phrase("表单没有完整送达", "The form did not arrive whole"),
        Phrase(
            "请返回上一页再提交一次；若仍如此，请换一个浏览器。",
            "Go back and submit once more; if it stays, try another browser."))

    static func tooManyFiles(_ most: Int) -> Trouble {
        Trouble(
            .contentTooLarge, "too_many_files", Phrase("文件过多", "There are too many files"),
            Phrase("一次最多 \(most) 个。", "At most \(most) are taken at once."))
    }
}
