// Published by Microsoft ([MS-OXCRPC], [MS-OXNSPI], [MS-OXABREF], [MS-DRSR] and their like), or known from what
// administrators have written down of their own servers.
extension RPCProgram {
    static let exchange = [
        RPCProgram(RPCInterface.store.uuid, "EMSMDB", "information store, RPC Client Access (EMSMDB)", .exchange),
        RPCProgram(
            "5261574a-4572-206e-b268-6b199213b4e4",
            "AsyncEMSMDB",
            "information store, notifications (AsyncEMSMDB)",
            .exchange
        ),
        RPCProgram(RPCInterface.addressBook.uuid, "NSPI", "address book (NSPI)", .exchange),
        RPCProgram(RPCInterface.referral.uuid, "RFR", "address book referral (RFR)", .exchange),
        RPCProgram("99e64010-b032-11d0-97a4-00c04fd6551d", "store admin", storeAdmin, .exchange),
        RPCProgram("89742ace-a9ed-11cf-9c0c-08002be7ae86", "store admin", storeAdmin, .exchange),
        RPCProgram("a4f1db00-ca47-1067-b31e-00dd010662da", "store admin", storeAdmin, .exchange),
        RPCProgram("0e4a0156-dd5d-11d2-8c2f-00c04fb6bcde", "store", "information store", .exchange),
        RPCProgram("1453c42c-0fa6-11d2-a910-00c04f990f3b", "store", "information store", .exchange),
        RPCProgram("10f24e8e-0fa6-11d2-a910-00c04f990f3b", "store", "information store", .exchange),
        RPCProgram("1a190310-bb9c-11cd-90f8-00aa00466520", "database", "Exchange database", .exchange),
        RPCProgram("9e8ee830-4459-11ce-979b-00aa005ffebe", "MTA", "message transfer agent (X.400)", .exchange),
        RPCProgram(
            "38a94e72-a9bc-11d2-8faf-00c04fa378ff",
            "MTA queues",
            "message transfer agent, queues (QAdmin)",
            .exchange
        ),
        RPCProgram("469d6ec0-0d87-11ce-b13f-00aa003bac6c", "attendant", "System Attendant, public", .exchange),
        RPCProgram("83d72bf0-0d89-11ce-b13f-00aa003bac6c", "attendant", "System Attendant, private", .exchange),
        RPCProgram("f930c514-1215-11d3-99a5-00a0c9b61b04", "attendant", "System Attendant, cluster", .exchange),
        RPCProgram("67df7c70-0f04-11ce-b13f-00aa003bac6c", "attendant", "System Attendant", .exchange),
        RPCProgram("06ed1d30-d3d3-11cd-b80e-00aa004b9c30", "attendant", "System Attendant", .exchange),
        RPCProgram("f5cc5a7c-4264-101a-8c59-08002b2f8426", "XDS", "directory of Exchange 5.5 (XDS)", .exchange),
        // Version 1 of the same UUID is another program.
        RPCProgram(replication55, "DRS 5.5", "directory replication of Exchange 5.5", .exchange, major: 21),
        RPCProgram("bfa951d1-2f0e-11d3-bfd1-00c04fa3490a", "transport", "transport, queues (aqueue)", .exchange),
        RPCProgram("8cfb5d70-31a4-11cf-a7d8-00805f48a135", "transport", "transport, the SMTP service", .exchange),
        RPCProgram("1be617c0-31a5-11cf-a7d8-00805f48a135", "POP3", "the POP3 service", .exchange),
        RPCProgram("2465e9e0-a873-11d0-930b-00a0c90ab17c", "IMAP4", "the IMAP4 service", .exchange),
        RPCProgram("4f82f460-0e21-11cf-909e-00805f48a135", "NNTP", "the NNTP service", .exchange),
    ]

    static let directory = [
        RPCProgram("e3514235-4b06-11d1-ab04-00c04fc2dcd2", "DRS", "directory replication (DRSUAPI)", .directory),
        RPCProgram("12345678-1234-abcd-ef00-01234567cffb", "Netlogon", "Netlogon", .directory),
        RPCProgram("12345778-1234-abcd-ef00-0123456789ab", "LSA", "local security authority (LSARPC)", .directory),
        RPCProgram("12345778-1234-abcd-ef00-0123456789ac", "SAMR", "accounts (SAMR)", .directory),
        RPCProgram("ecec0d70-a603-11d0-96b1-00a0c91ece30", "AD backup", "directory backup", .directory),
        RPCProgram("16e0cf3a-a604-11d0-96b1-00a0c91ece30", "AD restore", "directory restore", .directory),
        RPCProgram("1cbcad78-df0b-4934-b558-87839ea501c9", "DSROLE", "role of the domain controller", .directory),
        RPCProgram("3919286a-b10c-11d0-9ba8-00c04fd92ef5", "DSSETUP", "role of the machine (DSSETUP)", .directory),
        RPCProgram("68dcd486-669e-11d1-ab0c-00c04fc2dcd2", "ISM", "messages between sites (ISM)", .directory),
        RPCProgram("130ceefb-e466-11d1-b78b-00c04fa32883", "ISM", "messages between sites (ISM)", .directory),
        RPCProgram(replication55, "NTFRS", "file replication (NTFRS)", .directory, major: 1),
        RPCProgram("d049b186-814f-11d1-9a3c-00c04fc9b232", "NTFRS", "file replication (NTFRS API)", .directory),
        RPCProgram("897e2e5f-93f3-4376-9c9c-fd2277495c27", "DFSR", "file replication (DFSR)", .directory),
    ]

    static let others = [
        RPCProgram(RPCInterface.mapper.uuid, "mapper", "endpoint mapper", .other),
        RPCProgram("afa8bd80-7d8a-11c9-bef4-08002b102989", "mgmt", "management of each RPC server", .other),
        RPCProgram("50abc2a4-574d-40b3-9d66-ee4fd5fba076", "DNS", "DNS server", .other),
        RPCProgram("91ae6020-9e3c-11cf-8d7c-00aa00c091be", "certsrv", "certification authority", .other),
        RPCProgram("82ad4280-036b-11cf-972c-00aa006887b0", "inetinfo", "Internet Information Services", .other),
        RPCProgram("3dde7c30-165d-11d1-ab8f-00805f14db40", "BackupKey", "backup of keys (BKRP)", .other),
        RPCProgram("f6beaff7-1e19-4fbb-9f8f-b89e2018337c", "event log", "event log (EVEN6)", .other),
        RPCProgram("82273fdc-e32a-18c3-3f78-827929dc23ea", "event log", "event log (EVEN)", .other),
        RPCProgram("338cd001-2244-31f1-aaaa-900038001003", "registry", "remote registry (WINREG)", .other),
        RPCProgram("367abb81-9844-35f1-ad32-98f038001003", "services", "service control manager (SVCCTL)", .other),
        RPCProgram("4b324fc8-1670-01d3-1278-5a47bf6ee188", "server", "server service (SRVSVC)", .other),
        RPCProgram("6bffd098-a112-3610-9833-46c3f87e345a", "workstation", "workstation service (WKSSVC)", .other),
        RPCProgram("6bffd098-a112-3610-9833-012892020162", "browser", "computer browser", .other),
        RPCProgram("12345678-1234-abcd-ef00-0123456789ab", "spooler", "print spooler", .other),
        RPCProgram("76f03f96-cdfd-44fc-a22c-64950a001209", "spooler", "print spooler (asynchronous)", .other),
        RPCProgram("86d35949-83c9-4044-b424-db363231fd0c", "scheduler", "task scheduler", .other),
        RPCProgram("378e52b0-c0a9-11cf-822d-00aa0051e40f", "scheduler", "task scheduler", .other),
        // Of Samba alone.
        RPCProgram(unixinfo, "unixinfo", "accounts of Unix (unixinfo)", .other),
        RPCProgram("1ff70682-0a51-30e8-076d-740be8cee98b", "scheduler", "task scheduler (AT)", .other),
    ]

    static let unixinfo = "9c54e310-a955-4885-bd31-78787147dfa6"
    private static let storeAdmin = "information store, administration"
    private static let replication55 = "f5cc59b4-4264-101a-8c59-08002b2f8426"
}
