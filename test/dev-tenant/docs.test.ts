import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const sources = new URL('../../backend-proxy/dev-tenant/index.ts', import.meta.url).href;
const text = readFileSync(new URL('../../docs/dev-tenant.md', import.meta.url), 'utf8');

describe('the page about the dev tenant', () => {
  let folder: string | undefined;
  after(async () => {
    if (folder !== undefined) await rm(folder, { recursive: true });
  });

  it('has an example that runs', async () => {
    const [, example = ''] = /```ts\n([^]*?)```/.exec(text) ?? [];
    folder = await mkdtemp(join(tmpdir(), 'orgdesk-example-'));
    const file = join(folder, 'example.mts');
    // The published package is built from these sources.
    await writeFile(file, example.replace('orgdesk-proxy/dev-tenant', sources));
    const imported: unknown = await import(pathToFileURL(file).href);
    const { report } = z
      .object({ report: z.object({ signedIn: z.boolean(), endpoints: z.record(z.string(), z.number()) }) })
      .parse(imported);
    assert.ok(report.signedIn);
    assert.equal(report.endpoints['POST /oauth/token'], 1);
  });
});
