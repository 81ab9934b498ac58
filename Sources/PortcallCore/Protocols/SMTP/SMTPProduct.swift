/// Which software answers, by its greeting and by what it offers.
///
/// Greetings can be configured, so what they say is what somebody wrote there; the set of EHLO keywords tells the
/// versions of Exchange apart where the greeting does not.
enum SMTPProduct {
    static func told(by greeting: String, capabilities: [String]) -> Product? {
        if let product = exchangeOld(greeting) ?? exchangeOnline(greeting) { return product }
        if greeting.contains("Microsoft ESMTP MAIL Service") { return microsoft(greeting, capabilities) }
        return ProductMark.product(in: greeting, among: names)
    }

    /// Exchange 4.0 to 5.5 name themselves.
    private static func exchangeOld(_ greeting: String) -> Product? {
        let mark = "Microsoft Exchange Internet Mail "
        guard greeting.contains(mark), let name = greeting.firstRange(of: mark) else { return nil }
        let version = greeting[name.upperBound...].split { $0 == " " || $0 == ")" }.first { $0.first?.isNumber == true }
        guard let version else { return .exchange("Server", .stated, .v4 ... .v55) }
        return .exchange(build: String(version))
    }

    private static func exchangeOnline(_ greeting: String) -> Product? {
        let isOnline = [".protection.outlook.com ", ".outlook.office365.com "].contains { greeting.contains($0) }
        return isOnline ? .exchange("Online", .stated, .online ... .online) : nil
    }

    private static func microsoft(_ greeting: String, _ capabilities: [String]) -> Product {
        let verbs = Set(capabilities.compactMap { SMTPCapabilities.words($0).first })
        guard let version = ProductMark.number(after: "Version: ", in: greeting) else { return exchange(verbs) }
        let windows = windowsReleases.first { version.hasPrefix($0.prefix) }?.name ?? "Windows"
        guard !verbs.isDisjoint(with: ["X-LINK2STATE", "XEXCH50"]) else {
            return Product("Microsoft SMTP service of \(windows) (\(version))", .stated)
        }
        return .exchange(
            "Server 2000 or 2003 on \(windows) (SMTP service \(version))",
            .likely,
            .v2000 ... .v2003
        )
    }

    /// Exchange 2007 and later, whose greeting has no version.
    private static func exchange(_ verbs: Set<String>) -> Product {
        let own = verbs.intersection(["X-EXPS", "X-ANONYMOUSTLS", "XEXCH50", "XRDST", "XSHADOW", "XSHADOWREQUEST"])
        guard !own.isEmpty else { return .exchange("Server 2007 or later", .possible, .v2007 ... .online) }
        if verbs.contains("SMTPUTF8") {
            return .exchange("Server 2019 or Subscription Edition", .likely, .v2019 ... .online)
        }
        if verbs.contains("XSHADOWREQUEST") { return .exchange("Server 2013 or later", .likely, .v2013 ... .online) }
        switch (verbs.contains("XEXCH50"), verbs.contains("XRDST") || verbs.contains("XSHADOW")) {
        case (true, true): return .exchange("Server 2010", .likely, .v2010 ... .v2010)
        case (true, false): return .exchange("Server 2007", .likely, .v2007 ... .v2007)
        case (false, true): return .exchange("Server 2013 or 2016", .likely, .v2013 ... .v2016)
        case (false, false): return .exchange("Server 2007 or later", .likely, .v2007 ... .online)
        }
    }

    /// By the version that the SMTP service of IIS shows in its greeting.
    private static let windowsReleases: [(prefix: String, name: String)] = [
        ("5.0.2195", "Windows 2000"), ("5.0.2172", "Windows 2000"), ("6.0.2600", "Windows XP"),
        ("6.0.3790", "Windows Server 2003"), ("7.0.600", "Windows Server 2008"), ("7.5.760", "Windows Server 2008 R2"),
        ("8.0.9200", "Windows Server 2012"), ("8.5.9600", "Windows Server 2012 R2"),
        ("10.0.14393", "Windows Server 2016"), ("10.0.17763", "Windows Server 2019"),
        ("10.0.20348", "Windows Server 2022"),
    ]

    /// What greetings say, most specific first.
    private static let names = [
        ProductMark("InterScan", "Trend Micro InterScan"), ProductMark("OpenSMTPD"), ProductMark("Postfix"),
        ProductMark("Exim"), ProductMark("Sendmail"), ProductMark("Haraka"), ProductMark("hMailServer"),
        ProductMark("MailEnable"), ProductMark("MDaemon"), ProductMark("CommuniGate Pro"),
        ProductMark("Kerio Connect"), ProductMark("Lotus Domino"), ProductMark("HCL Domino"), ProductMark("Domino"),
        ProductMark("gsmtp", "Google"), ProductMark("SMTP Amazon", "Amazon SES"), ProductMark("Courier"),
        ProductMark("qmail"), ProductMark("Stalwart"), ProductMark("Zimbra"), ProductMark("IceWarp"),
        ProductMark("SurgeMail"), ProductMark("GroupWise"),
    ]
}
