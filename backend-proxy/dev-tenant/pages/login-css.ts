/** Served as `/u/login.css`. Uses system colors and fonts only, so that no other host is contacted. */
export const loginCss = `:root {
  color-scheme: light dark;
  --page: #f3f4f6;
  --card: #ffffff;
  --ink: #1b1f27;
  --quiet: #596273;
  --line: #868fa0;
  --hairline: #dfe2e8;
  --accent: #31559e;
  --on-accent: #ffffff;
  --danger: #9c1f16;
  --danger-ground: #fdeeec;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14161b;
    --card: #1d2027;
    --ink: #eceef3;
    --quiet: #a7b0c0;
    --line: #737d8f;
    --hairline: #333844;
    --accent: #9db9f2;
    --on-accent: #10182b;
    --danger: #ffb4ab;
    --danger-ground: #3d1a17;
  }
}
* {
  box-sizing: border-box;
}
body {
  margin: 0;
  min-height: 100vh;
  display: grid;
  align-items: center;
  justify-items: center;
  padding: 1rem;
  background: var(--page);
  color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif;
}
main {
  width: min(100%, 26rem);
  padding: clamp(1.25rem, 5vw, 2rem);
  background: var(--card);
  border: 1px solid var(--hairline);
  border-radius: 0.75rem;
  overflow-wrap: anywhere;
}
.tenant {
  margin: 0 0 0.25rem;
  color: var(--quiet);
  font-size: 0.875rem;
}
h1 {
  margin: 0 0 1.25rem;
  font-size: 1.5rem;
  line-height: 1.25;
}
a {
  color: var(--accent);
}
h2 {
  margin: 1.75rem 0 0.75rem;
  padding-top: 1.25rem;
  border-top: 1px solid var(--hairline);
  font-size: 1rem;
}
form {
  display: grid;
  gap: 0.375rem;
}
label {
  margin-top: 0.5rem;
  font-weight: 600;
  font-size: 0.875rem;
}
input,
button {
  width: 100%;
  min-height: 2.75rem;
  padding: 0.5rem 0.75rem;
  border: 1px solid var(--line);
  border-radius: 0.5rem;
  background: transparent;
  color: inherit;
  font: inherit;
}
button {
  cursor: pointer;
  text-align: start;
}
button:hover {
  border-color: var(--accent);
}
:focus-visible {
  outline: 3px solid var(--accent);
  outline-offset: 2px;
}
.primary {
  margin-top: 1rem;
  border-color: var(--accent);
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 600;
  text-align: center;
}
.choices {
  gap: 0.5rem;
}
.choices small {
  display: block;
  color: var(--quiet);
}
.error {
  margin: 0 0 1rem;
  padding: 0.75rem;
  border-inline-start: 4px solid var(--danger);
  border-radius: 0.25rem;
  background: var(--danger-ground);
  color: var(--danger);
}
`;
