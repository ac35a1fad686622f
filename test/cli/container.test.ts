import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { unknownVariables } from '../../backend-proxy/src/cli/serve/settings.js';
import { publicRoutes } from '../proxy/walls.js';

const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('the container files', () => {
  const files = ['backend-proxy/Dockerfile', 'backend-proxy/compose.yaml', 'docs/production.md'];
  for (const file of files) {
    it(`name only variables that there are: ${file}`, async () => {
      const names = [...(await read(file)).matchAll(/\bORGDESK_[A-Z_]+\b/g)].map(([name]) => name);
      assert.ok(names.length > 0);
      assert.deepEqual(unknownVariables(Object.fromEntries(names.map((name) => [name, 'x']))), []);
    });
  }

  it('run as a user without privileges, and ask the probe', async () => {
    const dockerfile = await read('backend-proxy/Dockerfile');
    assert.match(dockerfile, /^USER 1000:1000$/m);
    assert.match(dockerfile, /HEALTHCHECK [^]*\/livez/);
    assert.ok(publicRoutes().includes('GET /livez'));
  });

  it('run the file that the package names', async () => {
    const { bin } = JSON.parse(await read('backend-proxy/package.json')) as { bin: { orgdesk: string } };
    const path = `/app/backend-proxy/${bin.orgdesk.replace('./', '')}`;
    assert.ok((await read('backend-proxy/Dockerfile')).includes(`ENTRYPOINT ["node", "${path}"]`));
  });
});
