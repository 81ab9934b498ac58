import Testing

@testable import PortcallCore

@Suite("A version of Exchange")
struct ExchangeVersionTests {
    @Test(
        "contradicts another where both cannot be one server's",
        arguments: [
            ("6.0.6249.0", "6.5.7638.1", true), ("6.5.7638.1", "6.5.7683.0", false), ("15.2.1748.10", "15.2", false),
            ("15.2.1748.10", "15.2.1748.24", false), ("15.2.1748.10", "15.2.1544.4", true),
            ("15.2.1748.10", "15.2.2562.17", true), ("15.1.2507.6", "15.2", true), ("14.3.361.1", "15.0.1497.2", true),
            ("15.20.485", "15.20.1", true), ("8.3.517.0", "8.3.517.0", false),
        ]
    )
    func contradiction(one: String, other: String, isOne: Bool) throws {
        let one = try #require(ExchangeBuild.version(of: one))
        let other = try #require(ExchangeBuild.version(of: other))
        #expect(one.contradicts(other) == isOne && other.contradicts(one) == isOne)
    }

    @Test("is a range where no build shows")
    func range() throws {
        let later = ExchangeVersion(.v2007 ... .online)
        #expect(!later.contradicts(try #require(ExchangeBuild.version(of: "14.3.361.1"))))
        #expect(later.contradicts(try #require(ExchangeBuild.version(of: "6.5.7638.1"))))
        #expect(ExchangeBuild.version(of: "9.9.9") == nil && ExchangeBuild.version(of: "1") == nil)
    }

    @Test(
        "is told by POP3 and IMAP4 in whatever language",
        arguments: [
            (
                "+OK Microsoft Exchange Server 2003 POP3-Server, Version 6.5.7638.1 (mail) steht zur Verfügung.",
                "Microsoft Exchange Server 2003 SP2 or an update of it (6.5.7638.1)"
            ),
            (
                "* OK Microsoft Exchange 2000 IMAP4rev1 server version 6.0.6249.0 (foo.bar) ready.",
                "Microsoft Exchange 2000 Server SP3 (6.0.6249.0)"
            ),
            (
                "+OK Microsoft Exchange POP3 server version 5.5.2654.50 ready",
                "Microsoft Exchange Server 5.5 SP4 or an update of it (5.5.2654.50)"
            ),
            ("+OK Microsoft Exchange Server 2007 POP3 service ready", "Microsoft Exchange Server 2007"),
            ("+OK The Microsoft Exchange POP3 service is ready.", "Microsoft Exchange Server 2007 or later"),
            ("+OK Microsoft Exchange 1.2.3.4.5", "Microsoft Exchange Server"),
        ]
    )
    func greeting(text: String, name: String) throws {
        let product = try #require(ExchangeMailbox.product(in: text))
        #expect(product.name == name)
        #expect(product.exchange != nil)
    }
}
