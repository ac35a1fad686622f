import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filesTouchedBy, readImportGraph } from '../../tools/import-graph.js';

describe('the import graph', () => {
  const graph = readImportGraph();
  const touched = (...files: string[]) => filesTouchedBy(graph, files);

  it('leads from a file to the tests that need it, by however many others', () => {
    const tests = touched('tools/import-graph.js');
    assert.ok(tests.has('test/tools/import-graph.test.ts'));
    assert.ok(tests.has('tools/test-only.js'));
    assert.ok(!tests.has('test/architecture.test.ts'));
  });

  it('follows lazy imports, documents that are read, and the folder a demo is served from', () => {
    assert.ok(touched('docs/policy.md').has('test/policy/docs.test.ts'));
    assert.ok(touched('stories/demo/main.ts').has('test/journeys/own-profile.test.ts'));
    // The people's page loads the editor when it shows it.
    assert.ok(touched('src/define/register-profile-editor.ts').has('src/define/org-members.ts'));
  });

  it('stops where nothing leads further, and at circles', () => {
    const circle = new Map([
      ['a', ['b']],
      ['b', ['a', 'c']],
      ['d', ['e']],
    ]);
    assert.deepEqual([...filesTouchedBy(circle, ['c'])].sort(), ['a', 'b', 'c']);
  });
});
