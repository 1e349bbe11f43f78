/** The whole look of the public page: small, light and dark, wide and narrow, and on paper. */
export const PUBLIC_STYLE = `:root{--bg:#fff;--text:#131525;--muted:#51577a;--line:#b2b6cc;--link:#171a77;--head:#f3f4f7}
@media (prefers-color-scheme:dark){:root{--bg:#131525;--text:#eceef6;--muted:#b2b6cc;--line:#51577a;--link:#aab4ff;--head:#1f2338}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:1.0625rem/1.55 system-ui,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif}
header,main,footer{max-width:64rem;margin:0 auto;padding:1rem}
header{display:flex;flex-wrap:wrap;gap:0 1.5rem;border-bottom:1px solid var(--line);font-weight:600}
header p{margin:0}header p+p{font-weight:400;color:var(--muted)}
h1{margin:1rem 0 .5rem;font-size:1.9rem;line-height:1.2}
h2{margin:2rem 0 .25rem;font-size:1.3rem;line-height:1.3}
.lead{font-size:1.2rem;max-width:45rem}
.seal{color:var(--muted);max-width:45rem}.seal code{overflow-wrap:anywhere}
a{color:var(--link);text-underline-offset:3px}
a:focus-visible,.wide:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;padding:.5rem;background:var(--bg)}
.wide{overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:1rem}
th,td{padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
thead th{background:var(--head);white-space:nowrap}thead th:first-child{padding-left:.5rem}
th small,td small{display:block;font-weight:400;color:var(--muted)}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
tfoot th,tfoot td{border-bottom:0;font-weight:700}
li{padding:.2rem 0}
footer{margin-top:2rem;border-top:1px solid var(--line);color:var(--muted)}
footer a{display:inline-block;margin-right:1rem;padding:.25rem 0}
@media print{.skip,footer{display:none}body{font-size:11pt}}
`;
