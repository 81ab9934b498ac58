/// A no of a server of MS-RPC, and what it means.
package enum RPCRefusal: Equatable, Sendable {
    /// A call ended in a fault, with this status.
    case fault(UInt32)
    /// The bind was not taken, for this reason where one came.
    case bind(UInt16?)
    /// An interface was not taken: result and reason.
    case interface(UInt16, UInt16)
    /// A message was turned away, with this status where one came.
    case reject(UInt32?)
    /// The mapper's own status, in an answer that has no map.
    case status(UInt32)
}

extension RPCRefusal {
    /// What came, in a line: `fault 0x00000005: access denied`.
    package var words: String {
        switch self {
        case .fault(let status): "fault \(status.inHexadecimal): \(Self.name(of: status))"
        case .bind(let reason?): "bind_nak, reason \(reason): \(Self.bindReason(reason))"
        case .bind(nil): "bind_nak without a reason"
        case .interface(let result, let reason):
            "bind_ack, result \(result), reason \(reason): \(Self.interfaceReason(reason))"
        case .reject(let status?): "reject \(status.inHexadecimal): \(Self.name(of: status))"
        case .reject(nil): "reject without a status"
        case .status(let status): "status \(status.inHexadecimal): \(Self.name(of: status))"
        }
    }

    /// What that means, as a sentence.
    var meaning: String {
        switch self {
        case _ where isAccessDenied: "unauthenticated clients may not ask it, by a policy of the server."
        case .bind(1), .bind(2), .interface(_, 3): "it has no room for another client now."
        case .interface(_, 1), .fault(Self.unknownInterface):
            "the interface that was asked for is not there, so another program of MS-RPC has the port."
        case _ where isTooBusy: "it is too busy."
        case .bind(4): "it speaks another version of MS-RPC."
        case .fault, .bind, .interface, .reject, .status: "its own words are all that is known."
        }
    }

    var fix: String? {
        switch self {
        case _ where isAccessDenied:
            "Look at the policy 'Restrict Unauthenticated RPC clients' (RestrictRemoteClients) of that server; where it "
                + "is meant so, ask from a machine of the domain."
        case .interface(_, 1), .fault(Self.unknownInterface):
            "Find out which program has the port; the endpoint mapper is that of the service RpcEptMapper, on 135."
        case .fault, .bind, .interface, .reject, .status: nil
        }
    }

    private var isAccessDenied: Bool { self == .fault(5) || self == .status(5) || self == .reject(5) }

    private var isTooBusy: Bool { [.fault(0x1C01_0014), .fault(0x6BB), .reject(0x1C01_0014)].contains(self) }

    private static let unknownInterface: UInt32 = 0x1C01_0003

    /// [C706] section 12.6.3.1.
    private static func interfaceReason(_ reason: UInt16) -> String {
        switch reason {
        case 1: "interface (abstract syntax) not supported"
        case 2: "no way to write arguments (transfer syntax) supported"
        case 3: "local limit exceeded"
        default: "not specified"
        }
    }

    /// [C706] section 12.6.3.1, [MS-RPCE] section 2.2.2.5.
    private static func bindReason(_ reason: UInt16) -> String {
        switch reason {
        case 0: "not specified"
        case 1: "temporary congestion"
        case 2: "local limit exceeded"
        case 3: "called address unknown"
        case 4: "protocol version not supported"
        case 5: "default context not supported"
        case 6: "user data not readable"
        case 7: "no service access point available"
        case 8: "authentication type not recognized"
        case 9: "invalid checksum"
        default: "unknown"
        }
    }

    private static func name(of status: UInt32) -> String { names[status] ?? "unknown" }

    /// [C706] appendix E and N, [MS-RPCE] section 2.2.2.11 with the codes of Windows.
    private static let names: [UInt32: String] = [
        0x5: "access denied", 0x8: "not enough memory", 0xE: "out of memory", 0x57: "invalid parameter",
        0x6BA: "the RPC server is unavailable", 0x6BB: "the RPC server is too busy",
        0x6BE: "the remote procedure call failed", 0x6BF: "the remote procedure call failed and did not execute",
        0x6C0: "RPC protocol error", 0x6C6: "the array bounds are invalid",
        0x6D1: "the procedure number is out of range",
        0x6D8: "the operation cannot be performed", 0x6E4: "the operation is not supported",
        0x6F7: "the stub received bad data", 0x721: "a security package failed",
        0x1C00_000D: "nca_s_fault_cancel", 0x1C00_0012: "nca_s_fault_unspec",
        0x1C00_001A: "nca_s_fault_context_mismatch", 0x1C00_001B: "nca_s_fault_remote_no_memory",
        0x1C00_001C: "nca_invalid_pres_context_id", 0x1C00_001D: "nca_unsupported_authn_level",
        0x1C01_0002: "nca_op_rng_error, no such operation", 0x1C01_0003: "nca_unk_if, unknown interface",
        0x1C01_0006: "nca_wrong_boot_time", 0x1C01_0009: "nca_you_crashed", 0x1C01_000B: "nca_proto_error",
        0x1C01_0013: "nca_out_args_too_big", 0x1C01_0014: "nca_server_too_busy",
        0x1C01_0017: "nca_unsupported_type", 0x16C9_A0CD: "ept_s_cant_perform_op", 0x16C9_A0CE: "ept_s_no_memory",
        0x16C9_A0CF: "ept_s_database_invalid", 0x16C9_A0D0: "ept_s_cant_create", 0x16C9_A0D1: "ept_s_cant_access",
        0x16C9_A0D6: "ept_s_not_registered",
    ]
}

extension UInt32 {
    /// With all eight digits: `0x00000005`.
    fileprivate var inHexadecimal: String { "0x" + Hexadecimal.text(littleEndian32.reversed(), separator: "") }
}
