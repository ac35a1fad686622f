/** Input and output of the real process. */
import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import type { Io } from './io.js';

export function nodeIo(): Io {
  const { stdout, stderr, stdin, env } = process;
  for (const stream of [stdout, stderr]) stream.on('error', ignoreClosedPipe);
  return {
    stdout: (text) => void stdout.write(text),
    stderr: (text) => void stderr.write(text),
    readFile: async (path) => decode(path === '-' ? await buffer(stdin) : await readFile(path)),
    writeFile: (path, text) => writeFile(path, text),
    writeSecret: (path, text) => writeFile(path, text, { mode: 0o600, flag: 'wx' }),
    fetch: (url, init) => fetch(url, init),
    pause: (ms) => setTimeout(ms),
    isTTY: stdout.isTTY,
    // A CI job can have a terminal, but no one who types.
    ask: stdin.isTTY && stderr.isTTY && !env['CI'] ? ask : null,
    env,
    interrupted,
  };
}

/** The question goes to the standard error: the output can be a file. */
async function ask(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  // Ctrl-D closes it without an answer.
  const left = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
  const answer = await Promise.race([lines.question(question), left]);
  lines.close();
  return answer.trim();
}

/** In `orgdesk policy matrix | head`, `head` closes the pipe. The command continues to its own exit status. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** Removes a byte order mark. Rejects invalid UTF-8 instead of replacing it. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

/** Handles the first signal. A second one, of either kind, ends the process as usual. */
function interrupted(): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  return new Promise((resolve) => {
    function handle(): void {
      for (const signal of signals) process.off(signal, handle);
      resolve();
    }
    for (const signal of signals) process.on(signal, handle);
  });
}
