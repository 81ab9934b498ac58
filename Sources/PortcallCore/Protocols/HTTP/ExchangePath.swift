/// A service of Exchange by the path it lives at.
struct ExchangePath: Equatable, Sendable {
    /// As targets name it, where they can: `owa`.
    let name: String
    /// As a sentence names it.
    let title: String
    let request: HTTPRequest

    private init(_ name: String, _ title: String, _ path: String, _ method: HTTPRequest.Method = .get) {
        self.name = name
        self.title = title
        request = HTTPRequest(method, path)
    }

    static let owa = ExchangePath("owa", "Outlook on the web", "/owa/")
    static let ecp = ExchangePath("ecp", "the admin center", "/ecp/")
    static let ews = ExchangePath("ews", "Exchange Web Services", "/EWS/Exchange.asmx")
    static let activeSync = ExchangePath("activesync", "ActiveSync", "/Microsoft-Server-ActiveSync", .options)
    static let autodiscover = ExchangePath("autodiscover", "Autodiscover", "/autodiscover/autodiscover.xml")
    static let mapi = ExchangePath("mapi", "MAPI over HTTP", "/mapi/")
    static let rpcProxy = ExchangePath("rpcproxy", "Outlook Anywhere", "/rpc/rpcproxy.dll")
    static let oab = ExchangePath("oab", "the offline address book", "/OAB/")
    static let exchange = ExchangePath("exchange", "Outlook Web Access of Exchange 2000 to 2007", "/exchange/")
    static let publicFolders = ExchangePath("public", "public folders of Exchange 2000 to 2007", "/public/")
    /// What is no service of its own, and leads to the others.
    static let site = ExchangePath("site", "the web site itself", "/")

    static let all = [
        owa, ecp, ews, activeSync, autodiscover, mapi, rpcProxy, oab, exchange, publicFolders,
    ]
}
