import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { problemStatus } from '../../src/contract/index.js';
import { contractSchemas, target } from '../../tools/contract-schemas.js';

describe("the JSON Schemas of the contract's types", () => {
  it('are those of the types, or `npm run schemas` writes them again', async () => {
    assert.equal(await readFile(target, 'utf8'), await contractSchemas());
  });

  it('know every problem', async () => {
    const { ProblemCode } = JSON.parse(await readFile(target, 'utf8')) as { ProblemCode: { enum: string[] } };
    assert.deepEqual(ProblemCode.enum, Object.keys(problemStatus));
  });
});
