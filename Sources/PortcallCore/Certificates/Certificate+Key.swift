extension Certificate.Key {
    /// `RSA 2048 bits`, `EC 256 bits (P-256)`.
    var words: String { "\(type) \(bits) bits\(curve.map { " (\($0))" } ?? "")" }
}
