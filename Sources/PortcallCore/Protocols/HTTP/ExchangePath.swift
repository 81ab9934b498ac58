/// A service of Exchange by the path it lives at.
struct ExchangePath: Equatable, Sendable {
    /// As targets name it, where they can: `owa`.
    let name: String
    /// As a sentence names it.
    let title: String
    let request: HTTPRequest
    /// Where its own redirects lead, in lower case, besides its own folder.
    private let others: [String]
    /// Its application pool on the site that clients call.
    let pool: String?
    /// What switches its ways to log in on.
    let login: String?

    private init(
        _ name: String,
        _ title: String,
        _ path: String,
        _ method: HTTPRequest.Method = .get,
        leadingTo others: [String] = [],
        pool: String? = nil,
        login: String? = nil
    ) {
        self.name = name
        self.title = title
        request = HTTPRequest(method, path)
        self.others = others
        self.pool = pool
        self.login = login
    }

    /// Another place of the same service, as its form for a login; IIS takes paths in whatever case.
    func leads(to path: String) -> Bool {
        guard path != request.path else { return false }
        let place = path.lowercased()
        return ([request.folder] + others).contains { place == $0 || place.hasPrefix("\($0)/") }
    }

    static let owa = ExchangePath(
        "owa",
        "Outlook on the web",
        "/owa/",
        pool: "MSExchangeOWAAppPool",
        login: "Set-OwaVirtualDirectory … -FormsAuthentication $true"
    )
    static let ecp = ExchangePath(
        "ecp",
        "the admin center",
        "/ecp/",
        leadingTo: ["/owa/auth"],
        pool: "MSExchangeECPAppPool",
        login: "Set-EcpVirtualDirectory … -FormsAuthentication $true"
    )
    static let ews = ExchangePath(
        "ews",
        "Exchange Web Services",
        "/EWS/Exchange.asmx",
        pool: "MSExchangeServicesAppPool",
        login: "Set-WebServicesVirtualDirectory … -WindowsAuthentication $true"
    )
    static let activeSync = ExchangePath(
        "activesync",
        "ActiveSync",
        "/Microsoft-Server-ActiveSync",
        .options,
        pool: "MSExchangeSyncAppPool",
        login: "Set-ActiveSyncVirtualDirectory … -BasicAuthEnabled $true"
    )
    static let autodiscover = ExchangePath(
        "autodiscover",
        "Autodiscover",
        "/autodiscover/autodiscover.xml",
        pool: "MSExchangeAutodiscoverAppPool",
        login: "Set-AutodiscoverVirtualDirectory … -WindowsAuthentication $true -BasicAuthentication $true"
    )
    static let mapi = ExchangePath(
        "mapi",
        "MAPI over HTTP",
        "/mapi/",
        pool: "MSExchangeMapiFrontEndAppPool",
        login: "Set-MapiVirtualDirectory … -IISAuthenticationMethods Ntlm,OAuth,Negotiate"
    )
    static let rpcProxy = ExchangePath(
        "rpcproxy",
        "Outlook Anywhere",
        "/rpc/rpcproxy.dll",
        pool: "MSExchangeRpcProxyFrontEndAppPool",
        login: "Set-OutlookAnywhere … -IISAuthenticationMethods Basic,Ntlm,Negotiate"
    )
    static let oab = ExchangePath(
        "oab",
        "the offline address book",
        "/OAB/",
        pool: "MSExchangeOABAppPool",
        login: "Set-OabVirtualDirectory … -WindowsAuthentication $true"
    )
    static let exchange = ExchangePath(
        "exchange",
        "Outlook Web Access of Exchange 2000 to 2007",
        "/exchange/",
        leadingTo: ["/exchweb", "/owa"]
    )
    static let publicFolders = ExchangePath(
        "public",
        "public folders of Exchange 2000 to 2007",
        "/public/",
        leadingTo: ["/exchweb", "/owa"]
    )
    /// What is no service of its own, and leads to the others.
    static let site = ExchangePath("site", "the web site itself", "/", pool: "DefaultAppPool")

    static let all = [
        owa, ecp, ews, activeSync, autodiscover, mapi, rpcProxy, oab, exchange, publicFolders,
    ]
}
