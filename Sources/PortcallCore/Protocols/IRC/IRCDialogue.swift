/// An IRC server (RFC 2812), and whether it speaks Microsoft's IRCX (draft-pfenning-irc-extensions).
///
/// All is asked before anybody has a name there, so that no user appears: first for IRCX, else for capabilities (IRCv3).
/// Servers may speak unasked at any time, and some say nothing before they are asked.
package struct IRCDialogue: Dialogue {
    private enum Phase {
        case beginning
        /// Whoever greets has a moment for it.
        case listening
        case askingForIRCX
        case listing
        case upgrading
        case securing
        case over
    }

    package private(set) var facts = Facts()
    private let security: Security
    private var irc = IRCFacts()
    private var phase = Phase.beginning
    private var isInsideTLS: Bool
    private var capabilities: [String] = []
    private var heard = 0
    private var pongs = 0
    /// More was asked before the answer to MODE ISIRCX had come.
    private var isIRCXUnanswered = false

    /// Long enough for who refuses at once, so that its words are not lost with the connection.
    private static let patienceForGreeting = Duration.milliseconds(300)
    private static let patienceForIRCX = Duration.milliseconds(1500)
    private static let patienceForList = Duration.seconds(5)
    /// More than any server says to somebody without a name.
    private static let messageLimit = 100
    private static let capabilityLimit = 200

    package init(_ plan: Plan) {
        security = plan.service.security
        isInsideTLS = security == .implicit
        irc.isSecuredPort = isInsideTLS
    }

    package var awaits: String {
        switch phase {
        case .beginning, .listening, .askingForIRCX: "the answer to MODE ISIRCX"
        case .listing: "the answer to CAP LS" + (isInsideTLS ? " inside TLS" : "")
        case .upgrading: "the answer to STARTTLS"
        case .securing: "TLS"
        case .over: "the answer to QUIT"
        }
    }

    package mutating func next(_ input: inout ByteQueue) throws(Malformed) -> Step {
        if phase == .beginning {
            phase = .listening
            return .wait(Self.patienceForGreeting)
        }
        if phase == .securing {
            isInsideTLS = true
            return ask(.listing, "CAP LS 302")
        }
        while let message = try IRCMessage(reading: &input) {
            heard += 1
            guard heard <= Self.messageLimit else {
                throw .tooLong("more than \(Self.messageLimit) messages before we have a name", quoting: message.line)
            }
            if let step = take(message) { return step }
        }
        return waiting
    }

    package mutating func nothingCame() -> Step {
        switch phase {
        case .listening: return ask(.askingForIRCX, "MODE ISIRCX")
        case .askingForIRCX:
            isIRCXUnanswered = true
            return ask(.listing, "CAP LS 302")
        case .listing where facts.isConfirmed: return list("no answer to CAP LS")
        case .beginning, .listing, .upgrading, .securing, .over: return .listen
        }
    }

    private var waiting: Step {
        switch phase {
        case .listening: .wait(Self.patienceForGreeting)
        case .askingForIRCX: .wait(Self.patienceForIRCX)
        case .listing: .wait(Self.patienceForList)
        case .beginning, .upgrading, .securing, .over: .listen
        }
    }

    private mutating func ask(_ next: Phase, _ command: String) -> Step {
        phase = next
        return .say(command)
    }

    private mutating func part() -> Step {
        phase = .over
        return .part(Array("QUIT\r\n".utf8))
    }
}

// What a server says, and what follows from it.
extension IRCDialogue {
    /// - Returns: nil where it changes nothing.
    private mutating func take(_ message: IRCMessage) -> Step? {
        facts.isConfirmed = true
        irc.hear(message)
        understand()
        switch message.command {
        case "PING": return answer(message)
        case "ERROR":
            refuse(message)
            return .part([])
        case "465", "463", "KILL":
            refuse(message)
            return part()
        case "NOTICE": return phase == .listening ? ask(.askingForIRCX, "MODE ISIRCX") : nil
        default: break
        }
        switch phase {
        case .listening: return ask(.askingForIRCX, "MODE ISIRCX")
        case .askingForIRCX: return hearOfIRCX(message)
        case .listing: return hearOfCapabilities(message)
        case .upgrading: return upgrade(message)
        case .beginning, .securing, .over: return nil
        }
    }

    /// Some say nothing more until that has an answer; no more is sent back than what could be no command.
    private mutating func answer(_ message: IRCMessage) -> Step? {
        let token = message.text
        let isHarmless =
            token.utf8.count <= 64 && !token.isEmpty
            && token.allSatisfy { letter in
                letter.isASCII && (letter.isLetter || letter.isNumber || "-_.".contains(letter))
            }
        guard isHarmless, pongs < 3 else { return nil }
        pongs += 1
        return .say("PONG \(token)")
    }

    private mutating func hearOfIRCX(_ message: IRCMessage) -> Step? {
        guard let number = message.number else { return nil }
        switch number {
        case 800:
            facts.answered(message.line)
            return conclude(IRCX(message))
        // Please wait: not the answer yet.
        case ..<400, 439: return nil
        default:
            facts.answered(message.line)
            return ask(.listing, "CAP LS 302")
        }
    }

    private mutating func conclude(_ ircx: IRCX) -> Step {
        irc.ircx = ircx
        understand()
        return take(
            Listing(mechanisms: ircx.packages, offersTLS: isInsideTLS ? nil : ircx.offersTLS),
            as: "ISIRCX: \(ircx.words)"
        )
    }

    /// `CAP * LS * :more to come`, `CAP * LS :the last of it`.
    private mutating func hearOfCapabilities(_ message: IRCMessage) -> Step? {
        if let number = message.number { return hearInstead(number, message) }
        guard message.command == "CAP", message.parameters.dropFirst().first?.uppercased() == "LS" else { return nil }
        let words = message.text.split(separator: " ").map(String.init)
        capabilities += words.prefix(max(0, Self.capabilityLimit - capabilities.count))
        let isLast = message.parameters.count < 4 || message.parameters[2] != "*"
        return isLast ? list() : nil
    }

    /// A numeric, where a list was due: the first may answer what was asked before.
    private mutating func hearInstead(_ number: Int, _ message: IRCMessage) -> Step? {
        guard isIRCXUnanswered else { return number >= 400 ? list(message.line) : nil }
        guard number == 800 || number >= 400 && number != 439 else { return nil }
        isIRCXUnanswered = false
        facts.answered(message.line)
        return number == 800 ? conclude(IRCX(message)) : nil
    }

    /// All has come that will, unless it was refused, in these words.
    private mutating func list(_ refusal: String? = nil) -> Step {
        if facts.answer == nil { facts.answered(irc.notices.first ?? refusal ?? "it answers") }
        irc.capabilities = capabilities
        understand()
        let listing = Listing(
            capabilities: refusal == nil ? capabilities : nil,
            mechanisms: IRCWords.mechanisms(in: capabilities),
            // InspIRCd lists it inside TLS as well, and refuses it there.
            offersTLS: isInsideTLS ? nil : capabilities.contains { $0 == "tls" || $0.hasPrefix("tls=") }
        )
        capabilities = []
        return take(listing, as: refusal ?? listing.words)
    }

    private mutating func take(_ listing: Listing, as words: String) -> Step {
        if isInsideTLS { facts.listInsideTLS(listing) } else { facts.list(listing) }
        guard security == .upgrade, !isInsideTLS else { return part() }
        guard listing.offersTLS == true else {
            facts.withholdUpgrade(words)
            return part()
        }
        return ask(.upgrading, "STARTTLS")
    }

    private mutating func upgrade(_ message: IRCMessage) -> Step? {
        guard let number = message.number else { return nil }
        if number == 670 {
            facts.agreeToUpgrade(message.line)
            phase = .securing
            return .startTLS
        }
        guard number >= 400 else { return nil }
        let reason = IRCWords.reason(for: Refusal(message.line, at: .starttls, from: facts.product))
        facts.refuseUpgrade(message.line, meaning: reason?.meaning)
        facts.upgradeAdvice = reason?.fix
        return part()
    }

    private mutating func refuse(_ message: IRCMessage) {
        let stage: Stage.Name =
            switch phase {
            case .beginning, .listening, .askingForIRCX: .answer
            case .listing, .over: isInsideTLS ? .capabilitiesAfterTLS : .capabilities
            case .upgrading, .securing: .starttls
            }
        if facts.opening == nil { facts.answered(message.line) }
        let refusal = Refusal(message.line, at: nil, from: facts.product)
        guard !refusal.demandsCertificate else { return facts.demandCertificate(message.line, at: stage) }
        let reason = IRCWords.reason(for: refusal)
        facts.refuse(message.line, meaning: reason?.meaning, at: stage)
        facts.remedy = reason?.fix
        facts.isAnsweredInItsPlace = reason?.isInPlaceOfServer == true
        // TLS is not what it refuses.
        if stage == .starttls { facts.upgrade = .unknown }
    }

    private mutating func understand() {
        facts.service = irc
        facts.product = irc.product?.shown(by: "what it says of itself") ?? facts.product
    }
}
