/// What portcall says to a key distribution centre.
enum KerberosRequest {
    /// An AS-REQ (RFC 4120 section 5.4.1) for the realm PORTCALL.INVALID, which none can be.
    ///
    /// It names no client, so that no account is asked for and none is locked, and has no pre-authentication. Whoever
    /// answers does so with an error, which is all that is wanted: it tells the time. MIT Kerberos answers what it has
    /// been sent before as it did then, with the time of then, so each request has a number of its own.
    static func anonymous(_ number: UInt16) -> [UInt8] {
        [0x6A, 0x7C, 0x30, 0x7A, 0xA1, 0x03, 0x02, 0x01, 0x05, 0xA2, 0x03, 0x02, 0x01, 0x0A, 0xA4, 0x6E, 0x30, 0x6C]
            + options + realm + krbtgt + until + nonce(number) + ciphers
    }

    /// forwardable, renewable, canonicalize, renewable-ok: as clients of Windows ask.
    private static let options: [UInt8] = [0xA0, 0x07, 0x03, 0x05, 0x00, 0x50, 0x80, 0x00, 0x10]
    static let realmName = "PORTCALL.INVALID"
    private static let realm: [UInt8] = [0xA2, 0x12, 0x1B, 0x10] + Array(realmName.utf8)
    /// The ticket-granting service of that realm.
    private static let krbtgt: [UInt8] =
        [0xA3, 0x25, 0x30, 0x23, 0xA0, 0x03, 0x02, 0x01, 0x02, 0xA1, 0x1C, 0x30, 0x1A, 0x1B, 0x06]
        + Array("krbtgt".utf8) + [0x1B, 0x10] + Array(realmName.utf8)
    private static let until: [UInt8] = [0xA5, 0x11, 0x18, 0x0F] + Array("19700101000000Z".utf8)
    /// 0x1F1EB9D9 in a transcript that names no number.
    private static func nonce(_ number: UInt16) -> [UInt8] {
        [0xA7, 0x06, 0x02, 0x04, 0x1F, 0x1E] + (number &- UInt16(Plan.fixedNumber) &+ 0xB9D9).octets
    }
    /// aes256-cts-hmac-sha1-96, aes128-cts-hmac-sha1-96, rc4-hmac.
    private static let ciphers: [UInt8] = [
        0xA8, 0x0B, 0x30, 0x09, 0x02, 0x01, 0x12, 0x02, 0x01, 0x11, 0x02, 0x01, 0x17,
    ]
}

extension HarmlessRequests {
    /// Nothing but its number may differ from the one request there is.
    static let kerberos = HarmlessRequests(
        ["a request for a ticket of a realm that cannot exist, for no account and without pre-authentication"]
    ) { message in
        // In these two both bytes of the number differ, and nothing else.
        let (one, other) = (KerberosRequest.anonymous(0), KerberosRequest.anonymous(0x0101))
        let isFramed = message == LengthPrefix.kerberos.around(Array(message.dropFirst(4)))
        let body = isFramed ? Array(message.dropFirst(4)) : message
        return body.count == one.count
            && body.indices.allSatisfy { one[$0] != other[$0] || body[$0] == one[$0] }
    }
}
