import CityHall
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
                let file = house.files?.file(hash)
            else { throw Trouble.notFound }
            return try Self.answer(file)
        }
    }

    private static func answer(_ file: EvidenceFile) throws -> Response {
        let handle = try FileHandle(forReadingFrom: file.place)
        let name = "\(file.sha256.text.prefix(16))"
        let isShown = MediaType.shown.contains(file.mediaType)
        let headers: HTTPFields = [
            .contentType: file.mediaType, .cacheControl: "private, no-store",
            .contentDisposition: isShown ? "inline" : "attachment; filename=\"\(name)\"",
            .vary: "Cookie, Authorization",
        ]
        let body = ResponseBody(contentLength: file.size) { writer in
            while let part = try handle.read(upToCount: chunk), !part.isEmpty {
                try await writer.write(ByteBuffer(bytes: part))
            }
            try handle.close()
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: headers, body: body)
    }
}
