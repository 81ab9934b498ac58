/// Why a service of Exchange is there and does not work.
///
/// IIS shows the numbers behind the dot to strangers only where it was told to, so that they are used where they show
/// and not waited for.
enum ExchangeFault: Hashable, Sendable {
    case stoppedPool
    case proxyWithoutServer
    case gateway(Int)
    case frontEndWithoutBackEnd
    case configuration
    /// It wants a client certificate after the handshake, which TLS 1.3 has not.
    case lateCertificate
    case failing(Int)
    /// It says why itself.
    case stated(Int, HTTPStatement)
    case noScheme
    case clearTextForbidden
    /// The same, where TLS has come as far as a proxy.
    case plainBehindTLS
    case backEndSite
    /// Exchange's front end sends people to its own page for errors, which names a code.
    case errorPage(code: String?)

    /// By who says it, and how: what is stated counts more than what is guessed.
    init(failing response: HTTPResponse) {
        if let statement = HTTPStatement(of: response) {
            self = .stated(response.status, statement)
            return
        }
        switch response.status {
        case 500 where response.isFromIIS && response.says(HTTPWords.unreadableConfiguration): self = .configuration
        case 500 where response.isFromIIS && response.says(["0x80070032"]): self = .lateCertificate
        case 502, 504: self = .gateway(response.status)
        case 503 where response.isFromHTTPSys: self = .stoppedPool
        case 503 where response["x-feserver"] != nil: self = .frontEndWithoutBackEnd
        case 503 where !response.isFromIIS && !response.namesHTTPSys: self = .proxyWithoutServer
        default: self = .failing(response.status)
        }
    }

    /// In a few words.
    var summary: String {
        switch self {
        case .stoppedPool: "503 from HTTP.sys itself: nobody serves behind it"
        case .proxyWithoutServer: "503 from a proxy: no server behind it"
        case .gateway(let status): "\(status): a proxy gets no answer from the server behind it"
        case .frontEndWithoutBackEnd: "503: the front end reaches no back end"
        case .configuration: "500.19: IIS cannot read its configuration"
        case .lateCertificate: "500: it wants a client certificate after the handshake, which TLS 1.3 has not"
        case .failing(let status): "\(status): it fails"
        case .stated(let status, let statement): "\(status): \(statement.words)"
        case .noScheme: "401 without a way to log in"
        case .clearTextForbidden: "403.4: TLS is required, and this is clear text"
        case .plainBehindTLS: "403.4: TLS ends at a proxy, which asks IIS in clear"
        case .backEndSite: "the Exchange Back End site answers"
        case .errorPage(let code): "it leads to Exchange's page for errors" + (code.map { " (\($0))" } ?? "")
        }
    }

    /// As the message goes on after a colon, in a whole sentence.
    ///
    /// - Parameter isExchange: other answers of the same server show that Exchange is there.
    /// - Returns: the sentence.
    func sentence(amongExchange isExchange: Bool) -> String {
        switch self {
        case .stoppedPool where isExchange:
            "HTTP.sys, which listens on behalf of IIS, answers 503 itself: the application pool is stopped or full."
        case .stoppedPool:
            "HTTP.sys, which listens on behalf of IIS, answers 503 itself: the application pool is stopped or full, or "
                + "the program that reserved this place (AD FS, Web Application Proxy) does not run."
        case .proxyWithoutServer:
            "it is not Windows that answers 503 but a proxy before it, which has no healthy server for this path."
        case .gateway(let status): "a proxy answers \(status), for the server behind it does not answer it properly."
        case .frontEndWithoutBackEnd: "the front end of Exchange answers 503, for no back end serves it."
        case .configuration: "IIS answers 500.19 because it cannot read the configuration, a web.config as a rule."
        case .lateCertificate:
            "IIS answers 500 with 0x80070032 (not supported): it wants a client certificate once the request has come, "
                + "and with TLS 1.3 there is no way to ask for one then."
        case .failing(let status): "it answers \(status); only the log of the server tells why."
        case .stated(let status, let statement): "it answers \(status). \(statement.sentence)"
        case .noScheme:
            "it demands a login (401) and names no way to log in, so no client can; every authentication method is "
                + "switched off there, or a proxy drops WWW-Authenticate."
        case .clearTextForbidden:
            "it forbids clear text (403.4) and does not lead to TLS, so whoever types the name without https:// gets "
                + "an error page."
        case .plainBehindTLS:
            "IIS answers 403.4, TLS is required: the proxy that ends TLS here speaks plain HTTP to it."
        case .errorPage(let code):
            "the front end of Exchange leads to its own page for errors" + (code.map { ", with the code \($0)" } ?? "")
                + ": something behind it fails, most often an expired Auth certificate or the back end."
        case .backEndSite:
            "the site Exchange Back End answers, which is for Exchange itself on ports 81 and 444; clients belong on "
                + "the Default Web Site."
        }
    }
}
