extension Explanation {
    /// One thing to do by hand: why, and the command to type.
    ///
    /// Both may contain places, as `{host}`. `{starttls}` makes openssl begin with the protocol's own request for TLS;
    /// a probe that has it is of no use where there is no TLS.
    public struct Probe: Equatable, Sendable {
        /// Why, as a sentence that ends in a colon.
        public let purpose: String
        /// What to type in a shell.
        public let command: String
        package let use: Use

        package init(_ purpose: String, _ command: String, _ use: Use = .always) {
            self.purpose = purpose
            self.command = command
            self.use = use
        }

        /// Where it is of use.
        package enum Use: Equatable, Sendable {
            case always
            case over(Transport)
            /// Where there is TLS.
            case tls
            /// Where that product may be the server.
            case with(String)
            /// Nowhere: the protocol's own way to see its dialogue, or that inside TLS, stands in its place.
            case dialogue, dialogueInsideTLS
            /// Nowhere: how the protocol's request for TLS is refused stands in its place.
            case refusedUpgrade
        }
    }

    /// What to do on one product.
    public struct Remedy: Equatable, Sendable {
        /// `Exchange`, `Postfix`, `Windows`; one that no protocol has among its products, as `Firewall`, concerns all.
        public let product: String
        /// What to do, in a sentence or two.
        public let text: String
        /// Of Exchange, for which releases it is meant.
        private(set) var releases: ClosedRange<ExchangeRelease> = .v2007 ... .online
        /// What the finding says for everybody does not hold there.
        private(set) var standsAlone = false

        package init(_ product: String, _ text: String) {
            self.product = product
            self.text = text
        }

        /// The same for old releases of Exchange, which have neither the commands nor all features of later ones.
        func of(_ releases: ClosedRange<ExchangeRelease>, standsAlone: Bool = false) -> Self {
            var remedy = self
            remedy.releases = releases
            remedy.standsAlone = standsAlone
            return remedy
        }
    }

    /// What one protocol adds to the page of a finding that it shares with others.
    package struct Advice: Equatable, Sendable {
        package let id: String
        package let meaning: [String]
        package let confirm: [Probe]
        package let remedies: [Remedy]

        package init(
            _ explanation: Explanation,
            meaning: [String] = [],
            confirm: [Probe] = [],
            _ remedies: Remedy...
        ) {
            id = explanation.id
            self.meaning = meaning
            self.confirm = confirm
            self.remedies = remedies
        }
    }
}

extension Explanation.Probe {
    static let dialogue = Self("", "", .dialogue)
    static let dialogueInsideTLS = Self("", "", .dialogueInsideTLS)
    static let refusedUpgrade = Self("", "", .refusedUpgrade)
}

extension Explanation.Remedy {
    /// In its place stands how each of the protocol's servers is given a certificate.
    static let certificate = Self("", "")
}
