/// The profiles as they are written down; `Profile` reads them once somebody asks.
///
/// A line that begins with `=` is `= NAME | TITLE | PORTS`: the ports that must answer where a data path leads to them. A
/// line that begins with `+` takes over the paths of another profile. Any other is `ROWS FROM [PORTS]`: rows of the
/// reference, of which the first names the path, who needs it, and which of the first row's ports end here, where not all
/// do.
let profileTexts = """
    = exchange-2000 | Exchange 2000 or 2003 | 25 135 691
    A15+G01+K01 internet,client,exchange
    A17+G15 exchange
    A23+G06+K08 client,exchange,administrator
    A14+G11+K11 client,internet
    A13+G03+K03 client,internet
    A18 client
    A07+G07+K09 client
    A08+G16+K14 client
    A09+G04+K06 client
    A10+G17+K15 client
    A11+G05+K07 client,internet
    A12+G13+K12 client,internet
    A22+K05 exchange
    A03+G08 exchange
    A16+G12 client
    A19 client
    A20 client
    A21 client
    A24 client
    A25 client
    A26 client
    A27 client
    = exchange-2000-front-end | Front end of Exchange 2000 or 2003 | 443
    P30 client,internet
    P31 client,internet
    P32 internet,client
    P33 client,internet
    P34 client,internet
    P35 client,internet
    = exchange-2010-hub | Hub Transport of Exchange 2010 | 25 135
    B01+F44+F45 hub
    B03+F44+F45 edge
    B07+E06+F44+F45 um
    B12+F44+F45 client
    B05+F04+F05+F41+F43+F47 mailbox
    F01 exchange
    F02 administrator
    F03 exchange
    F06 exchange
    F40 exchange
    F42 exchange
    F46 exchange,administrator
    = exchange-2010-edge | Edge Transport of Exchange 2010 | 25 50636
    P24 internet
    B02 hub
    B04 edge
    B08 hub
    B09 administrator
    F47+F04+F05 administrator
    F02 administrator
    F03 administrator
    F46 administrator
    = exchange-2010-cas | Client Access of Exchange 2010 | 443
    D06 client,internet
    D02 client,internet
    D03 client,internet
    D05 client,internet
    D09 client,internet
    D10 client,internet
    D07+F09+F10 client,internet
    D08+F07+F08 client,internet
    D14 cas
    D15 cas
    D16 cas
    D17+F09+F10 cas
    D18+F07+F08 cas
    D04+F20+F21 cas,administrator
    D19+F11+F12 ocs 5075,5076,5077
    E04+F11+F12 um
    E03 um
    E05 um
    F18+F04+F05+F14 client,exchange
    F19 client,exchange
    F15 client,exchange
    F01 exchange
    F02 administrator
    F03 exchange
    F06 client,exchange
    F13 client,exchange
    F16 exchange
    F17 client,exchange
    = exchange-2010-mailbox | Mailbox of Exchange 2010 | 135 64327
    B06+F23 hub
    C04 cas
    D13 cas
    C11 client,cas
    E07 um
    C05 mailbox
    C07+F32 mailbox
    C08+F32 mailbox
    C02 administrator
    C03 administrator
    C06+F39 mailbox
    C09 administrator
    C10+F27 exchange
    C12 exchange
    C13 administrator
    C15 exchange
    C17 exchange
    F05+F04+F18+F29+F31+F34+F37+F47 exchange
    F24+F19+F25 cas
    F01 exchange
    F03 exchange
    F06 exchange
    F17 exchange
    F22 exchange
    F26 exchange
    F28 exchange
    F30 exchange
    F33 mailbox
    F35 mailbox
    F36 exchange
    F38 mailbox
    F46 exchange,administrator
    = exchange-2010-um | Unified Messaging of Exchange 2010 |
    E02+F50+F51+F52+F53 pbx
    D11+F50+F51 cas
    F05+F04 exchange
    F01 exchange
    F02 administrator
    F03 exchange
    F06 exchange
    F48+F49 exchange
    F54 exchange
    = exchange-2010 | All roles of Exchange 2010 on one server, Edge apart | 25 135 443
    + exchange-2010-hub exchange-2010-cas exchange-2010-mailbox exchange-2010-um
    = exchange | Mailbox server of Exchange 2013 to Subscription Edition | 25 443
    P01 internet,edge,mailbox
    P02 client
    P03 client,internet
    P04 client,internet
    P05 client,internet
    P06 client,internet
    P07 mailbox
    P08 mailbox,edge
    P09 mailbox
    P10 mailbox
    P11 mailbox
    P12 mailbox,administrator
    P13 mailbox
    P14 mailbox,administrator
    P15 mailbox
    P16 pbx,ocs
    P17 mailbox
    P18 mailbox
    = exchange-edge | Edge Transport of Exchange 2013 to Subscription Edition | 25 50636
    P20 internet
    P21 mailbox
    P22 mailbox
    P23 administrator
    = exchange-domain-controller | What Exchange needs of a domain controller | 53 88 135 389 3268
    C01+B10+C14+C18+D01+E01 hub,mailbox,cas,um
    A01+G09+K10 exchange
    A05+G18+K16 exchange
    K04 exchange
    G02+K02 exchange
    A02+G14+K13 exchange
    A06+G19+K16 exchange
    C16 mailbox
    = outlook.com | Outlook.com and Office 365, for mail programs | 587 993 995
    H01 client
    H02 client
    H03 client
    """
