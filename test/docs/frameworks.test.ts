import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { codesIn, rowsBelow } from '../../tools/markdown-table.js';

interface PackageJson {
  readonly exports?: Readonly<Record<string, object>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const read = (path: string) => readFileSync(path, 'utf8');
const packageJson = (folder: string) => JSON.parse(read(`${folder}/package.json`)) as PackageJson;

const examples = rowsBelow(read('docs/frameworks.md'), '# In your framework').flatMap(
  ([, example = '', versions = '', types = '']) => {
    const [, folder] = /\]\(\.\.\/(examples\/[\w-]+)\)/.exec(example) ?? [];
    return folder === undefined ? [] : [{ folder, versions, types }];
  },
);

describe('docs/frameworks.md', () => {
  it('has the example of every framework', () => {
    const ofFrameworks = readdirSync('examples')
      .map((name) => `examples/${name}`)
      .filter((folder) => existsSync(`${folder}/package.json`))
      // Examples of servers have the proxy.
      .filter((folder) => {
        const { dependencies = {} } = packageJson(folder);
        return 'orgdesk' in dependencies && !('orgdesk-proxy' in dependencies);
      });
    assert.deepEqual(examples.map(({ folder }) => folder).sort(), ofFrameworks.sort());
  });

  for (const { folder, versions, types } of examples) {
    it(`names the versions of ${folder}`, () => {
      const { dependencies, devDependencies } = packageJson(folder);
      const installed = { ...dependencies, ...devDependencies };
      for (const [, name = '', version] of versions.matchAll(/`([^`]+)` (\d[\w.]*)/g)) {
        assert.equal(installed[name], version, name);
      }
      for (const path of codesIn(types)) {
        assert.ok(packageJson('.').exports?.[path.replace('orgdesk', '.')], `the package has no ${path}`);
      }
    });
  }
});
