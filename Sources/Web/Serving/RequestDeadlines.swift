import HTTPTypes
package import NIOCore
package import NIOHTTPTypes

/// Closes connections that are slow as a whole, whatever trickles in meanwhile: an idle time-out
/// alone is put off for ever by a byte now and then. Each of the three parts of an exchange has
/// a total time of its own.
package final class RequestDeadlines: ChannelDuplexHandler, RemovableChannelHandler {
    package typealias InboundIn = HTTPRequestPart
    package typealias InboundOut = HTTPRequestPart
    package typealias OutboundIn = HTTPResponsePart
    package typealias OutboundOut = HTTPResponsePart

    package struct Limits: Sendable {
        /// From the connection, or the end of the last answer, to a whole head.
        package var head = TimeAmount.seconds(15)
        /// From the head to the end of the body.
        package var body = TimeAmount.seconds(30)
        /// Bytes a second that a longer body must bring at the least: a photograph from a site
        /// takes its time.
        package var slowestBody = 16 * 1024
        /// The longest body that time is given for.
        package var longestBody = 96 * 1_048_576
        /// From the end of the request until the last byte of the answer has been taken.
        package var answer = TimeAmount.seconds(60)

        package init() {}
    }

    private let limits: Limits
    private var deadline: Scheduled<Void>?
    /// Requests whose answer has not left yet; more than one where they are pipelined.
    private var unanswered = 0

    package init(_ limits: Limits) {
        self.limits = limits
    }

    package func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { start(limits.head, context) }
    }

    package func channelActive(context: ChannelHandlerContext) {
        start(limits.head, context)
        context.fireChannelActive()
    }

    package func handlerRemoved(context: ChannelHandlerContext) {
        deadline?.cancel()
    }

    package func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        context.fireChannelInactive()
    }

    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            unanswered += 1
            start(time(forBodyOf: head), context)
        case .body: break
        case .end: start(limits.answer, context)
        }
        context.fireChannelRead(data)
    }

    package func write(
        context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?
    ) {
        guard case .end = unwrapOutboundIn(data) else {
            context.write(data, promise: promise)
            return
        }
        let written = promise ?? context.eventLoop.makePromise()
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        written.futureResult.whenSuccess {
            let (handler, context) = bound.value
            handler.unanswered -= 1
            if handler.unanswered == 0 { handler.start(handler.limits.head, context) }
        }
        context.write(data, promise: written)
    }

    private func time(forBodyOf head: HTTPRequest) -> TimeAmount {
        let length = head.headerFields[.contentLength].flatMap { Int($0) } ?? 0
        let counted = max(0, min(length, limits.longestBody))
        return limits.body + .seconds(Int64(counted / limits.slowestBody))
    }

    private func start(_ time: TimeAmount, _ context: ChannelHandlerContext) {
        deadline?.cancel()
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        deadline = context.eventLoop.scheduleTask(in: time) {
            bound.value.close(promise: nil)
        }
    }
}

@available(*, unavailable)
extension RequestDeadlines: Sendable {}
