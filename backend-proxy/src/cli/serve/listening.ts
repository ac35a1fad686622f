/** Explains why a server can't listen, and how to fix it. */
export function explainListening(
  error: unknown,
  { host, port }: { readonly host: string; readonly port: number },
  orPort = '',
  orHost = '',
): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `the port is taken; choose another with --port${orPort}`,
    EACCES: `the port needs more privileges; choose one above 1023 with --port${orPort}`,
    EADDRNOTAVAIL: `this machine does not have that address; choose another with --host${orHost}`,
    ENOTFOUND: `there is no such host; choose another with --host${orHost}`,
  };
  return `error: cannot listen on ${host}:${port}: ${reasons[code] ?? message}\n`;
}
