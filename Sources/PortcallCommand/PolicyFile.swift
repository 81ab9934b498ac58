import ArgumentParser
import Portcall
import PortcallPolicy

/// A policy in a file, and what this machine has to say of it.
enum PolicyFile {
    /// Reads it, and tries the files that it names.
    ///
    /// - Throws: why the file cannot be read, or all that is wrong with it.
    static func read(_ path: String) throws -> WrittenPolicy {
        let bytes = try Files.read(path, limit: PolicyText.limit, waits: false)
        return try WrittenPolicy.read(try PolicyText.read(bytes), named: path) { policy in
            troubles(of: policy.files) + troublesOfIdentities(policy) + troublesOfNames(policy)
        }
    }

    /// Nobody has certificates this long.
    private static let fileLimit = 1_048_576

    /// Files that cannot be read, or have no roots where roots should be.
    private static func troubles(of files: [WrittenPolicy.File]) -> [PolicyComplaint] {
        var known: [String: String?] = [:]
        return files.compactMap { file in
            let place = "\(file.kind) \(file.path)"
            let trouble = known[place] ?? trouble(of: file)
            known[place] = .some(trouble)
            return trouble.map { PolicyComplaint(line: file.line, "\(file.kind.rawValue): \($0)") }
        }
    }

    private static func trouble(of file: WrittenPolicy.File) -> String? {
        do throws(FileFailure) {
            _ = try Files.read(file.path, limit: fileLimit, waits: false)
        } catch {
            return "\(error)"
        }
        // OpenSSL would wait for ever for what somebody writes into a pipe.
        guard Files.isRegular(file.path) else { return "\(file.path.escaped): it is no regular file" }
        return file.kind == .roots ? PEMSource.file(file.path).troubleAsRoots : nil
    }

    /// Certificates and keys that can be read, and are no use together.
    private static func troublesOfIdentities(_ policy: WrittenPolicy) -> [PolicyComplaint] {
        var known: Set<[String]> = []
        return policy.targets.map(\.means).compactMap { means in
            guard let certificate = means.clientCert, let key = means.clientKey else { return nil }
            guard known.insert([certificate, key]).inserted else { return nil }
            guard Files.isRegular(certificate), Files.isRegular(key) else { return nil }
            guard let trouble = ClientIdentity(certificate: .file(certificate), key: .file(key)).trouble else {
                return nil
            }
            let line = policy.files.first { $0.kind == .certificate && $0.path == certificate }?.line
            return PolicyComplaint(line: line ?? 1, "client-cert: \(trouble)")
        }
    }

    /// Names in other letters than ASCII that DNS cannot have.
    private static func troublesOfNames(_ policy: WrittenPolicy) -> [PolicyComplaint] {
        policy.targets.compactMap { target in
            do throws(MalformedTarget) {
                _ = try policy.plan(target, started: Caller.now).withALabels()
                return nil
            } catch {
                return PolicyComplaint(line: target.line, "'\(target.target.text.escaped)': \(error)")
            }
        }
    }
}

extension Screen {
    /// The policy in a file; what is wrong with it is told, and ends with exit code 3.
    func policy(_ path: String) throws -> WrittenPolicy {
        do {
            return try PolicyFile.read(path)
        } catch let error as MalformedPolicy {
            for line in error.lines(in: path) {
                showFailure(path, line)
                if format != .nagios { Files.standardError("\(line)\n") }
            }
            throw end(ExitCode(3), .failed)
        } catch {
            throw end(failing([path], "\(error)"), .failed)
        }
    }
}
