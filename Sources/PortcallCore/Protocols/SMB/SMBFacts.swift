/// What a file server tells of itself when it is asked for dialects.
package struct SMBFacts: ServiceFacts {
    private let agreement: SMBAnswer.Agreement

    init(_ agreement: SMBAnswer.Agreement) {
        self.agreement = agreement
    }

    /// The server's clock when it answered; nil where it does not tell.
    var serverTime: Timestamp? { agreement.time }

    /// The answer in a line: `SMB 3.1.1, signing required`.
    var words: String {
        let signing =
            switch agreement.signing {
            case .required: "signing required"
            case .enabled: "signing enabled, not required"
            case .disabled: "signing disabled"
            }
        return "SMB \(agreement.dialect), \(signing)"
    }

    package var record: Record {
        Record([
            ("dialect", .text(agreement.dialect)), ("signing", .text(agreement.signing.rawValue)),
            ("guid", .text(agreement.guid)), ("server_time", .text(serverTime?.description)),
        ])
    }

    package var lines: [FactLine] {
        [
            agreement.signing == .disabled ? FactLine("signing", Self.unsigned, .doubtful) : nil,
            FactLine("server GUID", agreement.guid),
            serverTime.map { FactLine("its clock", $0.description) },
        ].compactMap(\.self)
    }

    /// What is not well though no finding says so; nil where nothing is.
    var limit: String? {
        agreement.signing == .disabled ? "it answers, and does not offer signing, which some clients require" : nil
    }

    /// learn.microsoft.com/windows-server/storage/file-server/smb-signing has the editions and the error.
    private static let unsigned =
        "not offered: Windows 11 24H2 (Enterprise, Pro, Education) and Windows Server 2025 require it of servers that "
        + "they call, and end with 0xc000a000 (STATUS_INVALID_SIGNATURE)"
}

/// Why a server negotiates nothing, in words ([MS-ERREF] section 2.3).
enum SMBWords {
    static func words(of status: UInt32) -> String {
        let octets = (0..<4).reversed().map { UInt8(truncatingIfNeeded: status >> (8 * $0)) }
        return "\(known[status]?.name ?? "an error") (0x\(Hexadecimal.text(octets, separator: "")))"
    }

    static func meaning(of status: UInt32) -> String? { known[status]?.meaning }

    private static let known: [UInt32: (name: String, meaning: String)] = [
        0xC000_000D: ("STATUS_INVALID_PARAMETER", "It finds fault with the request, which offers SMB 2.0.2 to 3.1.1."),
        0xC000_0022: ("STATUS_ACCESS_DENIED", "It serves nobody from this address."),
        0xC000_009A: ("STATUS_INSUFFICIENT_RESOURCES", "It has no memory or connections left."),
        0xC000_00BB: ("STATUS_NOT_SUPPORTED", "It speaks none of the dialects 2.0.2 to 3.1.1."),
        0xC000_0203: ("STATUS_USER_SESSION_DELETED", "It ends what there was between the two."),
    ]
}
