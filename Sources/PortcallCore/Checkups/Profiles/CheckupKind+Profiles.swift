extension CheckupKind {
    /// The ports of a profile, which the criteria name.
    public static let profile = CheckupKind("profile", command: "profile", explanations: Explanation.profiles) { plan in
        ProfileCheckup(Profile.asked(by: plan.criteria), plan)
    }
}

extension Profile {
    /// The profile that criteria name, as far as their role needs it; one without paths where there is none.
    fileprivate static func asked(by criteria: Criteria) -> Profile {
        let profile = criteria.profile.flatMap(Profile.named)
        return profile?.needed(by: criteria.from) ?? Profile(name: criteria.profile ?? "", title: "", paths: [])
    }
}
