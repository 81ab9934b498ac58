/// What a server lists of itself, in the terms common to the protocols that can be asked for a list.
protocol CapabilityList {
    /// As sent, one capability an element.
    var lines: [String] { get }
    /// The server knows how to list; false where it refused.
    var isListed: Bool { get }
    /// In upper case: SASL mechanisms by their names, the protocol's own way as `USER`.
    var mechanisms: [String] { get }
    /// Those that send a password as it is.
    var plaintextMechanisms: [String] { get }
    var offersTLS: Bool { get }
}

/// A keyword and its parameters a line, as EHLO, CAPA and CAPABILITIES have it.
protocol KeywordList: CapabilityList {
    /// What stands between them.
    static var separators: Set<Character> { get }
}

extension KeywordList {
    var plaintextMechanisms: [String] { mechanisms.filter { ["USER", "PLAIN", "LOGIN"].contains($0) } }

    func offers(_ keyword: String) -> Bool {
        lines.contains { Self.words($0).first == keyword }
    }

    /// The protocol's own way, where it is offered, and what follows the keyword SASL (RFC 5034, RFC 4643).
    func mechanisms(withOwn isOwnOffered: Bool) -> [String] {
        (isOwnOffered ? ["USER"] : []) + lines.map(Self.words).filter { $0.first == "SASL" }.flatMap { $0.dropFirst() }
    }

    /// The keyword and its parameters in upper case.
    static func words(_ line: String) -> [String] {
        line.uppercased().split { separators.contains($0) }.map(String.init)
    }
}

extension Facts {
    /// Notes what was listed before TLS.
    mutating func note(_ list: some CapabilityList) {
        capabilities = list.lines
        mechanisms = list.mechanisms
        plaintextMechanisms = list.plaintextMechanisms
        if list.isListed { offersTLS = list.offersTLS }
    }

    /// Notes what was listed inside TLS; where that came about in mid-conversation, it is not offered once more.
    mutating func noteInsideTLS(_ list: some CapabilityList, _ security: Security) {
        capabilitiesAfterTLS = list.lines
        mechanismsAfterTLS = list.mechanisms
        stillOffersTLS = security == .upgrade && list.offersTLS
    }

    /// Notes the answer to a request for TLS, in the server's words; returns whether TLS begins.
    ///
    /// A no to what was not listed means that there is no TLS; a no to what was, that it is refused.
    mutating func noteUpgrade(_ isAgreed: Bool, _ words: String) -> Bool {
        if isAgreed {
            goAhead = words
        } else if offersTLS == true {
            upgradeRefusal = words
        } else {
            withoutUpgrade = words
        }
        offersTLS = isAgreed || offersTLS == true
        return isAgreed
    }
}
