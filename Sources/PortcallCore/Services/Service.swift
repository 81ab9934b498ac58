/// A kind of server portcall knows how to call: one row of the table in `Services.swift`.
///
/// An object, for there is one of each, and whatever is known of a call refers to it.
public final class Service: Sendable {
    /// As targets and `--service` name it: `submission`.
    public let name: String
    /// As a sentence names it: `SMTP submission`.
    public let title: String
    /// The protocol spoken: `SMTP`.
    public let protocolName: String
    /// The port it is usually called on; nil where it may be any.
    public let port: Int?
    /// Other ports that stand for the same service.
    public let otherPorts: [Int]
    /// Whether it is spoken over TCP or UDP.
    public let transport: Transport
    /// When TLS starts, if it does.
    public let security: Security
    /// The document that defines it.
    public let reference: String
    /// What it is to Exchange, in a sentence.
    public let role: String
    /// `check HOST --all` calls it; of rows that share a port one at most.
    package let isCheckedWithAll: Bool
    package let policy: Policy
    package let kind: ProtocolKind

    package init(
        _ name: String,
        _ title: String,
        _ kind: ProtocolKind,
        port: Int?,
        otherPorts: [Int] = [],
        transport: Transport = .tcp,
        security: Security,
        reference: String,
        role: String,
        isCheckedWithAll: Bool = false,
        policy: Policy = Policy()
    ) {
        self.name = name
        self.title = title
        self.kind = kind
        protocolName = kind.name
        self.port = port
        self.otherPorts = otherPorts
        self.transport = transport
        self.security = security
        self.reference = reference
        self.role = role
        self.isCheckedWithAll = isCheckedWithAll
        self.policy = policy
    }
}

extension Service: Equatable {
    /// By name, which a row has alone: a service remains the same one when it is called over TLS.
    public static func == (a: Service, b: Service) -> Bool { a.name == b.name }
}

extension Service {
    /// The same service as if its port spoke TLS from the first byte.
    var overTLS: Service {
        Service(
            name,
            title,
            kind,
            port: port,
            otherPorts: otherPorts,
            transport: transport,
            security: .implicit,
            reference: reference,
            role: role,
            isCheckedWithAll: isCheckedWithAll,
            policy: policy
        )
    }
}

/// What datagrams or streams a service uses.
public enum Transport: String, Sendable {
    case tcp
    case udp
}

/// When TLS starts, if it does.
public enum Security: String, Sendable {
    /// From the first byte, as on port 465.
    case implicit
    /// In mid-conversation, by STARTTLS or its like.
    case upgrade
    case none
}

/// What is expected of one service and not of another that speaks the same protocol.
package struct Policy: Sendable {
    /// How bad it is that TLS is not offered.
    package var withoutTLS = Severity.warning
    /// How bad it is that TLS is offered and then refused.
    package var refusingTLS = Severity.critical
    /// The certificate that the set-up program signs for itself is what the other side expects.
    package var isSelfSignedNormal = false
    /// TLS is better than nothing whoever answers, as between mail servers: trust, name and dates only warn.
    package var isTrustOpportunistic = false
    /// How long the server may stay silent before portcall asks whether it waits for TLS; nil where that is not
    /// asked.
    package var patience: Duration?
    /// What users log in for, as a sentence goes on: `send mail`; nil where the service is there without a login.
    package var loginPurpose: String?
    /// Without a login it still serves clients that it knows some other way, as by their address.
    package var servesKnownClients = false
    /// The row for the same service with TLS from the first byte, where both ports should be the same server.
    package var counterpart: String?

    package init(
        withoutTLS: Severity = .warning,
        refusingTLS: Severity = .critical,
        isSelfSignedNormal: Bool = false,
        isTrustOpportunistic: Bool = false,
        patience: Duration? = .milliseconds(1500),
        loginPurpose: String? = nil,
        servesKnownClients: Bool = false,
        counterpart: String? = nil
    ) {
        self.withoutTLS = withoutTLS
        self.refusingTLS = refusingTLS
        self.isSelfSignedNormal = isSelfSignedNormal
        self.isTrustOpportunistic = isTrustOpportunistic
        self.patience = patience
        self.loginPurpose = loginPurpose
        self.servesKnownClients = servesKnownClients
        self.counterpart = counterpart
    }
}

extension Policy {
    /// Clear text is common on a directory's ports.
    package static func directory(counterpart: String? = nil) -> Policy {
        Policy(refusingTLS: .warning, counterpart: counterpart)
    }
}
