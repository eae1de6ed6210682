import NIOCore

/// A form as a browser sends it where files are in it.
enum Multipart {
    static let boundary = "----boundary7MA4"
    static let type = "multipart/form-data; boundary=\(boundary)"

    struct File {
        var field: String
        var name: String
        var bytes: [UInt8]

        init(_ field: String, _ name: String, _ bytes: [UInt8]) {
            (self.field, self.name, self.bytes) = (field, name, bytes)
        }

        init(_ field: String, _ name: String, _ text: String) {
            self.init(field, name, Array(text.utf8))
        }
    }

    /// The fields with the form's token before them, then the files.
    static func body(_ fields: [(String, String)], files: [File] = []) -> ByteBuffer {
        var body: [UInt8] = []
        for (name, value) in [("csrf", MadeHouse.csrf)] + fields {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n".utf8
            body += "\(value)\r\n".utf8
        }
        for file in files {
            body += "--\(boundary)\r\nContent-Disposition: form-data; ".utf8
            body += "name=\"\(file.field)\"; filename=\"\(file.name)\"\r\n".utf8
            body += "Content-Type: text/html\r\n\r\n".utf8
            body += file.bytes + Array("\r\n".utf8)
        }
        body += "--\(boundary)--\r\n".utf8
        return ByteBuffer(bytes: body)
    }
}
