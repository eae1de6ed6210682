package import Foundation
package import Hummingbird
import Reports

/// The files that pages need. Our own are carried inside the program; htmx and ECharts lie beside
/// it where they were installed, and pages work without them.
package struct Assets: Sendable {
    package struct Asset: Sendable {
        package var kind: Reply.Kind
        package var bytes: ByteBuffer
        package var fingerprint: String
    }

    private let files: [String: Asset]

    /// - Parameter vendor: the folder in which files of others were installed.
    package init(vendor: URL? = Assets.vendorFolder) {
        var files: [String: Asset] = [:]
        files["tokens.css"] = Asset(.css, PackageResources.tokens_css)
        files["saima.css"] = Asset(.css, PackageResources.saima_css)
        files["pages.css"] = Asset(.css, PackageResources.pages_css)
        files["public.css"] = Asset(.css, PackageResources.public_css)
        files["forms.css"] = Asset(.css, PackageResources.forms_css)
        files["bulletin.css"] = Asset(.css, Array(Bulletin.stylesheet.utf8))
        files["account.css"] = Asset(.css, PackageResources.account_css)
        files["saima.js"] = Asset(.script, PackageResources.saima_js)
        files["grid.js"] = Asset(.script, PackageResources.grid_js)
        files["mark.svg"] = Asset(.svg, PackageResources.mark_svg)
        for name in ["htmx.min.js", "echarts.min.js"] {
            guard let vendor, let found = try? Data(contentsOf: vendor.appending(path: name))
            else { continue }
            files[name] = Asset(.script, Array(found))
        }
        self.files = files
    }

    package subscript(_ name: String) -> Asset? { files[name] }

    /// The address of a file, with its hash so that it may be kept for ever; nil where the file
    /// is not installed.
    package func link(_ name: String) -> Link? {
        files[name].map { Link("/assets/\(name)").with("v", String($0.fingerprint.prefix(12))) }
    }

    /// `saima_Web.resources/vendor` beside the program, where a build puts it.
    package static var vendorFolder: URL? {
        let beside = Bundle.main.bundleURL.appending(path: "saima_Web.resources/vendor")
        return FileManager.default.fileExists(atPath: beside.path) ? beside : nil
    }
}

extension Assets.Asset {
    fileprivate init(_ kind: Reply.Kind, _ bytes: [UInt8]) {
        self.init(
            kind: kind, bytes: ByteBuffer(bytes: bytes), fingerprint: Reply.fingerprint(bytes))
    }
}
