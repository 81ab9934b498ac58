/// nginx plays the paths of Exchange here; what a real IIS or Exchange would send besides is not known from it.
extension Configuration {
    /// What it plays is taken for Exchange, by the fields that Exchange's front end has.
    static let exchangeByNginx = on("nginx", product: "Microsoft Exchange Server 2019 CU15 (15.2.1748.10)") { call in
        [
            call("implicit", as: "https"),
            call("ecdsa", as: "https"),
            call("ipv6", as: "https"),
            call("sni", as: "https"),
            call("closing", as: "https"),
            call("nomapi", as: "https"),
            call("asks", as: "https", "note tls-client-certificate-requested"),
            call("expired", as: "https", "critical certificate-expired"),
            call("wrongname", as: "https", "critical certificate-name-mismatch"),
            call("nointermediate", as: "https", "critical chain-incomplete"),
            call("pool", as: "https", "warning http-service-failing"),
            call("ews503", as: "https", "warning http-service-failing"),
            call("noscheme", as: "https", "warning http-service-failing"),
            call("passwords", as: "http", "warning plaintext-auth-offered"),
            call("implicit", as: "owa"),
            call("implicit", as: "activesync"),
        ]
    }

    static let nginx = on("nginx", product: "nginx 1.") { call in
        [
            call("chunked", as: "https"),
            call("alike", as: "https"),
            call("redirects", as: "http"),
            call("page", as: "http"),
            call("page", as: "rvp", "critical wrong-protocol"),
            call("site503", as: "https", "critical service-refusing"),
            call("demands", as: "https", "critical tls-client-certificate-required"),
            call("nomapi", as: "mapi", "critical service-refusing"),
            call("noscheme", as: "mapi", "critical http-service-failing"),
            call("pool", as: "ews", "critical http-service-failing"),
            call("page", as: "https", "critical not-implicit-tls"),
            call("implicit", as: "http", "critical wants-implicit-tls"),
            call("page", as: "smtp", "critical wrong-protocol"),
        ]
    }
}
