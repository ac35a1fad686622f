// Runs in a process of its own: it runs build tools.
// Apart from the other frameworks, because these take as long as all of them.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Served } from './framework-app.js';
import { buildAndServe, describeFrameworks } from './framework-example.js';

describeFrameworks([
  buildAndServe('angular'),
  { ...buildAndServe('next'), open: ({ folder }) => startNext(folder) },
]);

/** Starts the server of a built Next app, on a free port. */
function startNext(folder: string): Promise<Served> {
  const program = join(folder, 'node_modules/next/dist/bin/next');
  const child = spawn(process.execPath, [program, 'start', '--port', '0'], { cwd: folder });
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const [url] = /http:\/\/localhost:\d+/.exec(output) ?? [];
      if (url && output.includes('Ready')) resolve({ url, close: () => child.kill() });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(`next start ended: ${output}`)));
  });
}
