package import CityHall
package import Logging
import ServiceLifecycle

/// Makes rounds until the house is closed. What fails is tried again with the next round, and
/// nobody else waits for it.
package struct NoticeService: Service {
    private let desk: NoticeDesk
    private let clock: Clock
    private let logger: Logger
    private let pause: Duration

    package init(
        desk: NoticeDesk, clock: Clock = .system, logger: Logger, pause: Duration = .seconds(5)
    ) {
        self.desk = desk
        self.clock = clock
        self.logger = logger
        self.pause = pause
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do { try await desk.round(now: clock.now()) } catch {
                    // What was cut short by the end of the house goes on at the next start.
                    if !Task.isCancelled { logger.warning("notices: \(error)") }
                }
                try? await Task.sleep(for: pause)
            }
        }
    }
}
