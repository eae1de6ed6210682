import Accounts
import CityHall
import Delivery
import Foundation
import NIOCore
import NIOPosix
import ServiceLifecycle

/// Takes orders in through `saima.sock` for as long as the server runs. On shutdown nothing more
/// is read, what was read is answered, and the socket is taken away.
struct CommandSocket: Service {
    private typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    private let hall: CityHall
    private let accounts: SignInDesk
    private let path: String
    private let server: NIOAsyncChannel<Connection, Never>

    /// Listens from now on; what connects is served once this runs.
    init(hall: CityHall, accounts: SignInDesk, directory: DataDirectory) async throws {
        self.hall = hall
        self.accounts = accounts
        path = directory.path + "/" + SocketProtocol.name
        let folder = try UnixSocket.openDirectory(directory)
        defer { close(folder) }
        server = try await CommandSocket.listen(UnixSocket.path(through: folder))
    }

    func run() async throws {
        defer { unlink(path) }
        let permits = Permits(SocketProtocol.connections)
        try await server.executeThenClose { connections in
            try await withThrowingDiscardingTaskGroup { group in
                for try await connection in connections.cancelOnGracefulShutdown() {
                    guard await permits.take() else { return }
                    group.addTask {
                        // A client that breaks off has only itself to tell.
                        try? await serve(connection)
                        permits.give()
                    }
                }
            }
        }
    }

    private static func listen(_ path: String) async throws -> NIOAsyncChannel<Connection, Never> {
        unlink(path)
        // Nobody but the owner may connect, from the first moment on.
        let mask = umask(0o177)
        defer { umask(mask) }
        return try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.backlog, value: 64)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .bind(unixDomainSocketPath: path) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try Connection(
                        wrappingChannelSynchronously: channel,
                        configuration: .init(isOutboundHalfClosureEnabled: true))
                }
            }
    }

    /// Reads requests while their answers go out, in order.
    private func serve(_ connection: Connection) async throws {
        try await connection.executeThenClose { inbound, outbound in
            let permits = Permits(SocketProtocol.window)
            let (pending, answers) = AsyncStream.makeStream(of: PendingAnswer.self)
            try await withThrowingTaskGroup { group in
                group.addTask {
                    for await answer in pending {
                        let line = SocketProtocol.line(await answer.wait())
                        try await outbound.write(ByteBuffer(bytes: line))
                        permits.give()
                    }
                }
                group.addTask {
                    defer { answers.finish() }
                    var intake = RequestIntake(
                        hall: hall, accounts: accounts, permits: permits, answers: answers)
                    for try await buffer in inbound.cancelOnGracefulShutdown() {
                        guard await intake.take(buffer.readableBytesView) else { return }
                    }
                }
                // The answers' end is the connection's, also where the client is gone.
                try await group.next()
                try await group.next()
            }
        }
    }
}
