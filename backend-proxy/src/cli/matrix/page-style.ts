/** Style of the matrix page. The page's content security policy contains its hash. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#1c2330, #e6e9ef);
  --soft: light-dark(#576072, #a3adbf);
  --paper: light-dark(#f6f7f9, #12151b);
  --card: light-dark(#ffffff, #1a1f28);
  --line: light-dark(#dde1e8, #2d3441);
  --link: light-dark(#1d4fb8, #8fb4ff);
  --allow: light-dark(#11663a, #6fd39b);
  --deny: light-dark(#a32a22, #ff9d94);
  --depends: light-dark(#7a5200, #f0c063);
}
* { box-sizing: border-box; }
body {
  max-width: 84rem;
  margin: 0 auto;
  padding: 2rem clamp(1rem, 4vw, 3rem) 4rem;
  color: var(--ink);
  background: var(--paper);
  font: 1rem/1.5 system-ui, sans-serif;
}
h1 { margin: 0; font-size: clamp(1.75rem, 4vw, 2.5rem); line-height: 1.15; letter-spacing: -0.02em; text-wrap: balance; }
h2 { margin: 0 0 0.75rem; font-size: 1.375rem; line-height: 1.25; }
h2 small { color: var(--soft); font-size: 0.9375rem; font-weight: 400; }
p { max-width: 68ch; margin: 0 0 1rem; }
a { color: var(--link); }
code { font: 0.875em ui-monospace, monospace; overflow-wrap: anywhere; }
ul { margin: 0; padding: 0; list-style: none; }
section { margin-top: 2.5rem; scroll-margin-top: 1rem; }
.kicker { margin: 0 0 0.25rem; color: var(--soft); font-size: 0.875rem; }
.lead { margin-top: 0.75rem; color: var(--soft); overflow-wrap: anywhere; }
.lead strong { color: var(--ink); }
nav ul { display: flex; flex-wrap: wrap; gap: 0.5rem; }
nav a {
  display: block;
  padding: 0.25rem 0.875rem;
  border: 1px solid var(--line);
  border-radius: 2rem;
  background: var(--card);
  text-decoration: none;
}
nav a:hover { border-color: currentColor; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }

.intro { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 1rem; margin-top: 2rem; }
.about { margin: 0; padding: 1.25rem 1.5rem; border: 1px solid var(--line); border-radius: 0.75rem; background: var(--card); }
.about h2 { font-size: 1.0625rem; }
.about p, .about dl, .about li { font-size: 0.9375rem; }
.legend { margin-bottom: 1rem; }
dl { margin: 0; }
dt { font-weight: 600; }
dd { margin: 0 0 0.5rem; color: var(--soft); }
@media (min-width: 40rem) {
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.375rem 1rem; }
  dd { margin: 0; }
}

.scroll { overflow-x: auto; margin-bottom: 1.25rem; border: 1px solid var(--line); border-radius: 0.75rem; background: var(--card); }
table { width: 100%; border-collapse: separate; border-spacing: 0; font-size: 0.875rem; }
caption { padding: 0.75rem 1rem; font-weight: 600; text-align: start; }
th, td { padding: 0.625rem 1rem; border-top: 1px solid var(--line); text-align: start; vertical-align: top; }
td { min-width: 12rem; border-inline-start: 1px solid var(--line); }
thead th:not(:first-child) { width: 20%; border-inline-start: 1px solid var(--line); }
thead th { color: var(--soft); font-weight: 600; }
thead th:not(:first-child)::first-letter { text-transform: uppercase; }
tr > th:first-child:not(.group) { position: sticky; left: 0; z-index: 1; width: 14rem; min-width: 8rem; max-width: 42vw; background: var(--card); font-weight: 600; }
th code { color: var(--soft); font-weight: 400; }
th code:only-child { color: inherit; }
th li + li { margin-top: 0.125rem; }
.group { padding-block: 0.375rem; background: var(--paper); color: var(--soft); font-size: 0.93em; }
.group span { position: sticky; left: 1rem; }

td li + li { margin-top: 0.375rem; }
td li { padding-inline-start: 1.25em; }
td .mark { margin-inline-start: -1.25em; }
.mark { display: inline-block; min-width: 1em; font-weight: 700; }
.allow > .mark, .allow > b { color: var(--allow); }
.deny > .mark, .deny > b { color: var(--deny); }
.depends > .mark, .depends > b { color: var(--depends); }
.unmentioned, .unmentioned b { color: var(--soft); font-weight: 400; }
.why { display: block; }
.by { display: block; color: var(--soft); font-size: 0.93em; overflow-wrap: anywhere; }
.cases { margin: 0.25rem 0 0; padding-inline-start: 0.75em; border-inline-start: 2px solid var(--line); }
.gate, .state { padding: 0 0.375rem; border: 1px solid currentColor; border-radius: 0.25rem; font-size: 0.9em; font-weight: 400; }
.gate.policy { border-style: solid; border-color: var(--line); }
.gate.auth0 { border-style: dashed; }
.gate.safeguard { border-style: double; border-width: 3px; }
.state.on { color: var(--allow); }
.state.off { color: var(--deny); }

@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 9pt; }
  nav { display: none; }
  .scroll { overflow: visible; }
  table { font-size: 7.5pt; }
  td { min-width: 0; }
  tr { break-inside: avoid; }
  th, td { padding: 0.3rem 0.4rem; }
  tr > th:first-child:not(.group), .group span { position: static; }
}
`;
