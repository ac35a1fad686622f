/** The source maps of what is published. Needs `npm run build` before. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { repository } from './project.js';

interface Published {
  readonly folder: string;
  /** A script, a text that is in it once, and the source in which the text is. */
  readonly examples: readonly (readonly [script: string, text: string, source: string])[];
}

const published: Readonly<Record<string, Published>> = {
  orgdesk: {
    folder: 'dist',
    examples: [
      ['client/sign-in.js', 'missing_transaction', 'src/client/sign-in.ts'],
      ['drop-in/sign-in.js', 'missing_transaction', 'src/client/sign-in.ts'],
      // Its templates and its copy of Lit were changed before they were bundled.
      ['drop-in/org-members.js', 'choose-organization', 'src/elements/org-members/list/empty-state.ts'],
      ['drop-in/orgdesk.js', 'setHTML', 'src/drop-in/lit-templates.ts'],
    ],
  },
  'orgdesk-proxy': {
    folder: 'backend-proxy/dist',
    examples: [['index.js', 'allowedOrigins', '../src/app.ts']],
  },
};

const scriptsIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.js'));

const onlyExports = (code: string) => code.replaceAll(/^(import|export) .*$/gm, '').trim() === '';

function readMap(script: string): SourceMapPayload {
  return JSON.parse(readFileSync(`${script}.map`, 'utf8')) as SourceMapPayload;
}

for (const [name, { folder, examples }] of Object.entries(published)) {
  const dist = join(repository, folder);
  const scripts = scriptsIn(dist);

  describe(`the source maps of ${name}`, () => {
    it('are named by the scripts, except by texts and by those that only export others', () => {
      for (const script of scripts) {
        const code = readFileSync(join(dist, script), 'utf8');
        const isMapped = existsSync(join(dist, `${script}.map`));
        assert.equal(/^\/\/# sourceMappingURL=\S+\.map$/m.test(code), isMapped, script);
        const needsNone = /(^|\/)messages\/|rolldown-runtime/.test(script) || onlyExports(code);
        assert.equal(isMapped, !needsNone, script);
      }
    });

    it('have their sources within, which the package lacks, and no path of this machine', () => {
      for (const script of scripts.filter((each) => existsSync(join(dist, `${each}.map`)))) {
        // A chunk of JSON has no sources.
        const { sources, sourcesContent = [] } = readMap(join(dist, script));
        assert.equal(sourcesContent.length, sources.length, script);
        for (const source of sources) assert.match(source, /^\.\.\//, script);
      }
    });

    for (const [script, text, source] of examples) {
      it(`lead from "${text}" in ${script} to its source`, () => {
        const path = join(dist, script);
        const [before = '', after] = readFileSync(path, 'utf8').split(text);
        assert.notEqual(after, undefined);
        const lines = before.split('\n');
        const entry = new SourceMap(readMap(path)).findEntry(lines.length - 1, lines.at(-1)?.length ?? 0);
        assert.ok('originalSource' in entry);
        assert.ok(entry.originalSource.includes(source), entry.originalSource);
        const { sources, sourcesContent } = readMap(path);
        const original = sourcesContent[sources.indexOf(entry.originalSource)]?.split('\n') ?? [];
        assert.match(original.slice(entry.originalLine, entry.originalLine + 2).join('\n'), new RegExp(text));
      });
    }
  });
}
