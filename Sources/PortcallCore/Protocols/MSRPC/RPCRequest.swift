/// What portcall says to a server of MS-RPC: nobody logs in, and nothing is called but the mapper's own list.
enum RPCRequest {
    /// The most entries of one answer.
    static let entries: UInt32 = 100
    /// The most interfaces of one bind.
    private static let interfaceLimit = 8

    /// Asks for these interfaces, without authentication.
    static func bind(_ interfaces: [RPCInterface], number: UInt32) -> [UInt8] {
        let contexts = interfaces.enumerated().flatMap { index, interface -> [UInt8] in
            let one: [UInt8] = [1, 0]
            return UInt16(truncatingIfNeeded: index).littleEndian16 + one + interface.syntax + RPCInterface.ndr.syntax
        }
        // The longest parts that we send and take, and no group yet.
        let limits: [UInt8] = [0xD0, 0x16, 0xD0, 0x16, 0, 0, 0, 0]
        let count = [UInt8(truncatingIfNeeded: interfaces.count), 0, 0, 0]
        return message(.bind, number, limits + count + contexts)
    }

    /// `ept_lookup` of everything ([C706] appendix O), from where the handle stands.
    static func lookUp(_ handle: [UInt8], number: UInt32) -> [UInt8] {
        let everything = [UInt8](repeating: 0, count: 12)
        let allVersions: [UInt8] = [1, 0, 0, 0]
        return call(2, number, everything + allVersions + handle + entries.littleEndian32)
    }

    /// `ept_lookup_handle_free`, which gives back what the mapper keeps for us.
    static func free(_ handle: [UInt8], number: UInt32) -> [UInt8] { call(4, number, handle) }

    private static func call(_ operation: UInt16, _ number: UInt32, _ arguments: [UInt8]) -> [UInt8] {
        let length = UInt32(truncatingIfNeeded: arguments.count).littleEndian32
        return message(.request, number, length + [0, 0] + operation.littleEndian16 + arguments)
    }

    private static func message(_ type: RPCType, _ number: UInt32, _ body: [UInt8]) -> [UInt8] {
        let length = UInt16(truncatingIfNeeded: RPCPacket.headSize + body.count)
        // Version 5.0, the first and the last part, numbers with their less significant byte first, no proof.
        let head: [UInt8] = [5, 0, type.rawValue, 0x03, 0x10, 0, 0, 0]
        return head + length.littleEndian16 + [0, 0] + number.littleEndian32 + body
    }
}

extension RPCRequest {
    /// What these bytes are of the above is what they would be if it were written anew.
    static func includes(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > 28 else { return false }
        var reader = RPCReader(bytes[12...])
        guard let number = reader.number32() else { return false }
        switch RPCType(rawValue: bytes[2]) {
        case .bind: return interfaces(bytes).map { bind($0, number: number) == bytes } ?? false
        case .request:
            let arguments = Array(bytes[24...])
            return bytes == free(arguments, number: number) && arguments.count == RPCLookup.handleSize
                || bytes == lookUp(Array(arguments.dropFirst(16).prefix(RPCLookup.handleSize)), number: number)
        case .response, .fault, .reject, .bindAck, .bindNak, nil: return false
        }
    }

    private static func interfaces(_ bind: [UInt8]) -> [RPCInterface]? {
        var reader = RPCReader(bind[24...])
        guard let count = reader.octet(), (1...interfaceLimit).contains(Int(count)), reader.take(3) != nil else {
            return nil
        }
        var found: [RPCInterface] = []
        for _ in 0..<count {
            guard reader.take(4) != nil, let id = reader.take(18), let minor = reader.number16(),
                let interface = RPCInterface(id, minor: minor), reader.take(20) != nil
            else { return nil }
            found.append(interface)
        }
        return found
    }
}

extension HarmlessRequests {
    static let rpc = HarmlessRequests([
        "a bind without authentication, to the endpoint mapper, to interfaces of Exchange, or to one that the mapper names",
        "ept_lookup", "ept_lookup_handle_free",
    ]) { RPCRequest.includes($0) }
}
