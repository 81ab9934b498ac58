/// Which software answers, by the fields `Server` and `User-Agent`, and by those that only Microsoft's has.
enum SIPProduct {
    static func told(by response: SIPResponse) -> Product? {
        let names = ["server", "user-agent"].compactMap { response[$0] }
        return names.lazy.compactMap(exchange).first ?? names.lazy.compactMap(realTime).first
            ?? microsoft(response) ?? names.lazy.compactMap(other).first
    }

    /// `RTCC/5.0.0.0 MSExchangeUM/15.01.0231.021`: the second is Exchange's own build.
    private static func exchange(_ name: String) -> Product? {
        guard name.contains("MSExchangeUM") else { return nil }
        let build = ProductMark.number(after: "MSExchangeUM/", in: name)
        let server = build.map { ExchangeBuild.product(of: $0) } ?? "Microsoft Exchange Server"
        let version = build.flatMap(ExchangeBuild.version) ?? ExchangeVersion(.v2007 ... .v2016)
        return Product("\(server), Unified Messaging", .stated, exchange: version)
    }

    /// `RTC/5.0`, as [MS-SIPREGE] section 2.2.1.9 has it for the first three.
    private static func realTime(_ name: String) -> Product? {
        guard let version = ProductMark.number(after: "RTC/", in: name) else { return nil }
        let release =
            switch version.split(separator: ".").prefix(2).joined(separator: ".") {
            case "2.0": "Live Communications Server"
            case "3.0": "Office Communications Server 2007"
            case "3.5": "Office Communications Server 2007 R2"
            case "4.0": "Lync Server 2010"
            case "5.0": "Lync Server 2013"
            case "6.0": "Skype for Business Server 2015"
            case "7.0": "Skype for Business Server 2019"
            default: "Lync or Skype for Business Server"
            }
        return Product("Microsoft \(release) (RTC/\(version))", .likely)
    }

    private static func microsoft(_ response: SIPResponse) -> Product? {
        guard response["server"] == nil else { return nil }
        if response.line.contains("Transport protocol incorrect") {
            return Product("Microsoft Live Communications Server 2005", .likely)
        }
        let marks = ["ms-diagnostics", "ms-diagnostics-public", "ms-user-logon-data", "ms-telemetry-id"]
        let isMarked = marks.contains { response[$0] != nil } || response["via"]?.contains("ms-received-port=") == true
        return isMarked ? Product("Microsoft Office Communications Server, Lync or Skype for Business", .likely) : nil
    }

    /// `kamailio (5.6.3 (x86_64/linux))`, `Asterisk PBX 16.2.1`, `FreeSWITCH-mod_sofia/1.10`.
    private static func other(_ text: String) -> Product? {
        let name = text.prefix { $0 != "/" && $0 != "(" }.prefix(60)
        let words = String(name).split(separator: " ").map(String.init)
        let title = words.filter { $0.first?.isNumber != true }.joined(separator: " ")
        guard !title.isEmpty else { return nil }
        let version =
            ProductMark.number(after: "\(name)/", in: text) ?? ProductMark.number(after: "\(name)(", in: text)
            ?? words.first { $0.first?.isNumber == true && $0.contains(".") }
        let parts = [known[title.lowercased()] ?? title, version].compactMap(\.self)
        return Product(parts.joined(separator: " "), .stated)
    }

    private static let known = [
        "kamailio": "Kamailio", "opensips": "OpenSIPS", "openser": "OpenSER", "asterisk pbx": "Asterisk",
    ]
}
