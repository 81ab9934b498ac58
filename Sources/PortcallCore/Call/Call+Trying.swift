extension Call {
    /// The one more connection that begins with TLS; it ends as soon as the server has said what it speaks.
    package init(trying call: Call) {
        var plan = call.observation.plan
        plan.target = Target(
            text: plan.target.text,
            service: plan.service.overTLS,
            host: plan.target.host,
            port: plan.target.port
        )
        self.init(plan)
        endsWithTLS = true
    }
}

extension TLSTry {
    /// What a trying call saw.
    package init(_ seen: Observation) {
        if seen.tlsBegan {
            self = .spokeTLS
        } else if !seen.clearBeforeTLS.isEmpty {
            self = .spoke(Array(seen.clearBeforeTLS.prefix(Call.headLimit)))
        } else {
            self = .nothing
        }
    }
}
