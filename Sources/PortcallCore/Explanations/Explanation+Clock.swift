extension Explanation {
    static let clockSkew = Explanation(
        "clock-skew",
        .warning,
        message: "The server's clock is {skew} {direction} this machine's; Kerberos fails beyond five minutes. {hint}",
        fix: "Set the clock that is wrong, and let both follow the same source of time.",
        meaning: [
            "Kerberos takes a ticket only within five minutes of its own clock, so logins fail "
                + "(KRB_AP_ERR_SKEW) while everything else looks well. Which of the two clocks is wrong portcall "
                + "cannot know: compare with a third."
        ],
        confirm: [
            Probe("Compare with the domain's clock:", "w32tm /stripchart /computer:{host} /samples:3 /dataonly"),
            Probe("See what this machine follows:", "timedatectl timesync-status"),
        ],
        remedies: [
            Remedy(
                "Windows",
                "w32tm /resync /rediscover on the machine that is wrong; on the domain controller with the PDC role in "
                    + "the forest's root domain, which all others follow, w32tm /config /manualpeerlist:… "
                    + "/syncfromflags:manual /reliable:yes /update."
            ),
            Remedy("Virtual machines", "Take care that the host does not set the guest's clock to its own wrong one."),
            Remedy("Linux", "Run chrony or systemd-timesyncd against the domain's time servers."),
        ]
    )
}
