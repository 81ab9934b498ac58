/// What the answers of SIP servers mean to whoever is no telephone and no gateway.
enum SIPWords {
    /// What to do where a connection ends, or nothing comes, before an answer.
    static let fixOfSilence =
        "Exchange's Unified Messaging and Lync serve none but those they know: see that this address, or the name in "
        + "its certificate, is one of the UM IP gateways (Get-UMIPGateway) or trusted servers, or ask from one; else look "
        + "at the server's log, and behind the load balancer."

    /// Who says 100 has taken the question (RFC 3261 section 16): it is not that it serves no strangers.
    static let fixBehind =
        "It took the question and waits for another server itself: look at its next hop, and behind the load balancer; "
        + "then at the server's log."

    static let fixOfRefusal =
        "Look at the load and the log of the server, and at what it passes calls on to; on Exchange, at the state of "
        + "UMCallRouter and of the Unified Messaging service (Get-ServerComponentState)."

    /// In a sentence; nil where it means what it says.
    static func meaning(of response: SIPResponse, at place: SIPPlace) -> String? {
        switch response.status {
        case 300..<400: "It sends callers on to another address, as Unified Messaging's call router does."
        case 400 where response["ms-diagnostics"]?.contains("1018") == true:
            "It finds fault with the form of the question, and is there."
        case 401, 407: "It wants a login first, and portcall has none: that it asks for one is all that was to be seen."
        case 403: gateways
        case 404, 410, 480, 604: "It knows nobody by the address that was asked for, and answers all the same."
        case 405, 501: "It answers, and OPTIONS is not among what it does."
        case 408, 504: "It passed the question on, and had no answer in time from where it went."
        case 483: "The question went through as many servers as it may: one passes it back to itself."
        case 503: "It says that it cannot serve now: it is overloaded, in maintenance, or what it needs is down."
        case 500..<600: "Something in it fails, or it cannot serve such a question."
        default: nil
        }
    }

    private static let gateways =
        "It does not serve this address: Exchange's Unified Messaging takes calls from its UM IP gateways alone, and Lync "
        + "from trusted servers. From one of those the same question may be answered."

    /// What is not known then, as the last words of a screen.
    static func limit(of response: SIPResponse) -> String? {
        response.status == 403 ? "it answers, and does not serve this address" : nil
    }

    /// What Exchange has on that port.
    static func role(of port: Int) -> String? {
        switch port {
        case 5062, 5063: "Unified Messaging on the Mailbox server of Exchange 2013, behind its call router"
        case 5065, 5067: "the worker process of Unified Messaging, one after the other; with mutual TLS as well"
        case 5066, 5068: "the worker process of Unified Messaging, secured; open in the mode Dual alone"
        case 5075...5077: instantMessaging
        default: nil
        }
    }

    /// Two rows of the port reference contradict each other.
    private static let instantMessaging =
        "presence in Outlook Web App, from Office Communications Server by mutual TLS, once instant messaging is set up; "
        + "the port reference has it from Unified Messaging too, with Integrated Windows authentication"
}
