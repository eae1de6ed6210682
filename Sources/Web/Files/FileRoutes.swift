import Delivery
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Evidence, for those who may see a record that cites it.
struct FileRoutes {
    let house: House
    private static let chunk = 128 * 1024

    func add(to router: Router<WebContext>) {
        router.get("/files/{sha256}") { [self] _, context in
            guard context.viewer != .guest else { throw Trouble.notFound }
            guard let hash = SHA256Text(try Segment.named("sha256", context)),
                house.sight(for: context.viewer).city.cites(hash, for: context.viewer),
                let place = house.files?.place(of: hash)
            else { throw Trouble.notFound }
            return try Self.answer(place, hash)
        }
    }

    private static func answer(_ place: URL, _ hash: SHA256Text) throws -> Response {
        let handle = try FileHandle(forReadingFrom: place)
        let size = try handle.seekToEnd()
        try handle.seek(toOffset: 0)
        let type = MediaType(
            sniffing: Array(try handle.read(upToCount: MediaType.sniffed) ?? .init()))
        try handle.seek(toOffset: 0)
        let name = "\(hash.text.prefix(16))"
        let headers: HTTPFields = [
            .contentType: type.rawValue, .cacheControl: "private, no-store",
            .contentDisposition: type.isShown ? "inline" : "attachment; filename=\"\(name)\"",
            .vary: "Cookie, Authorization",
        ]
        let body = ResponseBody(contentLength: Int(size)) { writer in
            while let part = try handle.read(upToCount: chunk), !part.isEmpty {
                try await writer.write(ByteBuffer(bytes: part))
            }
            try handle.close()
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: headers, body: body)
    }
}
