import SwiftASN1

/// What portcall asks of a directory: nothing that names anybody, and nothing that changes anything.
enum LDAPRequest: Equatable {
    /// Anonymous, of version 3 (RFC 4513 section 5.1.1).
    case bind
    /// What the server says about itself (RFC 4512 section 5.1).
    case rootDSE
    case startTLS
    case unbind
    /// Which domain controller answers, and what it can do ([MS-ADTS] section 6.3.3).
    case netlogon(domain: String?)

    static let startTLSName = "1.3.6.1.4.1.1466.20037"

    /// The whole message, with that number.
    func bytes(id: UInt32) -> [UInt8] {
        BERWriter.sequence { message in
            message.integer(id)
            switch self {
            case .bind:
                message.constructed(.application(0)) { bind in
                    bind.integer(3)
                    bind.string("")
                    bind.primitive(.context(0), [])
                }
            case .rootDSE:
                Self.search(into: &message, sizeLimit: 1, timeLimit: 10, attributes: Self.rootDSEAttributes) {
                    $0.primitive(.context(7), "objectClass".utf8)
                }
            case .startTLS:
                message.constructed(.application(23)) { $0.primitive(.context(0), Self.startTLSName.utf8) }
            case .unbind: message.primitive(.application(2), [])
            case .netlogon(let domain):
                Self.search(into: &message, attributes: ["Netlogon"]) { Self.netlogonFilter(domain, into: &$0) }
            }
        }
    }

    /// A search of the one entry that has no name (RFC 4511 section 4.5.1).
    private static func search(
        into message: inout BERWriter,
        sizeLimit: UInt32 = 0,
        timeLimit: UInt32 = 0,
        attributes: [String],
        filter: (inout BERWriter) -> Void
    ) {
        message.constructed(.application(3)) { search in
            search.string("")
            search.enumerated(0)
            search.enumerated(0)
            search.integer(sizeLimit)
            search.integer(timeLimit)
            search.boolean(false)
            filter(&search)
            search.constructed(.sequence) { list in for name in attributes { list.string(name) } }
        }
    }

    /// Asks for version 5 with the longer answer; without a domain a controller answers for its own.
    private static func netlogonFilter(_ domain: String?, into search: inout BERWriter) {
        search.constructed(.context(0)) { all in
            if let domain { equality("DnsDomain", domain.utf8, into: &all) }
            equality("NtVer", [0x06, 0x00, 0x00, 0x00], into: &all)
        }
    }

    private static func equality(_ name: String, _ value: some Sequence<UInt8>, into filter: inout BERWriter) {
        filter.constructed(.context(3)) { equal in
            equal.string(name)
            equal.primitive(.octetString, value)
        }
    }

    /// By name what servers show only when it is asked for by name, then all that is for users and all that is not.
    static let rootDSEAttributes = [
        "currentTime", "dnsHostName", "dsServiceName", "defaultNamingContext", "rootDomainNamingContext",
        "configurationNamingContext", "schemaNamingContext", "namingContexts", "ldapServiceName", "serverName",
        "isGlobalCatalogReady", "isSynchronized", "highestCommittedUSN", "supportedCapabilities", "supportedControl",
        "supportedExtension", "supportedFeatures", "supportedSASLMechanisms", "supportedLDAPVersion",
        "domainFunctionality", "forestFunctionality", "domainControllerFunctionality", "vendorName", "vendorVersion",
        "subschemaSubentry", "objectClass", "structuralObjectClass", "*", "+",
    ]
}

extension HarmlessRequests {
    /// Any other bind, and any search below an entry with a name, is not among them.
    static let ldap = HarmlessRequests([
        "a bind of version 3 without name and password", "a search of the one entry without a name (the rootDSE)",
        "StartTLS", "unbind",
    ]) { message in
        guard
            let envelope = try? BERElement(message[...]), envelope.elements.count == 2,
            let id = envelope.elements[0].number
        else { return false }
        let operation = envelope.elements[1]
        let plain: [LDAPRequest] = [.bind, .startTLS, .unbind]
        if plain.contains(where: { $0.bytes(id: UInt32(id)) == message }) { return true }
        // An empty base, and that entry alone.
        let fields = operation.elements
        return operation.tag == 0x63 && fields.count == 8 && fields[0].tag == 0x04 && fields[0].bytes.isEmpty
            && fields[1].tag == 0x0A && fields[1].number == 0
    }
}
