import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultPolicy, parsePolicy, policyMatrix } from '../../src/policy/index.js';
import { orgdesk, smallPolicy } from './support.js';

describe('orgdesk policy print', () => {
  it('prints a file that is read as the same policy', async () => {
    const { status, stdout } = await orgdesk('policy print');
    assert.equal(status, 0);
    assert.deepEqual(policyMatrix(parsePolicy(JSON.parse(stdout))), policyMatrix(defaultPolicy));
  });

  it('adds the defaults that a file leaves out', async () => {
    const { safeguards: _, ...rest } = smallPolicy();
    const { stdout } = await orgdesk('policy print p', { files: { p: rest } });
    assert.deepEqual(JSON.parse(stdout), parsePolicy(rest));
    assert.equal('safeguards' in (JSON.parse(stdout) as object), true);
  });

  it('prints nothing of a policy with a mistake', async () => {
    const { status, stdout } = await orgdesk('policy print p', { files: { p: { version: 1 } } });
    assert.equal(status, 1);
    assert.equal(stdout, '');
  });
});
