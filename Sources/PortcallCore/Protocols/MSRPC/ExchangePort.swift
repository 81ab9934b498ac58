/// What Exchange has behind the ports of RPC over HTTP, and in which version.
enum ExchangePort {
    /// What the port is there for.
    static func purpose(of port: Int) -> (interface: RPCInterface, lack: String)? {
        switch port {
        case 6001: (.store, "the information store (EMSMDB) is not behind it, so Outlook reaches no mailbox.")
        case 6002: (.referral, "the address book referral (RFR) is not behind it, so Outlook finds no address book.")
        case 6004: (.addressBook, "the address book (NSPI) is not behind it, so Outlook resolves no names.")
        default: nil
        }
    }

    /// What is asked for there, which tells the versions apart; nil on any other port.
    static func interfaces(on port: Int) -> [RPCInterface]? {
        purpose(of: port) == nil ? nil : [.store, .referral, .addressBook]
    }
}

extension RPCFacts {
    /// As far as the interfaces tell.
    var product: Product? {
        // Later versions have it behind their web servers alone.
        if (endpoints ?? []).contains(where: \.isStoreOverTCP) {
            return Product("Microsoft Exchange Server, 2010 or older", .likely)
        }
        if (endpoints ?? []).contains(where: { $0.interface.uuid == RPCProgram.unixinfo }) {
            return Product("Samba", .likely)
        }
        // One interface alone tells nothing of the others.
        guard bindings.count > 1 else { return nil }
        switch (accepts(.referral), accepts(.addressBook)) {
        case (true, true): return Product("Microsoft Exchange Server 2010", .possible)
        case (true, false), (false, true): return Product("Microsoft Exchange Server 2003 or 2007", .possible)
        case (false, false): return accepts(.store) ? Product("Microsoft Exchange Server", .likely) : nil
        }
    }
}

extension RPCEndpoint {
    fileprivate var isStoreOverTCP: Bool { interface.uuid == RPCInterface.store.uuid && sequence == Self.overTCP }
}
