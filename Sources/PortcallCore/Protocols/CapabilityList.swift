/// What a server lists of itself, in the terms common to the protocols that can be asked for a list.
protocol CapabilityList {
    /// As sent, one capability an element.
    var lines: [String] { get }
    /// In upper case: SASL mechanisms by their names, the protocol's own way as `USER`.
    var mechanisms: [String] { get }
    /// Those that send a password as it is.
    var plaintextMechanisms: [String] { get }
    /// nil where the server knows no list.
    var offersTLS: Bool? { get }
    /// There is some way to log in; nil where the server knows no list.
    var offersLogin: Bool? { get }
}

extension CapabilityList {
    var offersLogin: Bool? { offersTLS.map { _ in !mechanisms.isEmpty } }

    var listing: Listing {
        Listing(
            capabilities: lines,
            mechanisms: mechanisms,
            plaintextMechanisms: plaintextMechanisms,
            offersTLS: offersTLS,
            offersLogin: offersLogin
        )
    }
}

/// A keyword and its parameters a line, as EHLO, CAPA and CAPABILITIES have it.
protocol KeywordList: CapabilityList {
    /// What stands between them.
    static var separators: [UInt8] { get }
    /// Of each line its words, in upper case.
    var words: [[String]] { get }
}

extension KeywordList {
    var plaintextMechanisms: [String] { mechanisms.filter { ["USER", "PLAIN", "LOGIN"].contains($0) } }

    func offers(_ keyword: String) -> Bool {
        words.contains { $0.first == keyword }
    }

    /// The protocol's own way, where it is offered, and what follows the keyword SASL (RFC 5034, RFC 4643).
    func mechanisms(withOwn isOwnOffered: Bool) -> [String] {
        (isOwnOffered ? ["USER"] : []) + words.filter { $0.first == "SASL" }.flatMap { $0.dropFirst() }
    }

    /// The keyword and its parameters in upper case.
    static func words(_ line: String) -> [String] {
        line.uppercased().utf8.split { separators.contains($0) }.map { String(Substring($0)) }
    }
}
