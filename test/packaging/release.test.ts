/** What a release publishes. Needs `npm run build` before. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { stagePackage } from '../../tools/release/stage.js';
import { npm, pack, repository } from './project.js';

const origin = { repository: 'https://git.example/acme/orgdesk', tag: 'v9.9.9' };

let temporary: string;
before(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'orgdesk-release-'));
});
after(() => rm(temporary, { recursive: true, force: true }));

for (const folder of ['', 'backend-proxy']) {
  describe(`the release of ./${folder}`, () => {
    it('has the files of the package, and the addresses of the repository', async () => {
      const staged = await mkdtemp(join(temporary, 'staged-'));
      await stagePackage(repository, folder, staged, origin);
      const [{ files }] = JSON.parse(
        await npm(staged, 'pack', '--dry-run', '--json', '--ignore-scripts'),
      ) as [{ files: { path: string }[] }];
      assert.deepEqual(files.map(({ path }) => path).sort(), (await pack(folder, temporary)).files);
      const readme = await readFile(join(staged, 'README.md'), 'utf8');
      assert.match(readme, /\]\(https:\/\/git\.example\/acme\/orgdesk\/blob\/v9\.9\.9\//);
      const manifest = JSON.parse(await readFile(join(staged, 'package.json'), 'utf8')) as {
        repository: { url: string };
      };
      assert.equal(manifest.repository.url, 'git+https://git.example/acme/orgdesk.git');
    });
  });
}

it('the release script publishes nothing unless it is asked to', async () => {
  const script = join(repository, 'tools/release.js');
  const stdout = await new Promise<string>((resolve) => {
    // Its exit status depends on the commit: a release needs a tag.
    execFile(
      process.execPath,
      [script, '--repository', origin.repository],
      { maxBuffer: 2 ** 24 },
      (_, output) => resolve(output),
    );
  });
  assert.match(stdout, /Nothing was published/);
});
