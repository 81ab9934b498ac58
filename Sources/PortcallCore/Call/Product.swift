/// Which software answers, as far as it tells.
public struct Product: Equatable, Sendable {
    /// With its version where that shows: `Postfix`, `Microsoft Exchange Server 2010`.
    public var name: String
    /// How sure that is.
    public var certainty: Certainty
    /// Which Exchange it is, where it is one.
    let exchange: ExchangeVersion?
    /// What shows it, as `the greeting`; nil where that is not told.
    private(set) var source: String?

    package init(_ name: String, _ certainty: Certainty) {
        self.init(name, certainty, exchange: nil)
    }

    init(_ name: String, _ certainty: Certainty, exchange: ExchangeVersion?) {
        self.name = name
        self.certainty = certainty
        self.exchange = exchange
    }

    /// The same, shown by that.
    func shown(by source: String) -> Product {
        var product = self
        product.source = source
        return product
    }

    /// It takes a client at its own address for safe, and offers it what it does not offer others.
    var trustsItsOwnAddress: Bool { name.hasPrefix("Dovecot") }

    /// How sure.
    public enum Certainty: String, Sendable {
        /// It says so itself.
        case stated
        /// What it offers, or its own way of speaking, fits no other.
        case likely
        /// Something fits, and would fit others.
        case possible
    }
}
