/// A finding's page in `explain`, as far as it concerns whoever asks: one service, one product, or all.
public struct ExplanationPage: Sendable {
    /// What is explained.
    public let explanation: Explanation
    /// The service or the product that it is told for; nil for all of them.
    public let subject: String?
    /// What goes for all whom the page is told for.
    public let common: Part
    /// What goes for the servers of one protocol alone.
    public let parts: [Part]

    /// What goes for the same servers.
    public struct Part: Equatable, Sendable {
        /// `SMTP (smtp, submission, smtps)`.
        public let title: String
        /// One string a paragraph.
        public let meaning: [String]
        /// How to see the same by hand.
        public let probes: [Explanation.Probe]
        /// How to mend it, product by product.
        public let remedies: [Explanation.Remedy]
    }
}

extension Explanation {
    /// The page for everybody: what goes for all, then each protocol's own.
    public var page: ExplanationPage {
        let probes = confirm.filter { !$0.isStandIn }.map { $0.filled(with: PageReader.anybody) }
        let remedies = remedies.filter { $0 != .certificate }.map { $0.filled(with: PageReader.anybody) }
        let common = ExplanationPage.Part(
            title: "",
            meaning: meaning.map { $0.filled(with: PageReader.anybody) },
            probes: probes,
            remedies: remedies
        )
        let parts = groups.map(part).filter { !($0.meaning + $0.probes.map(\.command)).isEmpty || !$0.remedies.isEmpty }
        return ExplanationPage(explanation: self, subject: nil, common: common, parts: parts)
    }

    /// The page as far as it concerns a service, or a product in whatever case; nil where it says nothing of that.
    public func page(of subject: String) -> ExplanationPage? {
        if let service = Service.named(subject.lowercased()) { return page(of: service) }
        return products.first { $0.lowercased() == subject.lowercased() }.map(page(ofProduct:))
    }

    /// The page as far as it concerns a target, its commands filled in for that; nil where it says nothing of its service.
    public func page(of target: Target) -> ExplanationPage? { page(of: target.service, Aim(target)) }

    /// The command that shows the finding by hand, for whoever called the target; nil where none can.
    ///
    /// - Parameters:
    ///   - aim: what was called, and how.
    ///   - service: the one expected there.
    ///   - isInsideTLS: TLS came first and was up.
    /// - Returns: one line for a POSIX shell.
    package func confirmation(for aim: Aim, of service: Service, isInsideTLS: Bool = false) -> String? {
        probe(for: aim, of: service, isInsideTLS: isInsideTLS)?.command
    }

    /// The same, with what it is to show.
    func probe(for aim: Aim, of service: Service, isInsideTLS: Bool) -> Probe? {
        let reader = PageReader(service, aim)
        let isAboutOneCall = !Self.acrossCalls.contains { $0.id == id }
        if aim.isHelloTooLarge, id == Self.timeout.id { return reader.filled(.largeHello) }
        // What is made for the protocol shows more than what is made for all.
        let probes = reader.advice(id).flatMap(\.confirm) + confirm
        return reader.confirmation(by: probes, isAboutOneCall: isAboutOneCall, isInsideTLS: isInsideTLS)
    }

    /// What `page(of:)` knows: services, then products.
    public var subjects: [String] {
        groups.flatMap(\.self).filter { page(of: $0) != nil }.map(\.name) + products
    }

    /// What concerns a service; nil where that leaves nothing to confirm it with, or nothing to do, and for what
    /// several calls show together.
    package func page(of service: Service, _ aim: Aim? = nil) -> ExplanationPage? {
        guard concerns(service), !Self.acrossCalls.contains(where: { $0.id == id }) else { return nil }
        let reader = PageReader(service, aim)
        let own = part([service])
        let remedies = own.remedies + remedies.filter(reader.isConcerned).map { $0.filled(with: reader.places) }
        let common = ExplanationPage.Part(
            title: "",
            meaning: meaning.map { $0.filled(with: reader.places) } + own.meaning,
            probes: reader.probes(confirm + reader.advice(id).flatMap(\.confirm)),
            remedies: remedies
        )
        guard !common.probes.isEmpty, !common.remedies.isEmpty else { return nil }
        return ExplanationPage(explanation: self, subject: service.name, common: common, parts: [])
    }

    /// What concerns a product, protocol by protocol.
    private func page(ofProduct product: String) -> ExplanationPage {
        let all = page
        let known = Set(Service.all.flatMap(\.kind.words.products))
        let isMeant = { (remedy: Remedy) in remedy.product == product || !known.contains(remedy.product) }
        let isInCommon = all.common.remedies.contains { $0.product == product }
        let parts = groups.filter { $0.contains { $0.kind.words.products.contains(product) } }.map(part)
            .filter { part in isInCommon || part.remedies.contains { $0.product == product } }
            .map { part in
                ExplanationPage.Part(
                    title: part.title,
                    meaning: part.meaning,
                    probes: part.probes.filter { $0.isMeant(for: [product]) },
                    remedies: part.remedies.filter(isMeant)
                )
            }
        let common = ExplanationPage.Part(
            title: "",
            meaning: all.common.meaning,
            probes: all.common.probes.filter { $0.isMeant(for: [product]) },
            remedies: all.common.remedies.filter(isMeant)
        )
        return ExplanationPage(explanation: self, subject: product, common: common, parts: parts)
    }

    /// What only the protocol of these services has to say, each thing once.
    private func part(_ services: [Service]) -> ExplanationPage.Part {
        let readers = services.map { PageReader($0) }
        let protocols = services.map(\.protocolName).withoutRepetition.joined(separator: ", ")
        return ExplanationPage.Part(
            title: "\(protocols) (\(services.map(\.name).joined(separator: ", ")))",
            meaning: readers.flatMap { reader in
                reader.advice(id).flatMap(\.meaning).map { $0.filled(with: reader.places) }
            }.withoutRepetition,
            probes: (readers.flatMap { $0.probes(confirm.filter(\.isStandIn)) }
                + readers.flatMap { reader in reader.probes(reader.advice(id).flatMap(\.confirm)) }).withoutRepetition,
            remedies: readers.flatMap { reader in
                let certificate = remedies.contains(.certificate) ? reader.words.certificate : []
                return (reader.advice(id).flatMap(\.remedies) + certificate).map { $0.filled(with: reader.places) }
            }.withoutRepetition
        )
    }

    /// The services that can come to this finding, those of one protocol together.
    private var groups: [[Service]] {
        Service.all.filter(concerns).reduce(into: []) { groups, service in
            let index = groups.firstIndex { $0.first?.kind.words == service.kind.words }
            if let index { groups[index].append(service) } else { groups.append([service]) }
        }
    }

    /// The products that the page has a remedy for, general ones such as a firewall apart.
    private var products: [String] {
        let known = Service.all.flatMap(\.kind.words.products)
        let page = page
        let told = (page.common.remedies + page.parts.flatMap(\.remedies)).map(\.product)
        return told.withoutRepetition.filter(known.contains)
    }

    private func concerns(_ service: Service) -> Bool {
        (service.kind.explanations + Self.general + Self.acrossCalls).contains { $0.id == id }
    }
}
