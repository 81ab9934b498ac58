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
        guard let name = greeting.firstRange(of: "Microsoft Exchange Internet Mail ") else { return nil }
        let version = greeting[name.upperBound...].split { $0 == " " || $0 == ")" }.first { $0.first?.isNumber == true }
        guard let version else { return Product("Microsoft Exchange Server", .stated) }
        let release = version.split(separator: ".").prefix(2).joined(separator: ".")
        return Product("Microsoft Exchange Server \(release) (\(version))", .stated)
    }

    private static func exchangeOnline(_ greeting: String) -> Product? {
        let isOnline = [".protection.outlook.com ", ".outlook.office365.com "].contains { greeting.contains($0) }
        return isOnline ? Product("Microsoft Exchange Online", .stated) : nil
    }

    private static func microsoft(_ greeting: String, _ capabilities: [String]) -> Product {
        let verbs = Set(capabilities.compactMap { SMTPCapabilities.words($0).first })
        guard let version = ProductMark.number(after: "Version: ", in: greeting) else { return exchange(verbs) }
        let windows = windowsReleases.first { version.hasPrefix($0.prefix) }?.name ?? "Windows"
        guard !verbs.isDisjoint(with: ["X-LINK2STATE", "XEXCH50"]) else {
            return Product("Microsoft SMTP service of \(windows) (\(version))", .stated)
        }
        return Product("Microsoft Exchange Server 2000 or 2003 on \(windows) (SMTP service \(version))", .likely)
    }

    /// Exchange 2007 and later, whose greeting has no version.
    private static func exchange(_ verbs: Set<String>) -> Product {
        let own = verbs.intersection(["X-EXPS", "X-ANONYMOUSTLS", "XEXCH50", "XRDST", "XSHADOW", "XSHADOWREQUEST"])
        guard !own.isEmpty else { return Product("Microsoft Exchange Server 2007 or later", .possible) }
        if verbs.contains("SMTPUTF8") {
            return Product("Microsoft Exchange Server 2019 or Subscription Edition", .likely)
        }
        if verbs.contains("XSHADOWREQUEST") { return Product("Microsoft Exchange Server 2013 or later", .likely) }
        switch (verbs.contains("XEXCH50"), verbs.contains("XRDST") || verbs.contains("XSHADOW")) {
        case (true, true): return Product("Microsoft Exchange Server 2010", .likely)
        case (true, false): return Product("Microsoft Exchange Server 2007", .likely)
        case (false, true): return Product("Microsoft Exchange Server 2013 or 2016", .likely)
        case (false, false): return Product("Microsoft Exchange Server 2007 or later", .likely)
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
