/// What is wrong with a target, and the part that is.
@nonexhaustive
public enum MalformedTarget: Error, Equatable, Sendable {
    case noHost
    case notAName(String, String)
    case notAnAddress(String)
    case notAPort(String)
    case noPort(String)
    case noScheme(String)
    case noPortOfItsOwn(String)
    case unknownPort(Int)
    case unknownService(String)
    case twoServices(String, String)
    case bareIPv6(String)
    case noClosingBracket(String)
    case notAHostAlone(String)
    case notANameAlone(String)
    case userInformation
}

extension MalformedTarget: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noHost: "there is no host name in it"
        case .notAName(let text, let reason): "'\(text.escaped)' is not a host name: \(reason)"
        case .notAnAddress(let text): "'\(text.escaped)' is not an IP address"
        case .notAPort(let text): "'\(text.escaped)' is not a port; ports are 1 to 65535"
        case .noPort: "it names no port and no service; write HOST:PORT or SERVICE://HOST"
        case .noScheme(let text):
            "it has a path and no service; write https://\(String(text.drop { $0 == "/" }).escaped)"
        case .noPortOfItsOwn(let name): "no port is named, and \(name) has none of its own; write \(name)://HOST:PORT"
        case .unknownPort(let port): "no service is known on port \(port)"
        case .unknownService(let name):
            "'\(name.escaped)' is not a service"
                + (Nearest.hint(to: name, among: Service.all.map(\.name)).map { "; \($0)" } ?? "")
        case .twoServices(let one, let other): "it says \(one), and is to be called as \(other)"
        case .bareIPv6(let text): "put the IPv6 address in brackets: [\(text.escaped)]"
        case .notANameAlone(let text):
            "'\(text.escaped)' is more than a name: give it alone, without brackets, port or service"
        case .userInformation: "leave out what stands before the @: no name and no password is ever sent"
        case .notAHostAlone: "name the host alone: its ports and services are all called"
        case .noClosingBracket(let text): "'\(text.escaped)' has no closing bracket"
        }
    }
}
