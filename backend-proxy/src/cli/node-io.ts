import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { buffer } from 'node:stream/consumers';
import type { Io } from './io.js';

export function nodeIo(): Io {
  const { stdout, stderr, stdin, env } = process;
  for (const stream of [stdout, stderr]) stream.on('error', ignoreClosedPipe);
  return {
    stdout: (text) => void stdout.write(text),
    stderr: (text) => void stderr.write(text),
    readFile: async (path) => decode(path === '-' ? await buffer(stdin) : await readFile(path)),
    writeFile: (path, text) => writeFile(path, text),
    isTTY: stdout.isTTY,
    env,
    interrupted,
  };
}

/** `orgdesk policy matrix | head` has seen enough. The command goes on to its own exit status, which a script may want. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** Takes a byte order mark away, and rejects bytes that are no text rather than replace them. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

/** The first signal is a request; a second one ends the process as usual. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
