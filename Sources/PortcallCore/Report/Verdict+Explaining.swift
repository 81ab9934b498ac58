extension Verdict {
    /// What `portcall explain` is given for the worst finding of a verdict, as its last line names it; nil without one.
    package var explainArguments: String? {
        findings.first { $0.severity > .note }.map {
            Explanation.arguments(for: $0.id, of: observation.plan.service)
        }
    }
}

extension Explanation {
    /// The finding, and the service where its page has something to say to that.
    ///
    /// The service and not the product, though that may be known: a product has many services, and the page needs to
    /// know which one to say how to call it; besides, who answers may be a proxy's name for itself.
    static func arguments(for id: String, of service: Service?) -> String {
        guard let service, named(id)?.page(of: service) != nil else { return id }
        return "\(id) \(service.name)"
    }
}
