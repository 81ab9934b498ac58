extension Configuration {
    static let kamailio = on("kamailio", product: "Kamailio 5") { call in
        [
            call("plain", as: "sip"),
            call("plain", as: "sip-udp"),
            call("ipv6", as: "sip"),
            call("ipv6", as: "sip-udp"),
            call("trying", as: "sip"),
            call("trying", as: "sip-udp"),
            // What it says of this caller is told, and is no fault of the server's.
            call("forbidden", as: "sip"),
            call("forbidden", as: "sip-udp"),
            call("login", as: "sip"),
            call("unavailable", as: "sip", "critical service-refusing"),
            call("unavailable", as: "sip-udp", "critical service-refusing"),
            call("implicit", as: "sips"),
            call("ecdsa", as: "sips"),
            call("asks", as: "sips", "note tls-client-certificate-requested"),
            call("demands", as: "sips", "critical tls-client-certificate-required"),
            call("expired", as: "sips", "critical certificate-expired"),
            call("wrongname", as: "sips", "critical certificate-name-mismatch"),
            call("nointermediate", as: "sips", "critical chain-incomplete"),
            call("implicit", as: "sip", "critical wants-implicit-tls"),
            // It waits for the end of a line, which no ClientHello has.
            call("plain", as: "sips", "critical timeout"),
        ]
    }
}
