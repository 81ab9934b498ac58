package import PortcallCore
internal import PortcallTLS

extension PEMSource {
    /// Why it cannot be trusted roots, in a few words; nil where it can.
    package var troubleAsRoots: String? {
        do throws(TLSUnavailable) {
            _ = try TrustRoots(self)
            return nil
        } catch {
            return "\(error)"
        }
    }
}

extension ClientIdentity {
    /// Why it cannot be shown to a server, in a few words; nil where it can.
    package var trouble: String? {
        do throws(TLSUnavailable) {
            _ = try TLSContext(clientCertificate: self)
            return nil
        } catch {
            return "\(error)"
        }
    }
}
