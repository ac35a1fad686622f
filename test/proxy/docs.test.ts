import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { allRoutes } from './walls.js';

const readme = await readFile(new URL('../../backend-proxy/README.md', import.meta.url), 'utf8');

/** Every `METHOD /path` between backticks; of several in one cell, what follows the first may be a last segment alone. */
function documented(): readonly string[] {
  const table = readme.slice(readme.indexOf('## Routes'), readme.indexOf('A receipt names'));
  return table.split('\n').flatMap((line) => {
    const spans = [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, span = '']) => span);
    const [first = ''] = spans;
    return spans.map((span) => (span.includes('/') ? span : first.replace(/[^/]+$/, span)));
  });
}

describe("the proxy's README", () => {
  it('names every address there is, and none that is not', () => {
    const there = allRoutes().map((route) => route.replace(/:(\w+)/g, '{$1}'));
    assert.deepEqual([...documented()].sort(), [...there].sort());
  });
});
