extension HTMLDocument {
    /// A verdict is told in words; colours only help the eye.
    static let style = """
        :root{color-scheme:light dark;--bad:#b00020;--doubtful:#8a5a00;--good:#1b6e2e;--line:#8888;--dim:#666}
        @media(prefers-color-scheme:dark){:root{--bad:#ff8a80;--doubtful:#ffcc66;--good:#8fd19e;--dim:#aaa}}
        body{font:1rem/1.45 system-ui,sans-serif;margin:0}
        main{max-width:75rem;margin:0 auto;padding:1rem}
        h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}h3{font-size:1rem;margin:.8rem 0 .2rem}
        p,li,dd,td,code,h2,a{overflow-wrap:anywhere;unicode-bidi:isolate}
        td,td time{overflow-wrap:normal}td:nth-child(2){overflow-wrap:anywhere;min-width:12rem}
        table{border-collapse:collapse;width:100%}
        th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid var(--line)}
        [data-verdict=critical] strong,[data-severity=critical] strong{color:var(--bad)}
        [data-verdict=warning] strong,[data-severity=warning] strong{color:var(--doubtful)}
        [data-verdict=ok] strong{color:var(--good)}
        section{border-top:1px solid var(--line)}
        article{border-left:.25rem solid var(--line);padding-left:.8rem;margin:1rem 0}
        article[data-severity=critical]{border-color:var(--bad)}
        article[data-severity=warning]{border-color:var(--doubtful)}
        .ladder{list-style:none;padding:0}.ladder li{padding:.1rem 0}
        .ladder i{font-style:normal;color:var(--dim)}.ladder [data-outcome=failed] i{color:var(--bad)}
        small{color:var(--dim)}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .8rem}dt{color:var(--dim)}dd{margin:0}
        pre{white-space:pre-wrap;overflow-wrap:anywhere}
        .notice{border-left:.25rem solid var(--doubtful);padding-left:.8rem}
        @media(max-width:40rem){thead{position:absolute;clip-path:inset(50%)}tr,td{display:block}
        tr{padding:.5rem 0;border-bottom:1px solid var(--line)}td{border:0;padding:.1rem 0}td:empty{display:none}td:nth-child(n){overflow-wrap:anywhere;min-width:0}
        td::before{content:attr(data-label)': ';color:var(--dim)}dl{grid-template-columns:1fr}dd{margin-left:1rem}}
        @media print{a{color:inherit;text-decoration:none}article,li,tr{break-inside:avoid}main{max-width:none}}
        """
}
