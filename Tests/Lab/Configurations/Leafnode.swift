extension Configuration {
    static let leafnode = on("leafnode", product: "Leafnode 1") { call in
        [
            // It knows LIST EXTENSIONS, and no TLS.
            call("plain", as: "nntp", "warning starttls-not-offered"),
            call("plain", as: "nntps", "critical not-implicit-tls"),
            call("refuses", as: "nntp", "critical service-refusing"),
        ]
    }
}
