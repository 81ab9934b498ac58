extension PortRows {
    /// The rules that the set-up of Exchange 2010 makes in the Windows Firewall.
    static let rules = #"""
        = product Exchange 2010 SP1 | source TechNet bb331973, Exchange Network Port Reference (22 April 2011) | role
            Mailbox | name firewall rule | program Any | certainty recalled
        F01 - | MSExchangeADTopology - RPC (TCP-In) | role Client Access, Hub Transport, Mailbox, Unified Messaging |
            program Bin\MSExchangeADTopologyService.exe | certainty recovered | found V1 | why dynamic
        F02 - | MSExchangeMonitoring - RPC (TCP-In) | role Client Access, Hub Transport, Edge Transport, Unified
            Messaging | program Bin\Microsoft.Exchange.Management.Monitoring.exe | certainty stated | why dynamic
        F03 - | MSExchangeServiceHost - RPC (TCP-In) | role All roles | program Bin\Microsoft.Exchange.ServiceHost.exe
            | certainty recovered | found V1 | why dynamic
        F04 135:msrpc | MSExchangeServiceHost - RPCEPMap (TCP-In) | role All roles | program
            Bin\Microsoft.Exchange.Service.Host | certainty recovered | found V1 | note Microsoft writes
            Bin\Microsoft.Exchange.Service.Host for Bin\Microsoft.Exchange.ServiceHost.exe.
        F05 135:msrpc | MSExchangeRPCEPMap (GFW) (TCP-In) | role All roles | certainty recovered | found V1
        F06 - | MSExchangeRPC (GFW) (TCP-In) | role Client Access, Hub Transport, Mailbox, Unified Messaging |
            certainty recovered | found V1 | why dynamic
        F07 143:imap 993:imaps | MSExchange - IMAP4 (GFW) (TCP-In) | role Client Access | program All | certainty
            recovered | found V1
        F08 143:imap 993:imaps | MSExchangeIMAP4 (TCP-In) | role Client Access | program
            ClientAccess\PopImap\Microsoft.Exchange.Imap4Service.exe | certainty recovered | found V1
        F09 110:pop3 995:pop3s | MSExchange - POP3 (FGW) (TCP-In) | role Client Access | program All | certainty
            recovered | found V1 | note Microsoft writes (FGW) for (GFW) in the name of the rule.
        F10 110:pop3 995:pop3s | MSExchange - POP3 (TCP-In) | role Client Access | program
            ClientAccess\PopImap\Microsoft.Exchange.Pop3Service.exe | certainty recovered | found V1
        F11 5075:sips 5076:sips 5077:sips | MSExchange - OWA (GFW) (TCP-In) | role Client Access | program All |
            certainty recovered | found V1 | note im
        F12 5075:sips 5076:sips 5077:sips | MSExchangeOWAAppPool (TCP-In) | role Client Access | program
            inetsrv\w3wp.exe | certainty stated | note im
        F13 - | MSExchangeAB RPC (TCP-In) | role Client Access | why dynamic
        F14 135:msrpc | MSExchangeAB-RPCEPMap (TCP-In) | role Client Access | program
            Bin\Microsoft.Exchange.AddressBook.Service.exe
        F15 6002:rpchttp 6004:rpchttp | MSExchangeAB-RpcHttp (TCP-In) | role Client Access | program
            Bin\Microsoft.Exchange.AddressBook.Service.exe | certainty stated
        F16 - | RpcHttpLBS (TCP-In) | role Client Access | program System32\Svchost.exe | certainty stated | why
            dynamic
        F17 - | MSExchangeRPC - RPC (TCP-In) | role Client Access, Mailbox | program
            Bing\Microsoft.Exchange.RpcClientAccess.Service.exe | why dynamic | note bing
        F18 135:msrpc | MSExchangeRPC - PRCEPMap (TCP-In) | role Client Access, Mailbox | program
            Bing\Microsoft.Exchange.RpcClientAccess.Service.exe | note Microsoft writes PRCEPMap for RPCEPMap, and
            Bing for Bin in the path of the program.
        F19 6001:rpchttp | MSExchangeRPC (TCP-In) | role Client Access, Mailbox | program
            Bing\Microsoft.Exchange.RpcClientAccess.Service.exe | note bing
        F20 808:mrs | MSExchangeMailboxReplication (GFW) (TCP-In) | role Client Access
        F21 808:mrs | MSExchangeMailboxReplication (TCP-In) | role Client Access | program
            Bin\MSExchangeMailboxReplication.exe
        F22 - | MSExchangeIS - RPC (TCP-In) | program Bin\Store.exe | why dynamic
        F23 135:msrpc | MSExchangeIS RPCEPMap (TCP-In) | program Bin\Store.exe
        F24 6001:rpchttp 6002:rpchttp 6003:tcp 6004:rpchttp | MSExchangeIS (GFW) (TCP-In) | others 6003 is listed, and
            nothing has ever used it
        F25 6001:rpchttp | MSExchangeIS (TCP-In) | program Bin\Store.exe
        F26 - | MSExchangeMailboxAssistants - RPC (TCP-In) | program Bin\MSExchangeMailboxAssistants.exe | why dynamic
        F27 135:msrpc | MSExchangeMailboxAssistants - RPCEPMap (TCP-In) | program Bin\MSExchangeMailboxAssistants.exe
        F28 - | MSExchangeMailSubmission - RPC (TCP-In) | program Bin\MSExchangeMailSubmission.exe | why dynamic
        F29 135:msrpc | MSExchangeMailSubmission - RPCEPMap (TCP-In) | program Bin\MSExchangeMailSubmission.exe
        F30 - | MSExchangeMigration - RPC (TCP-In) | program Bin\MSExchangeMigration.exe | certainty stated | why
            dynamic
        F31 135:msrpc | MSExchangeMigration - RPCEPMap (TCP-In) | program Bin\MSExchangeMigration.exe
        F32 64327:replication | MSExchangerepl - Log Copier (TCP-In) | program Bin\MSExchangeRepl.exe | certainty
            recovered | found V5
        F33 - | MSExchangerepl - RPC (TCP-In) | program Bin\MSExchangeRepl.exe | certainty stated | why dynamic
        F34 135:msrpc | MSExchangerepl - RPC-EPMap (TCP-In) | program Bin\MSExchangeRepl.exe
        F35 - | MSExchangeSearch - RPC (TCP-In) | program Bin\Microsoft.Exchange.Search.ExSearch.exe | certainty
            stated | why dynamic
        F36 - | MSExchangeThrottling - RPC (TCP-In) | program Bin\MSExchangeThrottling.exe | certainty stated | why
            dynamic
        F37 135:msrpc | MSExchangeThrottling - RPCEPMap (TCP-In) | program Bin\MSExchangeThrottling.exe
        F38 - | MSFTED - RPC (TCP-In) | program Bin\MSFTED.exe | why dynamic
        F39 135:msrpc | MSFTED - RPCEPMap (TCP-In) | program Bin\MSFTED.exe
        F40 - | MSExchangeEdgeSync - RPC (TCP-In) | role Hub Transport | program
            Bin\Microsoft.Exchange.EdgeSyncSvc.exe | why dynamic
        F41 135:msrpc | MSExchangeEdgeSync RPCEPMap (TCP-In) | role Hub Transport | program
            Bin\Microsoft.Exchange.EdgeSyncSvc.exe
        F42 - | MSExchangeTransportWorker - RPC (TCP-In) | role Hub Transport | program Bin\edgetransport.exe |
            certainty stated | why dynamic
        F43 135:msrpc | MSExchangeTransportWorker - RPCEPMap (TCP-In) | role Hub Transport | program
            Bin\edgetransport.exe
        F44 25:smtp 587:submission | MSExchangeTransportWorker (GFW) (TCP-In) | role Hub Transport
        F45 25:smtp 587:submission | MSExchangeTransportWorker (TCP-In) | role Hub Transport | program
            Bin\edgetransport.exe
        F46 - | MSExchangeTransportLogSearch - RPC (TCP-In) | role Hub Transport, Edge Transport, Mailbox | program
            Bin\MSExchangeTransportLogSearch.exe | why dynamic
        F47 135:msrpc | MSExchangeTransportLogSearch - RPCEPMap (TCP-In) | role Hub Transport, Edge Transport, Mailbox
            | program Bin\MSExchangeTransportLogSearch.exe
        F48 - | SESWorker (GFW) (TCP-In) | role Unified Messaging | why any
        F49 - | SESWorker (TCP-In) | role Unified Messaging | program UnifiedMessaging\SESWorker.exe | why any
        F50 5060:sip 5061:sips | UMService (GFW) (TCP-In) | role Unified Messaging | note um
        F51 5060:sip 5061:sips | UMService (TCP-In) | role Unified Messaging | program Bin\UMService.exe | note um
        F52 5065:sip 5066:sips 5067:sip 5068:sips | UMWorkerProcess (GFW) (TCP-In) | role Unified Messaging | note um
        F53 5065:sip 5066:sips 5067:sip 5068:sips | UMWorkerProcess (TCP-In) | role Unified Messaging | program
            Bin\UMWorkerProcess.exe | certainty stated | note um
        F54 - | UMWorkerProcess - RPC (TCP-In) | role Unified Messaging | program Bin\UMWorkerProcess.exe | certainty
            stated | why dynamic
        """#
}
