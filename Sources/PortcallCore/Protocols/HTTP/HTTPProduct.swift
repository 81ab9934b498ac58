/// Which software answers, by the fields of its answers.
enum HTTPProduct {
    static func told(by web: HTTPFacts) -> Product? {
        if web.survey?.isAlike != true, let product = exchange(web) { return product }
        return server(web.first["server"])
    }

    private static func exchange(_ web: HTTPFacts) -> Product? {
        if isOnline(web) { return .exchange("Online", .stated, .online ... .online) }
        if let version = version(web) { return .exchange(build: version) }
        let hasFields = web.responses.contains(where: \.isFromExchange)
        guard !hasFields else { return .exchange("Server 2013 or later", .likely, .v2013 ... .online) }
        guard web.responses.contains(where: \.isFromIIS) else { return nil }
        let up = web.survey?.entries.filter { $0.state.kind == .up }.map(\.path) ?? []
        if up.contains(.owa) { return .exchange("Server 2007 or later", .likely, .v2007 ... .online) }
        return up.contains(.exchange) ? .exchange("Server 2000 or 2003", .likely, .v2000 ... .v2003) : nil
    }

    /// Its servers have names of their own: `CY4PR02CA0010`, `BY2PR06MB549.namprd06.prod.outlook.com`.
    private static func isOnline(_ web: HTTPFacts) -> Bool {
        let names = ["x-feserver", "x-calculatedbetarget", "x-beserver", "x-diaginfo"]
        return web.responses.contains { response in
            names.compactMap { response[$0] }.contains { value in
                value.lowercased().contains(".prod.outlook.com")
                    || value.prefixMatch(of: /[A-Z][A-Z0-9]{1,3}P[A-Z0-9]?\d{2}[A-Z]{2}\d{2,4}/) != nil
            }
        }
    }

    /// The build, as a field or a path shows it.
    static func version(_ web: HTTPFacts) -> String? {
        if let version = web.value(of: ["x-owa-version"]).flatMap(number) { return version }
        if let application = web.value(of: ["x-serverapplication"]), application.hasPrefix("Exchange/") {
            return number(String(application.dropFirst("Exchange/".count)))
        }
        let shown = web.responses.lazy.compactMap { build(inPathsOf: ($0["location"] ?? "") + " " + $0.text) }.first
        if let shown { return shown }
        // Others speak ActiveSync too, but not behind IIS.
        let own = web.responses.first { $0["ms-server-activesync"] != nil && ($0.isFromIIS || $0.isFromExchange) }
        return own?["ms-server-activesync"].flatMap(number)
    }

    /// As in `/owa/auth/15.2.1748/themes/`, where pages and redirects of Exchange have it.
    static func build(inPathsOf text: String) -> String? {
        text.firstMatch(of: /\/(?:owa(?:\/auth)?|ecp|exchweb)\/(\d+\.\d+\.\d+(?:\.\d+)?)\//)
            .flatMap { number(String($0.1)) }
    }

    private static func number(_ text: String) -> String? {
        let word = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        return word.first?.isNumber == true && word.contains(".") && word.utf8.count <= 24 ? String(word) : nil
    }

    private static func server(_ field: String?) -> Product? {
        guard let field, let word = field.split(separator: " ").first else { return nil }
        let (name, version) = String(word).cut(at: "/")
        switch name.lowercased() {
        case "microsoft-iis":
            let windows = windowsReleases.first { $0.version == version }?.name
            return Product("Microsoft IIS \(version)" + (windows.map { " of \($0)" } ?? ""), .stated)
        case "microsoft-httpapi": return Product("HTTP.sys \(version) of Windows", .stated)
        default: return Product(version.isEmpty ? name : "\(name) \(version)", .stated)
        }
    }

    private static let windowsReleases: [(version: String, name: String)] = [
        ("4.0", "Windows NT 4.0"), ("5.0", "Windows 2000"), ("5.1", "Windows XP"), ("6.0", "Windows Server 2003"),
        ("7.0", "Windows Server 2008"), ("7.5", "Windows Server 2008 R2"), ("8.0", "Windows Server 2012"),
        ("8.5", "Windows Server 2012 R2"), ("10.0", "Windows Server 2016 or later"),
    ]
}
