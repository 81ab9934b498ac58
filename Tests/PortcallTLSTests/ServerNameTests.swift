import PortcallCore
import PortcallTLS
import PortcallWorkshop
import Testing

@Suite("Names in a certificate")
struct ServerNameTests {
    @Test(
        "match by the subjectAltName alone",
        arguments: [
            ("DNS:mx.example.net", ServerName.dns("mx.example.net"), true),
            ("DNS:MX.Example.NET", .dns("mx.example.net"), true),
            ("DNS:*.example.net", .dns("mx.example.net"), true),
            ("DNS:*.example.net", .dns("a.mx.example.net"), false),
            ("DNS:*.example.net", .dns("example.net"), false),
            ("DNS:m*.example.net", .dns("mx.example.net"), false),
            ("DNS:mx.example.org", .dns("mx.example.net"), false),
            ("DNS:xn--bcher-kva.example", .dns("xn--bcher-kva.example"), true),
            ("IP:192.0.2.25", .ip("192.0.2.25"), true),
            ("DNS:192.0.2.25", .ip("192.0.2.25"), false),
            ("IP:2001:db8::25", .ip("2001:db8:0:0::25"), true),
            ("IP:192.0.2.25", .dns("mx.example.net"), false),
        ]
    )
    func match(names: String, name: ServerName, isMatch: Bool) throws {
        let judgement = try judge(names, name)
        #expect(judgement.nameMatches == isMatch)
    }

    @Test("do not match by the common name, and say so")
    func commonName() throws {
        let judgement = try judge("DNS:other.example", .dns("mx.example.net"))
        #expect(judgement.nameMatches == false)
        #expect(judgement.commonNameMatches)
    }

    private func judge(_ names: String, _ name: ServerName) throws -> ChainJudgement {
        var order = CertificateOrder("mx.example.net", notBefore: now, notAfter: now.adding(days: 90))
        order.extensions = [("subjectAltName", names)]
        let identity = try CertificateWorkshop.make(order)
        return ChainJudge(roots: try TrustRoots(pem: "")).judge(pem: identity.pem, name: name, at: now).judgement
    }
}

@Suite("Trusted roots")
struct TrustRootsTests {
    @Test("of a file that is not there are an error that names it")
    func missing() {
        let failure = #expect(throws: TLSUnavailable.self) { try TrustRoots(.file("/nonexistent/roots.pem")) }
        #expect(failure?.description == "trusted roots /nonexistent/roots.pem: No such file or directory")
    }

    @Test("of a file without certificates are an error")
    func empty() {
        #expect(throws: TLSUnavailable.self) { try TrustRoots(.file("/dev/null")) }
    }
}
