/** The panel's only style sheet. Text keeps 7:1 on what it lies on (WCAG 2.2, 1.4.6). */
export const panelStyle = `
:root{color-scheme:light;--paper:#f7f4ed;--surface:#fffdf9;--sunken:#ebe6da;--ink:#1a1916;--soft:#45413a;--line:#dad3c5;--red:#86101f;--red-fill:#fde6e3;--amber:#5a3800;--amber-fill:#ffe8ba;--green:#0a5a31}
*{box-sizing:border-box;margin:0}
body{background:var(--paper);color:var(--ink);font:400 15px/1.4 "Atkinson Hyperlegible Next",system-ui,sans-serif;overflow-wrap:anywhere;padding:12px;max-width:420px}
header{margin-bottom:14px}
h1{font-size:18px;line-height:1.25}
h2{font-size:15px;margin:18px 0 8px}
p{margin:0}
.soft{color:var(--soft);font-size:14px}
.total{margin-bottom:8px;display:flex;justify-content:space-between;align-items:baseline;gap:8px;flex-wrap:wrap}
.total strong{font-size:17px;font-variant-numeric:tabular-nums}
ul{list-style:none;padding:0;display:grid;gap:8px}
.card{background:var(--surface);border:1px solid var(--line);border-radius:10px;padding:10px}
.card p{margin-bottom:2px}
.head{display:flex;justify-content:space-between;align-items:baseline;gap:8px;flex-wrap:wrap}
.amount{font-weight:700;font-size:17px;font-variant-numeric:tabular-nums;white-space:nowrap}
.due{font-variant-numeric:tabular-nums}
.late{color:var(--red);background:var(--red-fill);border-radius:6px;padding:1px 7px;font-weight:700;font-size:14px}
.today{color:var(--amber);background:var(--amber-fill);border-radius:6px;padding:1px 7px;font-weight:700;font-size:14px}
.label{color:var(--soft);font-size:14px;margin-top:8px}
.copy{display:block;background:var(--sunken);border-radius:6px;padding:6px 8px;font:14px/1.45 ui-monospace,"DejaVu Sans Mono",monospace;user-select:all;-webkit-user-select:all}
details{margin-top:8px}
summary{cursor:pointer;padding:4px 0;font-size:14px;color:var(--soft);text-decoration:underline;text-underline-offset:3px}
summary:focus-visible{outline:3px solid var(--green);outline-offset:2px;border-radius:4px}
.note{background:var(--amber-fill);color:var(--amber);border-radius:10px;padding:10px}
.note+*{margin-top:12px}
.deeds{display:block;margin-top:2px}
.deeds li{padding-left:12px;text-indent:-12px}
.deeds li::before{content:"• "}
footer{margin-top:18px;border-top:1px solid var(--line);padding-top:8px}
`;
