/** The whole look of the public page: small, light and dark, wide and narrow, and on paper. */
export const PUBLIC_STYLE = `:root{--bg:#fff;--text:#131525;--muted:#51577a;--line:#b2b6cc;--link:#171a77;--head:#f3f4f7;--spent:#1a449e;--ordered:#7b9bdc;--free:#dfe2ec;--ok:#00654c;--warn:#734000;--bad:#9e0000}
@media (prefers-color-scheme:dark){:root{--bg:#131525;--text:#eceef6;--muted:#b2b6cc;--line:#51577a;--link:#aab4ff;--head:#1f2338;--spent:#8ea6ff;--ordered:#4a5fb0;--free:#2c3150;--ok:#6cd6b5;--warn:#feca6e;--bad:#fdc5bb}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:1.0625rem/1.55 system-ui,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif}
header,main,footer{max-width:64rem;margin:0 auto;padding:1rem}
header{display:flex;flex-wrap:wrap;gap:0 1.5rem;border-bottom:1px solid var(--line);font-weight:600}
header p{margin:0}header p+p{font-weight:400;color:var(--muted)}
h1{margin:1rem 0 .5rem;font-size:1.9rem;line-height:1.2}
h2{margin:2.5rem 0 .25rem;font-size:1.3rem;line-height:1.3}
.lead{font-size:1.2rem;max-width:45rem}
.seal{color:var(--muted);max-width:45rem}.seal code{overflow-wrap:anywhere}
a{color:var(--link);text-underline-offset:3px}
a:focus-visible,.wide:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;padding:.5rem;background:var(--bg)}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:1rem;margin:1.5rem 0;padding:0;list-style:none}
.cards li{padding:1rem 1.25rem;border:1px solid var(--line);border-radius:.5rem}
.cards p{margin:0}.cards h2{margin:0;font-size:1.1rem}.cards .what,.key{color:var(--muted);font-size:.9rem}
.cards .what{min-height:2.8em}.cards .big{margin-top:.5rem;font-size:1.9rem;font-weight:700;line-height:1.2;font-variant-numeric:tabular-nums}
svg{display:block;width:100%;height:.75rem;margin:.5rem 0 .35rem;border-radius:.25rem}
.spent{fill:var(--spent);background:var(--spent)}.ordered{fill:var(--ordered);background:var(--ordered)}.free{fill:var(--free)}
.dot{display:inline-block;width:.7rem;height:.7rem;border-radius:50%}.dot+.dot{margin-left:.75rem}
.ranks{max-width:45rem;padding-left:1.75rem}.ranks li{padding:.35rem 0}.ranks b{float:right}.ranks svg{height:.4rem;margin:.25rem 0 0}
.tag{display:inline-block;white-space:nowrap;font-weight:600}.green{color:var(--ok)}.yellow{color:var(--warn)}.red{color:var(--bad)}.unknown{color:var(--muted)}
.wide{overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:1rem}
th,td{padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
thead th{background:var(--head);white-space:nowrap}thead th:first-child{padding-left:.5rem}
th small,td small{display:block;font-weight:400;color:var(--muted)}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
tfoot th,tfoot td{border-bottom:0;font-weight:700}
li{padding:.2rem 0}
address{margin:1rem 0;padding-left:1rem;border-left:3px solid var(--line);font-style:normal;overflow-wrap:anywhere}
footer{margin-top:2rem;border-top:1px solid var(--line);color:var(--muted)}
footer a{display:inline-block;margin-right:1rem;padding:.25rem 0}
@media (max-width:40rem){h1{font-size:1.5rem}.lead{font-size:1.1rem}.cards .what{min-height:0}
thead{position:absolute;left:-99rem}table,tbody,tfoot,tr,th,td{display:block}tr{padding:.6rem 0;border-bottom:1px solid var(--line)}
th,td{padding:.15rem 0;border:0;white-space:normal}td{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem}td::before{content:attr(data-label);color:var(--muted)}td small{width:100%;text-align:right}}
@media print{.skip,footer{display:none}body{font-size:11pt}}
`;
