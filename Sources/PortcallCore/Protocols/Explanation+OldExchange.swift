/// What old releases of Exchange, which have neither the commands nor all features of later ones, need to offer TLS.
extension Explanation.Remedy {
    static let exchange2003Mail = Self(
        "Exchange",
        "Exchange 2000 and 2003 offer it once the SMTP virtual server has a certificate: Access, Certificate in its "
            + "properties."
    )
    .of(.v2000 ... .v2003)

    static let exchange55Mail = Self(
        "Exchange",
        "Exchange 5.5 and older have no STARTTLS that others know: put a mail relay of today before it."
    )
    .of(.v4 ... .v55, standsAlone: true)

    static let exchange2000Mailboxes = Self(
        "Exchange",
        "Exchange 2000 and older have no {upgrade}. Let clients that need TLS use the port that begins with it, once the "
            + "virtual server has a certificate."
    )
    .of(.v4 ... .v2000, standsAlone: true)

    /// The last Exchange with news of its own was 5.5; 2000 and 2003 use the service of Windows.
    static let exchange55News = Self(
        "Exchange",
        "Its Internet News Service has no STARTTLS. Let clients that need TLS use 563, which begins with it, once the "
            + "service has a certificate."
    )
    .of(.v4 ... .v55, standsAlone: true)
}
