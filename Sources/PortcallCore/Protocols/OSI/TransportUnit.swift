/// What answers a connection request of OSI's transport (X.224 section 13), of class 0 as over TCP.
struct TransportUnit: Equatable {
    /// What it says to our request.
    enum Answer: Equatable {
        /// CC: there is a connection.
        case confirm
        /// DR: there is none, for this reason.
        case disconnect(reason: Int)
        /// ER: the request was not understood, for this cause.
        case error(cause: Int)
        /// What was sent, come back.
        case request
        /// The end of a conference (T.125) that was never begun, as Remote Desktop says where it is asked otherwise.
        case farewell
    }

    let answer: Answer
    /// Of the connection at the end that is spoken to: 0 where a server leaves it out.
    let reference: UInt16
    /// The most bytes of a unit of data, where that is settled.
    let size: Int?
    /// The selectors that the server names.
    let selectors: [[UInt8]]
    /// The confirm carries an answer to a request for Remote Desktop ([MS-RDPBCGR] section 2.2.1.2).
    let isRemoteDesktop: Bool

    /// The most bytes of one, and of the header before it: what length has no room for is not of class 0.
    static let limit = 4 + 1 + 254

    /// Whether a message that begins with these two bytes, a length and a code, is one.
    static func begins(_ head: ArraySlice<UInt8>) -> Bool {
        guard let code = head.dropFirst().first else { return false }
        return [connectionRequest, connectionConfirm, disconnectRequest, error].contains(code)
            || head.elementsEqual(data)
    }

    static let connectionRequest: UInt8 = 0xE0
    private static let connectionConfirm: UInt8 = 0xD0
    private static let disconnectRequest: UInt8 = 0x80
    private static let error: UInt8 = 0x70
    /// Length and code of DT.
    private static let data: [UInt8] = [0x02, 0xF0]
    /// DisconnectProviderUltimatum in the encoding of T.125: the choice, and the first bit of its reason.
    private static let farewells: ClosedRange<UInt8> = 0x20...0x23

    init(_ bytes: ArraySlice<UInt8>) throws(Malformed) {
        var rest = ByteQueue(bytes)
        if bytes.starts(with: Self.data), let first = bytes.dropFirst(3).first, Self.farewells.contains(first) {
            (answer, reference, size, selectors, isRemoteDesktop) = (.farewell, 0, nil, [], false)
            return
        }
        // The length counts all that follows it: in class 0 nothing stands behind the header.
        guard let head = rest.take(4), let code = head.dropFirst().first, Int(bytes.first ?? 0) == bytes.count - 1
        else {
            throw .unexpected(bytes.quotedInHexadecimal)
        }
        reference = head.suffix(2).reduce(0) { $0 << 8 | UInt16($1) }
        let fixed = rest.take(code == Self.error ? 1 : 3)
        guard let last = fixed?.last, let answer = Self.answer(code, last) else {
            throw .unexpected(bytes.quotedInHexadecimal)
        }
        self.answer = answer
        isRemoteDesktop = answer == .confirm && Self.isNegotiation(Array(rest.unread))
        guard let parameters = isRemoteDesktop ? [] : Self.parameters(&rest) else {
            throw .unexpected(bytes.quotedInHexadecimal)
        }
        size = parameters.first { $0.code == 0xC0 }?.value.first.flatMap(Self.size)
        selectors = parameters.filter { $0.code == 0xC1 || $0.code == 0xC2 }.map { Array($0.value) }
    }

    /// What the last byte of the fixed part makes of it: a class and options, a reason or a cause.
    private static func answer(_ code: UInt8, _ last: UInt8) -> Answer? {
        switch code {
        // Nothing but class 0 was asked for.
        case connectionConfirm: last & 0xF0 == 0 ? .confirm : nil
        case disconnectRequest: .disconnect(reason: Int(last))
        case error: .error(cause: Int(last))
        case connectionRequest: .request
        default: nil
        }
    }

    /// An RDP_NEG_RSP or RDP_NEG_FAILURE, which stands where parameters would.
    private static func isNegotiation(_ bytes: [UInt8]) -> Bool {
        bytes.count == 8 && (bytes[0] == 0x02 || bytes[0] == 0x03) && bytes[2] == 0x08 && bytes[3] == 0x00
    }

    /// Code, length and value each (section 13.2.3); nil where a length goes beyond the end.
    private static func parameters(_ rest: inout ByteQueue) -> [(code: UInt8, value: ArraySlice<UInt8>)]? {
        var parameters: [(code: UInt8, value: ArraySlice<UInt8>)] = []
        while !rest.isEmpty {
            guard let code = rest.take(1)?.first, let length = rest.take(1)?.first, let value = rest.take(Int(length))
            else { return nil }
            parameters.append((code, value))
        }
        return parameters
    }

    /// 128 to 8192 bytes, as the power of two that it is.
    private static func size(_ exponent: UInt8) -> Int? { (7...13).contains(exponent) ? 1 << Int(exponent) : nil }
}
