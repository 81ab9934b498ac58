/// How a protocol shows in the first bytes that a server sends.
///
/// A class, because signatures are compared by identity: what is recognised is one of the expected kind's own or it is
/// not, whatever words describe it.
package final class Signature: Sendable {
    /// When it can be told.
    enum Form: Sendable {
        /// A protocol of text, by its first line.
        case line
        /// A binary one, as soon as its header has come.
        case header
    }

    /// Who answers so, as a sentence names it: `an SSH server`.
    let what: String
    let form: Form
    /// More particular than others that the same bytes fit, so that it is asked before them.
    let isParticular: Bool
    let fits: @Sendable ([UInt8]) -> Bool

    init(
        _ what: String,
        _ form: Form,
        isParticular: Bool = false,
        _ fits: @escaping @Sendable ([UInt8]) -> Bool
    ) {
        self.what = what
        self.form = form
        self.isParticular = isParticular
        self.fits = fits
    }

    /// A line that begins with one of these.
    convenience init(_ what: String, begins beginnings: String...) {
        self.init(what, .line) { bytes in beginnings.contains { bytes.starts(with: $0.utf8) } }
    }
}
