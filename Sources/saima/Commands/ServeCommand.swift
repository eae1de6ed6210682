import Accounts
import ArgumentParser
import CityHall
import Foundation
import Ledger
import LedgerSQLite
import Logging
import NIOCore
import Notices
import ServiceLifecycle
import UnixSignals
import Web

struct ServeCommand: SaimaCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: SpokenLanguage.present.of(
            zh: "启动网页服务；同时经 saima.sock 接收命令", en: "serve the pages, and take commands by saima.sock"
        ))

    @OptionGroup var place: PlaceOptions

    @Option(
        help: ArgumentHelp(SpokenLanguage.present.of(zh: "监听地址", en: "the address to listen on")))
    var host = "127.0.0.1"

    @Option(
        help: ArgumentHelp(
            SpokenLanguage.present.of(zh: "监听端口，0 为任一空闲端口", en: "the port; 0 is any free one")))
    var port: UInt16 = 8080

    @OptionGroup var notices: NoticeOptions

    @OptionGroup var openID: OpenIDOptions

    @OptionGroup var talk: TalkOptions

    func carryOut() async throws -> CommandStatus {
        LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
        let directory = place.directory
        let gateways = try notices.gateways()
        let providers = try openID.providers(at: gateways.site)
        let hall = try await directory.openWriter()
        do {
            try await serve(hall, directory, gateways, providers)
        } catch {
            await hall.close()
            throw complaint(error)
        }
        await hall.close()
        Terminal.tell(
            talk.language.of(zh: "saima：已停止，台账已关闭", en: "saima: stopped, the ledger is closed"))
        return .done
    }

    private func serve(
        _ hall: CityHall, _ directory: DataDirectory, _ gateways: Gateways,
        _ providers: [IdentityProvider]
    ) async throws {
        var serving = Serving()
        serving.host = host
        serving.port = Int(port)
        serving.publicName = gateways.site.flatMap { URLComponents(string: $0)?.host }
        serving.logger.logLevel = .warning
        let key = try KeyFile.loadVerifier(directory: directory.keys)
        let verification = VerificationDesk(
            readers: [try directory.openReader(), try directory.openReader()], keys: [key],
            log: key.name)
        let files = EvidenceStore(directory.files)
        files.clear()
        let house = House(
            hall: hall, reader: try directory.openReader(), notes: directory.blobs,
            files: files, staging: directory.staging, verification: verification)
        let language = talk.language
        let desk = SignInDesk(
            book: try AccountBook(directory: directory.path), hashing: try HashingDesk())
        defer { desk.book.close() }
        let (notices, telling) = try directory.notices(
            of: hall, desk.book, gateways, logger: serving.logger)
        if let line = try await SignIns.makeFirst(in: hall, desk, language) {
            try Terminal.write(line: line)
        }
        let socket = try await openSocket(hall, desk, directory)
        let application = AnnouncedApplication(
            base: buildApplication(
                house: house, serving: serving,
                reception: Reception(desk: desk, providers: providers), notices: notices)
        ) { address in
            let words = language.of(
                zh: "saima：正在服务，用 Ctrl-C 停止", en: "saima: serving; Ctrl-C stops it")
            Terminal.tell("\(words)  \(ServeCommand.address(address, host, port))")
        }
        var configuration = ServiceGroupConfiguration(
            services: [socket, telling, application], gracefulShutdownSignals: [.sigterm, .sigint],
            logger: serving.logger)
        configuration.maximumGracefulShutdownDuration = .seconds(10)
        try await ServiceGroup(configuration: configuration).run()
    }

    private static func address(_ bound: SocketAddress?, _ host: String, _ port: UInt16) -> String {
        let name = host.contains(":") ? "[\(host)]" : host
        return "http://\(name):\(bound?.port ?? Int(port))"
    }

    private func openSocket(
        _ hall: CityHall, _ desk: SignInDesk, _ directory: DataDirectory
    ) async throws -> CommandSocket {
        do {
            return try await CommandSocket(hall: hall, accounts: desk, directory: directory)
        } catch let failure as IOError {
            let reason = String(cString: strerror(failure.errnoCode))
            let path = directory.path + "/" + SocketProtocol.name
            throw Complaint(
                "socket_not_opened", zh: "无法建立 \(path)（\(reason)）；请移走那里的东西",
                en: "\(path) cannot be opened: \(reason); move away what lies there")
        }
    }

    private func complaint(_ error: any Error) -> any Error {
        if error is SocketAddressError.UnknownHost {
            return Complaint(
                "host_unknown", zh: "找不到地址“\(host)”；请写本机的地址，如 127.0.0.1",
                en: "there is no address \"\(host)\"; name one of this machine, such as 127.0.0.1")
        }
        guard let failure = error as? IOError else { return error }
        switch failure.errnoCode {
        case EADDRINUSE:
            return Complaint(
                "port_taken", zh: "\(host):\(port) 已被占用；请用 --port 换一个端口",
                en: "\(host):\(port) is in use already; take another with --port")
        case EACCES:
            return Complaint(
                "port_forbidden", zh: "无权监听 \(host):\(port)；请用 1024 以上的端口",
                en: "\(host):\(port) may not be listened on; take a port above 1023")
        case EADDRNOTAVAIL:
            return Complaint(
                "host_unknown", zh: "本机没有地址 \(host)", en: "this machine has no address \(host)")
        default: return error
        }
    }
}
