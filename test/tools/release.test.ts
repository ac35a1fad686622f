import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  changelogEntry,
  findRepository,
  problemsOfEnvironment,
  problemsOfTree,
} from '../../tools/release/checks.js';
import { publishedManifest, publishedReadme } from '../../tools/release/published-files.js';

const origin = { repository: 'https://github.com/acme/orgdesk', tag: 'v1.2.3' };
const tree = {
  status: '',
  tags: ['v1.2.3'],
  versions: { 'package.json': '1.2.3', 'package-lock.json': '1.2.3' },
  changelog:
    '# Changelog\n\n## Unreleased\n\n## 1.2.3 (2026-12-01)\n\n- Adds a field kind.\n\n## 1.2.2 (2026-11-01)\n',
};

describe('publishedReadme', () => {
  it('links to the tag in the repository', () => {
    const text =
      '[a [b]](docs/a.md#x), ![c](docs/c.png), [d](../README.md), [e](#e), [f](https://example.com)';
    assert.equal(
      publishedReadme(text, 'backend-proxy', origin),
      '[a [b]](https://github.com/acme/orgdesk/blob/v1.2.3/backend-proxy/docs/a.md#x), ' +
        '![c](https://github.com/acme/orgdesk/raw/v1.2.3/backend-proxy/docs/c.png), ' +
        '[d](https://github.com/acme/orgdesk/blob/v1.2.3/README.md), [e](#e), [f](https://example.com)',
    );
  });

  it('leaves code alone', () => {
    const text = 'x\n\n```ts\nmap[key](value)\n```\n';
    assert.equal(publishedReadme(text, '', origin), text);
  });

  for (const folder of ['', 'backend-proxy']) {
    it(`leaves no relative link in ${folder}/README.md`, () => {
      const text = publishedReadme(readFileSync(`./${folder}/README.md`, 'utf8'), folder, origin);
      const prose = text.replace(/^```[^]*?^```/gm, '');
      const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
      assert.ok(targets.length > 5);
      assert.deepEqual(
        targets.filter((target) => !/^(https:|#)/.test(target)),
        [],
      );
    });
  }
});

it('publishedManifest names the repository, and the folder of the package in it', () => {
  const { repository, bugs, homepage } = publishedManifest(
    { name: 'orgdesk-proxy' },
    'backend-proxy',
    origin,
  );
  assert.deepEqual(repository, {
    type: 'git',
    url: 'git+https://github.com/acme/orgdesk.git',
    directory: 'backend-proxy',
  });
  assert.equal(bugs, 'https://github.com/acme/orgdesk/issues');
  assert.equal(homepage, 'https://github.com/acme/orgdesk/blob/v1.2.3/backend-proxy/README.md');
});

describe('a release', () => {
  it('has no problems', () => assert.deepEqual(problemsOfTree(tree), []));

  const problems: readonly (readonly [string, Partial<typeof tree>, RegExp])[] = [
    ['changes that are not committed', { status: ' M README.md\n' }, /aren't committed:\n M README.md$/],
    [
      'versions that differ',
      { versions: { 'package.json': '1.2.3', 'package-lock.json': '1.2.2' } },
      /1\.2\.2/,
    ],
    ['no tag', { tags: ['v1.2.2'] }, /no tag v1\.2\.3/],
    ['no entry', { changelog: '## 1.2.2 (2026-11-01)\n\n- One.\n' }, /no entry "## 1\.2\.3/],
    ['an entry without a date', { changelog: '## 1.2.3\n\n- One.\n' }, /no entry/],
    [
      'an empty entry',
      { changelog: '## 1.2.3 (2026-12-01)\n\n## 1.2.2 (2026-11-01)\n\n- One.\n' },
      /is empty/,
    ],
  ];
  for (const [what, change, expected] of problems) {
    it(`is refused with ${what}`, () => {
      const found = problemsOfTree({ ...tree, ...change });
      assert.equal(found.length, 1);
      assert.match(found[0] ?? '', expected);
    });
  }

  it('is published only where provenance is possible', () => {
    assert.equal(problemsOfEnvironment({}).length, 1);
    assert.deepEqual(problemsOfEnvironment({ ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x' }), []);
    assert.deepEqual(problemsOfEnvironment({ SIGSTORE_ID_TOKEN: 'x' }), []);
  });

  it('finds its repository', () => {
    const job = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'acme/orgdesk' };
    assert.equal(findRepository(undefined, job), origin.repository);
    assert.equal(
      findRepository('https://git.example/acme/orgdesk.git', job),
      'https://git.example/acme/orgdesk',
    );
    assert.equal(findRepository(undefined, {}), null);
    assert.equal(findRepository('git@github.com:acme/orgdesk', {}), null);
  });
});

it('CHANGELOG.md has what is not released yet on top', () => {
  const changelog = readFileSync('CHANGELOG.md', 'utf8');
  assert.match(changelog, /^# Changelog\n/);
  const [first = '', ...others] = [...changelog.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
  assert.equal(first, 'Unreleased');
  for (const heading of others) assert.ok(changelogEntry(changelog, heading.split(' ')[0] ?? ''), heading);
});
