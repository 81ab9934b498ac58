/// What an IRC server tells of itself to somebody who has no name there.
package struct IRCFacts: ServiceFacts {
    /// As it calls itself; Exchange's Chat Service has the name of its community there.
    private(set) var server: String?
    /// What it said unasked, the first few.
    private(set) var notices: [String] = []
    var ircx: IRCX?
    var capabilities: [String] = []
    /// TLS comes first on this port.
    var isSecuredPort = false
    private var words: [String] = []

    package init() {}

    mutating func hear(_ message: IRCMessage) {
        if server == nil, message.command != "NOTICE" || message.source?.contains("!") != true {
            server = message.source.map { String($0.prefix(200)) }
        }
        if message.command == "NOTICE", notices.count < 8 { notices.append(String(message.text.prefix(400))) }
        if words.count < 8 { words.append(message.text) }
    }

    package var record: Record {
        var record = Record()
        record["server"] = server.map { .text($0) }
        record["ircx"] = ircx.map { .text($0.words) }
        if !notices.isEmpty { record["notices"] = .texts(notices) }
        return record
    }

    package var lines: [FactLine] {
        [
            server.map { FactLine("calls itself", $0.isEmpty ? "nothing" : $0) },
            ircx.map { FactLine("IRCX", $0.words) },
            isSecuredPort ? FactLine("not Exchange", IRCWords.notExchange) : nil,
        ].compactMap(\.self) + notices.filter { !$0.isEmpty }.map { FactLine("notice", $0) }
    }

    /// Which software answers, by what only it says.
    var product: Product? {
        if ircx != nil || server == Self.exchangeCommunity {
            return server == Self.exchangeCommunity
                ? Product("Microsoft Exchange 2000 Chat Service", .likely)
                : Product("an IRCX server, as Exchange 2000's Chat Service is", .possible)
        }
        let known = Self.marks.first { mark, _ in capabilities.contains { $0.hasPrefix(mark) } }
        if let known { return Product(known.name, .likely) }
        if notices.contains(where: { $0.lowercased().contains("password") }) {
            return Product("an IRC bouncer", .possible)
        }
        return words.contains("Connection not registered") ? Product("ngIRCd", .possible) : nil
    }

    /// As Exchange's set-up names it.
    private static let exchangeCommunity = "Default-Chat-Community"

    /// Vendors' own capabilities.
    private static let marks: [(mark: String, name: String)] = [
        ("inspircd.org/", "InspIRCd"), ("unrealircd.org/", "UnrealIRCd"), ("ergo.chat/", "Ergo"),
        ("oragono.io/", "Ergo"), ("solanum.chat/", "Solanum"), ("znc.in/", "ZNC, a bouncer"),
    ]
}

/// What a server says of IRCX in its numeric 800: state, version, packages, the longest message, options.
struct IRCX: Equatable, Sendable {
    /// All of it, on one line.
    let words: String
    /// Ways to log in, in upper case.
    let packages: [String]
    private let options: [String]

    /// From `:server 800 * 0 0 ANON,NTLM 512 *`.
    init(_ message: IRCMessage) {
        let values = message.parameters.dropFirst()
        words = values.joined(separator: " ")
        packages =
            values.dropFirst(2).first.map { list in
                list.split(separator: ",").prefix(20).map { $0.uppercased() }
            } ?? []
        options = values.dropFirst(4).flatMap { $0.uppercased().split { ", ".contains($0) }.map(String.init) }
    }

    var offersTLS: Bool { options.contains { $0 == "TLS" || $0 == "STARTTLS" } }
}
