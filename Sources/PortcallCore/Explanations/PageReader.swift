/// Whom a page is told for, where that is one service: it decides what is of use, and fills the places.
struct PageReader {
    private let service: Service
    private let aim: Aim?

    init(_ service: Service, _ aim: Aim? = nil) {
        self.service = service
        self.aim = aim
    }

    var words: ProtocolWords { service.kind.words }

    var places: [String: String] {
        let word = service.security == .upgrade ? words.startTLS : nil
        return [
            "host": aim?.host.text ?? "HOST", "port": aim.map { String($0.port) } ?? "PORT",
            "forest": aim?.forest ?? "FOREST", "ports": ports,
            "service": service.title, "protocol": service.protocolName,
            "upgrade": words.upgrade, "starttls": word.map { " -starttls \($0)" } ?? "",
            "transport": service.transport.rawValue.uppercased(),
            "path": aim?.path ?? service.kind.path ?? "/",
            "scheme": service.security == .implicit ? "https" : "http",
        ]
    }

    /// Without one there is something left to fill in.
    private var ports: String {
        let ports = (aim?.ports ?? []).map(String.init).joined(separator: " ")
        return ports.isEmpty ? "PORTS" : ports
    }

    /// What the places say where the service is not known.
    static let anybody = [
        "host": "HOST", "port": "PORT", "forest": "FOREST", "ports": "PORTS", "service": "the service",
        "protocol": "the protocol",
        "upgrade": "STARTTLS", "starttls": "", "transport": "TCP or UDP", "path": "/owa/", "scheme": "https",
    ]

    func advice(_ id: String) -> [Explanation.Advice] { words.advice.filter { $0.id == id } }

    /// Those of use here, the protocol's own in the place of those that stand for them, and each once.
    func probes(_ probes: [Explanation.Probe]) -> [Explanation.Probe] {
        templates(probes).map { filled($0) }.withoutRepetition
    }

    /// The command that shows the same from this machine, with nothing left to fill in; nil where there is none.
    ///
    /// - Parameters:
    ///   - probes: the finding's.
    ///   - isAboutOneCall: the service's own dialogue shows it where none of those can be run.
    ///   - isInsideTLS: what is to be seen comes inside TLS, where a command that speaks in clear shows nothing.
    /// - Returns: the command, and what for.
    func confirmation(
        by probes: [Explanation.Probe],
        isAboutOneCall: Bool,
        isInsideTLS: Bool
    ) -> Explanation.Probe? {
        let own = [service.security == .upgrade ? dialogueInsideTLS : [], dialogue].flatMap(\.self).filter(isOfUse)
        return (templates(probes) + (isAboutOneCall ? own : [])).lazy
            .filter { $0.runsHere && !(isInsideTLS && $0.isInClear) && !($0.asksForName && isAtAddress) }
            .map { filled($0) }.first { !$0.command.hasBlanks }
    }

    private var isAtAddress: Bool {
        guard let host = aim?.host else { return false }
        if case .name = host { return false }
        return true
    }

    func filled(_ probe: Explanation.Probe) -> Explanation.Probe {
        guard let aim else { return probe.filled(with: places) }
        return .init(probe.purpose.filled(with: places), aim.command(probe.command, places), probe.use)
    }

    private func templates(_ probes: [Explanation.Probe]) -> [Explanation.Probe] {
        probes.flatMap { probe in
            switch probe.use {
            case .dialogue: dialogue
            case .dialogueInsideTLS: dialogueInsideTLS
            case .refusedUpgrade: service.security == .upgrade ? words.dialogue.refused : []
            case .always, .over, .tls, .with: [probe]
            }
        }.filter(isOfUse)
    }

    func isConcerned(_ remedy: Explanation.Remedy) -> Bool {
        remedy != .certificate && (words.products.contains(remedy.product) || !Self.products.contains(remedy.product))
    }

    private var dialogue: [Explanation.Probe] {
        service.security == .implicit ? words.dialogue.implicit : words.dialogue.inClear
    }

    private var dialogueInsideTLS: [Explanation.Probe] {
        service.security == .implicit ? words.dialogue.implicit : words.dialogue.upgraded
    }

    private func isOfUse(_ probe: Explanation.Probe) -> Bool {
        if case .over(let transport) = probe.use, transport != service.transport { return false }
        guard probe.isMeant(for: words.products), probe != .bytes || greets, probe != .stranger || !greets && !showsAll
        else { return false }
        let begins = probe.command.contains("{starttls}")
        return switch service.security {
        case .implicit: true
        case .upgrade: !begins || words.startTLS != nil
        case .none: !begins && probe.use != .tls
        }
    }

    /// Where the client speaks first, who waits for the first bytes waits in vain.
    private var greets: Bool { service.kind.opening.first != .answer || words.dialogue.inClear.isEmpty }

    /// What is asked by hand shows whatever answers.
    private var showsAll: Bool { dialogue.contains(where: \.isInClear) }

    private static let products = Set(Service.all.flatMap(\.kind.words.products))
}

extension Explanation.Probe {
    /// It stands for one of the protocol's own.
    var isStandIn: Bool { [.dialogue, .dialogueInsideTLS, .refusedUpgrade].contains(use) }

    /// It has the host looked up, and nothing more.
    var asksForName: Bool { command.hasPrefix("dig {host}") || command.hasPrefix("getent ") }

    /// It speaks without TLS.
    var isInClear: Bool { command.split(separator: " ").contains("nc") }

    /// It is run where we run, and shows what we saw; not on the server, and not on Windows.
    var runsHere: Bool {
        let programs = [
            "openssl", "dig", "curl", "ldapsearch", "swaks", "nc", "printf", "(printf", "(sleep", "getent", "net",
            "for", "sipsak", "rpcclient", "smbclient",
        ]
        guard command.contains("{host}") || command.contains("{forest}") else { return false }
        if case .with = use { return false }
        // What stands before a program tells it something: LDAPTLS_REQCERT=never.
        let words = command.split(separator: " ").drop { $0.wholeMatch(of: /[A-Z_]+=\S*/) != nil }
        return programs.contains(words.first.map(String.init) ?? "")
    }

    /// It is of use on any product, or on one of these.
    func isMeant(for products: [String]) -> Bool {
        if case .with(let product) = use { products.contains(product) } else { true }
    }

    /// Where the service is not known, the purpose says what openssl may need besides.
    func filled(with places: [String: String]) -> Self {
        let isOpen = command.contains("{starttls}") && places == PageReader.anybody
        let start = isOpen ? "\(purpose.dropLast()) (add -starttls \(Self.startTLSWords) as needed):" : purpose
        return Self(start.filled(with: places), command.filled(with: places), use)
    }

    /// What openssl calls the protocols that it can begin TLS in.
    private static let startTLSWords: String = {
        let words = Service.all.compactMap(\.kind.words.startTLS).withoutRepetition
        return "\(words.dropLast().joined(separator: ", ")) or \(words.last ?? "")"
    }()
}

extension String {
    /// Something is left for whoever types it to fill in.
    fileprivate var hasBlanks: Bool {
        let blanks = ["FILE", "USER", "FOREST", "DOMAIN", "PORTS", "SERVER", "root.pem", "client.pem"]
        return split(separator: " ").contains { word in blanks.contains { word.contains($0) } }
    }
}

extension Explanation.Remedy {
    func filled(with places: [String: String]) -> Self {
        Self(product, text.filled(with: places)).of(releases, standsAlone: standsAlone)
    }
}

extension Array where Element: Equatable {
    /// Each element once, where it stood first.
    package var withoutRepetition: [Element] {
        reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
