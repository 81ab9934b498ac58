/// What portcall says to a server of OSI's transport: that it would like a connection of class 0 (X.224 section 13.3).
///
/// No session, association or conference follows, so nothing begins there that would have to be undone.
enum TransportRequest {
    /// - Parameters:
    ///   - reference: marks the connection at our end.
    ///   - wish: what is wished for besides.
    /// - Returns: the request in its TPKT.
    static func bytes(_ reference: UInt16, _ wish: Wish) -> [UInt8] {
        let header = [TransportUnit.connectionRequest, 0x00, 0x00] + reference.octets + [0x00]
        return TPKTFrame.around([UInt8(header.count + wish.bytes.count)] + header + wish.bytes)
    }

    /// What stands behind the fixed part.
    enum Wish: CaseIterable {
        case nothing
        /// Units of data of at most 1024 bytes, as X.400 wants them.
        case size
        /// Remote Desktop, over TLS or with CredSSP ([MS-RDPBCGR] section 2.2.1.1.1).
        case remoteDesktop

        fileprivate var bytes: [UInt8] {
            switch self {
            case .nothing: []
            case .size: [0xC0, 0x01, 0x0A]
            case .remoteDesktop: [0x01, 0x00, 0x08, 0x00, 0x03, 0x00, 0x00, 0x00]
            }
        }
    }
}

extension HarmlessRequests {
    /// Connection requests of class 0 alone, which differ in nothing but our reference.
    static func connecting(_ words: String, wishing wishes: TransportRequest.Wish...) -> HarmlessRequests {
        HarmlessRequests([words]) { message in
            guard message.count > 10 else { return false }
            let reference = UInt16(message[8]) << 8 | UInt16(message[9])
            return wishes.contains { TransportRequest.bytes(reference, $0) == message }
        }
    }
}
