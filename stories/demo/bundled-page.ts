/** The demo page as a product would serve it: bundled once for this process, and kept in memory. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
};

type Files = ReadonlyMap<string, string | Uint8Array>;

let bundled: Promise<Files> | undefined;

async function bundle(): Promise<Files> {
  const output = await build({
    root: fileURLToPath(new URL('.', import.meta.url)),
    configFile: false,
    logLevel: 'warn',
    build: { target: 'es2022', write: false, minify: false },
  });
  const files = (output as Rolldown.RolldownOutput).output;
  return new Map(files.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]));
}

/** Answers with a file of the page; every other address is the page itself, which reads its address. */
export async function bundledPage(): Promise<(request: IncomingMessage, response: ServerResponse) => void> {
  const files = await (bundled ??= bundle());
  return ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const name = files.has(pathname) ? pathname : '/index.html';
    response.setHeader('content-type', contentTypes[extname(name)] ?? 'application/octet-stream');
    response.end(files.get(name));
  };
}
