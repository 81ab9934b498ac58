/// What the commands of an explanation are typed for: a target and how it was called, or nothing in particular.
public struct Aim: Equatable, Sendable {
    /// The machine.
    public let host: Host
    /// The port.
    public let port: Int
    /// The name sent as SNI and looked for, where it is not the host.
    let name: ServerName?
    /// The forest that a domain controller must belong to.
    let forest: String?
    /// All the ports that one command is about.
    let ports: [Int]
    /// The place on the server that a finding is about, where it has places: `/owa/`.
    let path: String?
    /// Paths of the PEM files that the calls were made with.
    let files: Files
    /// A ClientHello of ours was not answered, and a smaller one was.
    let isHelloTooLarge: Bool

    /// The PEM files that a call was made with, by their paths.
    public struct Files: Equatable, Sendable {
        /// The roots that count instead of the system's.
        public var roots: String?
        /// The certificate that is shown to who asks for one.
        public var certificate: String?
        /// Its key.
        public var key: String?

        /// - Parameters:
        ///   - roots: the roots that count instead of the system's.
        ///   - certificate: what is shown to who asks for one.
        ///   - key: the key of that.
        public init(roots: String? = nil, certificate: String? = nil, key: String? = nil) {
            self.roots = roots
            self.certificate = certificate
            self.key = key
        }

        /// The same, with others where it has none.
        func filled(from others: Files?) -> Files {
            let identity = certificate == nil ? others : self
            return Files(roots: roots ?? others?.roots, certificate: identity?.certificate, key: identity?.key)
        }
    }

    package init(
        _ plan: Plan,
        port: Int? = nil,
        ports: [Int] = [],
        forest: String? = nil,
        path: String? = nil,
        files: Files = Files(),
        isHelloTooLarge: Bool = false
    ) {
        host = plan.target.host
        self.port = port ?? plan.target.port
        name = plan.criteria.serverName
        self.forest = forest ?? plan.criteria.forest
        self.ports = ports
        self.path = path
        self.files = files
        self.isHelloTooLarge = isHelloTooLarge
    }

    /// A target alone.
    public init(_ target: Target) {
        host = target.host
        port = target.port
        (name, forest, ports, path, files, isHelloTooLarge) = (nil, nil, [], nil, Files(), false)
    }
}

// Commands, as they are to be typed for it.
extension Aim {
    /// A command whose places are filled, for any POSIX shell to take as it is.
    func command(_ template: String, _ places: [String: String]) -> String {
        let command = secured(template).replacing("{starttls}", with: places["starttls"] ?? "")
            .replacing("{host}:", with: "{bracketed}:")
            .replacing("://{host}", with: "://{bracketed}")
        return command.split(separator: " ", omittingEmptySubsequences: false)
            .map { Self.quoted(filled(String($0), places)) }
            .joined(separator: " ")
    }

    private func filled(_ word: String, _ places: [String: String]) -> String {
        let own = ["host": host.text, "bracketed": host.bracketed, "port": String(port)]
        return word.filled(with: places.merging(own) { $1 })
    }

    /// What openssl, ldapsearch and curl must know besides to meet what the call met.
    private func secured(_ template: String) -> String {
        var command = template
        let name = name?.text ?? host.text
        if case .ip = self.name ?? host.serverName {
            command = command.replacing(" -servername {host}", with: "")
                .replacing("-verify_hostname {host}", with: "-verify_ip \(name)")
        } else if self.name != nil {
            command = command.replacing(" -servername {host}", with: "")
                .replacing("-verify_hostname {host}", with: "-verify_hostname \(name)")
                .replacing("{starttls}", with: "{starttls} -servername \(name)")
        }
        let ours = ["-CAfile": files.roots, "-cert": files.certificate, "-key": files.key]
        for option in ["-CAfile", "-cert", "-key"] where !command.contains(" \(option) ") {
            guard let path = ours[option] ?? nil else { continue }
            command = command.replacing("{starttls}", with: "{starttls} \(option) \(Self.quotedWhole(path))")
        }
        if let roots = files.roots, command.contains("ldapsearch ") {
            command = "LDAPTLS_CACERT=\(Self.quotedWhole(roots)) \(command)"
        }
        return command
    }

    /// Brackets are a pattern to a shell; what is quoted already stays as it is.
    private static func quoted(_ word: String) -> String {
        word.contains("[") && !word.contains("'") && !word.contains(" ") ? "'\(word)'" : word
    }

    /// A word of whatever letters, as a POSIX shell reads it.
    private static func quotedWhole(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "+")...UInt8(ascii: "9"): true
            default: byte == UInt8(ascii: "_")
            }
        }
        return isPlain && !word.isEmpty ? word : "'\(word.replacing("'", with: #"'\''"#))'"
    }
}
