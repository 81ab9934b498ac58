internal import NIOCore

// How a visit gets to the server, and which connections it makes; each step is given what follows it.
extension Visit {
    /// Tries the addresses in order, each with a fair share of the time left, and talks to the first that answers.
    func call(_ addresses: ArraySlice<SocketAddress>, then end: @escaping () -> Void) {
        guard let address = addresses.first else {
            tell(.unreachable)
            return end()
        }
        talk(to: address, sharingWith: addresses.count) { [self] error in
            guard let error else { return redial(address, then: end) }
            guard !hasEnded(by: error, at: address) else { return end() }
            explain(System.failure(error), at: address) { [self] failure in
                guard failure != .reset else { return meetReset(at: address, then: end) }
                tell(.attemptFailed(Attempt(address: address.text, failure: failure)))
                call(addresses.dropFirst(), then: end)
            }
        }
    }

    /// Why, as far as the system tells: one more connection asks it, for a socket that is gone says no more.
    private func explain(
        _ failure: Attempt.Failure,
        at address: SocketAddress,
        then next: @escaping (Attempt.Failure) -> Void
    ) {
        guard !isDatagram, failure.mayBeByFirewall else { return next(failure) }
        let patience = min(connector.timeLeft, Self.patienceOfExplaining)
        let (source, promise) = (connector.equipment.source, connector.loop.makePromise(of: Attempt.Failure.self))
        promise.futureResult.assumeIsolated().whenSuccess(next)
        let isAsked = connector.equipment.pool.begin {
            promise.succeed(System.explain(failure, at: address, from: source, within: patience))
        }
        if !isAsked { promise.succeed(failure) }
    }

    /// A refusal comes as fast as it came before.
    private static let patienceOfExplaining = TimeAmount.seconds(1)

    /// Goes on over more connections to the same address, as long as the dialogue asks for them.
    private func redial(_ address: SocketAddress, then end: @escaping () -> Void) {
        guard call.wantsConnection else { return end() }
        talk(to: address, sharingWith: 1) { [self] error in
            if let error, !hasEnded(by: error, at: address) { tell(.unreachable) }
            redial(address, then: end)
        }
    }

    /// Nobody is to blame but the operator, or this machine.
    private func hasEnded(by error: any Error, at address: SocketAddress) -> Bool {
        if error is CancellationError {
            tell(.interrupted)
            return true
        }
        guard let shortage = Shortage(error, at: address) else { return false }
        giveUp(shortage)
        return true
    }

    /// Who is reset was connected, however soon it came: a closed port refuses (RFC 9293 section 3.10.7).
    private func meetReset(at address: SocketAddress, then end: @escaping () -> Void) {
        let local = Endpoint(address.protocol == .inet6 ? "::" : "0.0.0.0")
        tell(.connected(address: address.text, local: local))
        guard tell(.closed(isReset: true)).contains(.tryTLS) else { return end() }
        tryTLS(at: address) { [self] result in
            switch result {
            case .success(let tried): tell(.tlsTried(tried))
            case .failure(let shortage): giveUp(shortage)
            }
            end()
        }
    }

    /// Lets the call go on over a connection.
    ///
    /// - Parameters:
    ///   - address: where to.
    ///   - count: how many addresses share the time that is left.
    ///   - next: once the call is over, or wants another connection; else it is given why no connection came about.
    private func talk(to address: SocketAddress, sharingWith count: Int, then next: @escaping ((any Error)?) -> Void) {
        let share = TimeAmount.nanoseconds(max(1, connector.timeLeft.nanoseconds / Int64(count)))
        let patience = call.observation.plan.connectPatience.map { min(share, TimeAmount($0)) } ?? share
        talk(to: address, within: patience, then: next)
    }

    private func talk(
        to address: SocketAddress,
        within patience: TimeAmount,
        then next: @escaping ((any Error)?) -> Void
    ) {
        guard !isInterrupted else { return next(CancellationError()) }
        let finished = connector.loop.makePromise(of: Void.self)
        // Whether somebody is there shows only once a datagram was sent.
        let takeBack = isDatagram ? { [call, self] in self.takeBack(to: call) } : {}
        finished.futureResult.assumeIsolated().whenComplete { result in
            self.interruption = nil
            guard case .failure(let error) = result else { return next(nil) }
            takeBack()
            next(error)
        }
        interruption = { finished.fail(CancellationError()) }
        connector.connect(self, to: address, within: patience, finished).assumeIsolated().whenComplete { result in
            switch result {
            case .success(let channel) where self.isInterrupted: channel.close(promise: nil)
            case .success(let channel):
                // The handler has all that was learned, so it is told.
                let interruption = { channel.pipeline.fireUserInboundEventTriggered(CallHandler.Interruption()) }
                if !self.call.isOver { self.interruption = interruption }
            case .failure(let error): finished.fail(error)
            }
        }
    }

    var isDatagram: Bool { call.observation.plan.service.transport == .udp }

    /// Asks whether the port waits for TLS: a call of its own, which ends with the first thing the server says to that.
    ///
    /// No connection is a result too, unless this machine is to blame for that.
    func tryTLS(at address: SocketAddress, then next: @escaping (Result<TLSTry, Shortage>) -> Void) {
        visit(Call(trying: call), at: address) { next($0.map { $0.map(TLSTry.init) ?? .nothing }) }
    }

    /// Asks whether a smaller ClientHello is answered: a call of its own, which comes as far as this one and ends there.
    ///
    /// As above.
    func trySmallHello(at address: SocketAddress, then next: @escaping (Result<SmallHello, Shortage>) -> Void) {
        visit(Call(withSmallHello: call), at: address) { next($0.map { $0.map(SmallHello.init) ?? .nothing }) }
    }

    /// One more connection, for as long as whoever speaks TLS takes for its first answer; nil where there was none.
    private func visit(
        _ call: Call,
        at address: SocketAddress,
        then next: @escaping (Result<Observation?, Shortage>) -> Void
    ) {
        let visit = Visit(call, connector.shortened)
        visit.talk(to: address, within: visit.connector.timeLeft) { error in
            guard let error else { return next(.success(visit.call.observation)) }
            next(Shortage(error, at: address).map { .failure($0) } ?? .success(nil))
        }
    }
}

extension Attempt.Failure {
    /// A no that came from somewhere: who said it may be known.
    fileprivate var mayBeByFirewall: Bool {
        switch self {
        case .refused, .noRoute, .noFamily, .other: true
        case .forbidden, .timedOut, .reset: false
        @unknown default: false
        }
    }
}
