extension ExchangeFault {
    /// What to do about it where it was seen: the pool, the cmdlet and the server are those of the path and the answer.
    func fix(for entries: [ExchangeSurvey.Entry], amongExchange isExchange: Bool = false) -> String {
        switch self {
        case .stoppedPool:
            let pools = entries.compactMap(\.path.pool).withoutRepetition
            let named = pools.isEmpty ? ["NAME"] : pools
            return "Start the pool, \(named.map { "Start-WebAppPool \($0)" }.joined(separator: "; ")), and look for "
                + "events 5002, 5059 and 5011 of WAS, which say why it stopped; where the last column of "
                + "%windir%\\System32\\LogFiles\\HTTPERR says QueueFull it is full, and Restart-WebAppPool empties it."
                + (isExchange ? "" : " On AD FS or Web Application Proxy, Start-Service adfssrv or appproxysvc.")
        case .proxyWithoutServer, .gateway:
            return "Look at the health of the servers in the proxy or load balancer, then ask the server itself: "
                + "https://SERVER/owa/healthcheck.htm."
        case .frontEndWithoutBackEnd:
            return "Check that the site Exchange Back End runs with a certificate on 444, and then the databases."
        case .configuration: return "Browse to the path on the server itself: the page names file and line."
        case .lateCertificate:
            return "Let the binding ask for the certificate in the handshake (netsh http update sslcert … "
                + "clientcertnegotiation=enable), switch TLS 1.3 off for it (Disable TLS 1.3 over TCP in the "
                + "binding), or set SSL Settings of the path to Ignore."
        case .failing:
            return "Browse to the path on the server itself, and read its application log and its IIS log."
        case .stated(_, let statement): return statement.fix
        case .noScheme: return fixOfLogin(entries)
        case .clearTextForbidden:
            return "Redirect port 80 to https, or close the port. To allow clear text behind a proxy that ends TLS, "
                + "untick Require SSL in IIS."
        case .plainBehindTLS:
            return
                "Let the proxy speak TLS to the server behind it, or untick Require SSL in IIS where that proxy is the only "
                + "way in."
        case .errorPage:
            return
                "See whether the Auth certificate is valid (Get-AuthConfig, Get-ExchangeCertificate) and the site Exchange "
                + "Back End has a certificate on 444; the logs below Logging\\HttpProxy and the Application log say what fails."
        case .backEndSite:
            return "Let the forwarding rule or load balancer lead to port 443 of the Default Web Site, not to 444."
        }
    }

    /// Each virtual directory has a cmdlet of its own, and Outlook Anywhere is none.
    private func fixOfLogin(_ entries: [ExchangeSurvey.Entry]) -> String {
        let isExchange = entries.contains { $0.response.map { $0.isFromIIS || $0.isFromExchange } == true }
        guard isExchange else {
            return "What answers is no IIS: let the proxy pass WWW-Authenticate on, or send one with its own 401."
        }
        let cmdlets = entries.compactMap(\.path.login).withoutRepetition
        let named = cmdlets.isEmpty ? ["its authentication in IIS Manager"] : cmdlets
        return "Switch on the methods it had: \(named.joined(separator: "; ")); then Restart-WebAppPool for its pool."
    }
}
