import PortcallCore
import PortcallPolicy
import Testing

@Suite("A target of a policy")
struct PrecedenceTests {
    private static let policy = """
        version = 1
        [defaults]
        timeout = 10
        connect-timeout = 2.5
        warn-days = "20%"
        critical-days = 7
        owner = "everybody"
        critical = ["silent", "closed-early"]
        expect = ["self-signed"]
        helo = "defaults.example"
        ipv4 = true
        [[group]]
        name = "mail"
        timeout = 20
        warning = ["closed-early"]
        owner = "mail-team"
        ipv6 = true
        targets = ["smtp://mx.example.net", "imaps://mx.example.net"]
        [[group]]
        name = "other"
        server-name = "other.example"
        each-address = true
        targets = ["mx.example.net:2600", "pop3s://mx.example.net"]
        service = "smtp"
        [[target]]
        target = "imaps://mx.example.net"
        timeout = 30
        warn-days = 14
        critical = ["timeout"]
        expect = []
        owner = "imap-team"
        ca-file = "imap.pem"
        """
    private static let now = Timestamp(seconds: 1_800_000_000)

    private func plan(_ index: Int, given: [String: [String]] = [:]) throws -> Plan {
        let policy = try PolicyFileTests.policy(Self.policy)
        return policy.plan(policy.targets[index], started: Self.now, given: given)
    }

    @Test("has what its own table says before what its group says, and that before the defaults")
    func layers() throws {
        let (first, second, third) = (try plan(0), try plan(1), try plan(2))
        #expect([first, second, third].map(\.timeout) == [.seconds(20), .seconds(30), .seconds(10)])
        #expect(first.connectPatience == .milliseconds(2500))
        #expect([first, second].map(\.criteria.warnLimit) == [.share(20), .days(14)])
        #expect([first, second].map(\.criteria.criticalLimit) == [.days(7), .days(7)])
        #expect([first, second].map(\.criteria.expected) == [[.selfSigned], []])
        #expect([first, second, third].map(\.policyEntry?.owner) == ["mail-team", "imap-team", "everybody"])
        #expect(third.criteria.serverName?.text == "other.example")
    }

    @Test("has the nearer of two severities, and of a list the whole list")
    func severities() throws {
        #expect(try plan(0).criteria.severities == ["silent": .critical, "closed-early": .warning])
        #expect(try plan(1).criteria.severities == ["timeout": .critical, "closed-early": .warning])
        #expect(try plan(2).criteria.severities == ["silent": .critical, "closed-early": .critical])
    }

    @Test("leaves alone what its service does not know")
    func wishes() throws {
        #expect(try plan(0).wishes == ["helo": "defaults.example"])
        #expect(try plan(1).wishes == [:])
    }

    @Test("has the service of its group only where it names none")
    func services() throws {
        let targets = try PolicyFileTests.policy(Self.policy).targets
        #expect(targets.map(\.target.service.name) == ["smtp", "imaps", "smtp", "pop3s"])
        #expect(targets.map(\.callsEachAddress) == [false, false, true, true])
    }

    @Test("is called as the nearest table says")
    func means() throws {
        let means = try PolicyFileTests.policy(Self.policy).targets.map(\.means)
        #expect(means.map(\.ipv6) == [true, true, false, false])
        #expect(means.map(\.ipv4) == [false, false, true, true])
        #expect(means.map(\.caFile) == [nil, "imap.pem", nil, nil])
    }

    @Test("leaves to the command line what that says")
    func options() throws {
        let plan = try plan(0, given: ["timeout": ["5"], "expect": ["self-signed"], "ignore": ["Silent"]])
        #expect(plan.timeout == .seconds(30))
        #expect(plan.criteria.expected == [])
        #expect(plan.criteria.severities == ["closed-early": .warning])
        let other = try self.plan(0, given: ["critical": ["closed-early"]])
        #expect(other.criteria.severities == [:])
    }

    @Test("is one of the groups asked for")
    func groups() throws {
        let policy = try PolicyFileTests.policy(Self.policy)
        #expect(policy.targets(in: []).count == 4)
        #expect(policy.targets(in: ["other"]).map(\.target.text) == ["mx.example.net:2600", "pop3s://mx.example.net"])
        #expect(policy.targets(in: ["other", "mail"]).count == 4)
    }
}
