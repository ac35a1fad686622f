import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { orgdesk, smallPolicy } from './support.js';

const email = 'policy explain --actor self --connection database --field email --action update';

describe('orgdesk policy explain', () => {
  it('says which gate and rule decide, and why', async () => {
    const { status, stdout } = await orgdesk(email);
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^self may not update "email" of a database user: denied by the policy's rule "invited-email"/,
    );
    assert.match(stdout, /^ {2}gate +policy$/m);
    assert.match(stdout, /^ {2}rule +invited-email \(rules\[5\]\)$/m);
    assert.match(
      stdout,
      /^ {2}reason +invited-address: it must stay the address the user was invited with$/m,
    );
  });

  it('says what it assumed, and where that changes the answer', async () => {
    const { stdout } = await orgdesk(email);
    assert.match(stdout, /Assumed: --attribute-sync each-login, --provisioning invitation, not --shared, /);
    assert.match(
      stdout,
      /different:\n {2}provisioning open, ordinarily +allowed by the rule "own-identifiers"\n/,
    );
    assert.match(stdout, /\n {2}provisioning open, after an old sign-in +denied by a safeguard: [^\n]+\n$/);
  });

  it('doesn’t list given options as assumptions', async () => {
    const { stdout } = await orgdesk(`${email} --provisioning open --attribute-sync never --shared`);
    assert.match(
      stdout,
      /^self may update "email" of a database user who belongs to other organizations too/,
    );
    assert.match(stdout, /Assumed: signed in just now as themselves, not about the last admin\.\n/);
    assert.match(stdout, /different:\n {2}after an old sign-in +denied by a safeguard: [^\n]+\n$/);
  });

  it('knows the circumstances in which a safeguard says no', async () => {
    const { stdout } = await orgdesk(
      'policy explain --actor admin --connection database --operation user.delete',
    );
    assert.match(stdout, /^admin may do "user\.delete"/);
    assert.match(stdout, /after an old sign-in +denied by a safeguard: it requires a recent sign-in/);
    assert.match(stdout, /of the last admin +denied by a safeguard/);
    assert.match(stdout, /in other organizations too +denied by a safeguard/);
  });

  it('names the gate that is not the policy', async () => {
    const { stdout } = await orgdesk(
      'policy explain --actor self --connection enterprise --field name --action update',
    );
    assert.match(stdout, /^ {2}gate +auth0\n {2}rule +none\n {2}reason +refreshed-at-login: /m);
  });

  it('prints one row of the matrix as JSON', async () => {
    assert.deepEqual(JSON.parse((await orgdesk(`${email} --json`)).stdout), {
      actor: 'self',
      connection: 'database',
      attributeSync: 'each-login',
      provisioning: 'invitation',
      shared: false,
      field: 'email',
      action: 'update',
      effect: 'deny',
      gate: 'policy',
      rule: 'invited-email',
      reason: 'invited-address',
    });
    const operation =
      'policy explain --actor admin --connection social --shared --operation membership.remove --json';
    assert.deepEqual(JSON.parse((await orgdesk(operation)).stdout), {
      actor: 'admin',
      connection: 'social',
      attributeSync: 'each-login',
      provisioning: 'invitation',
      shared: true,
      operation: 'membership.remove',
      effect: 'allow',
      gate: 'policy',
      rule: 'admin-ladder',
      reason: null,
    });
  });

  it('explains the policy of a file', async () => {
    const { stdout } = await orgdesk(
      'policy explain policy.json --actor admin --connection database --field jobTitle --action read',
      { files: { 'policy.json': smallPolicy() } },
    );
    assert.match(
      stdout,
      /^admin may not read "jobTitle" of a database user: denied by the policy, because no rule/,
    );
  });

  const mistakes = [
    ['', /--actor and --connection must be given/],
    ['--actor self', /--connection must be given/],
    ['--actor self --connection database', /either --field and --action or --operation/],
    ['--actor self --connection database --field email', /either --field and --action or --operation/],
    [
      '--actor self --connection database --field email --action read --operation user.delete',
      /either --field and --action or --operation/,
    ],
    [
      '--actor slef --connection database --operation user.delete',
      /--actor cannot be "slef"; did you mean "self"\?\n {2}It is one of self, admin or help-desk\./,
    ],
    ['--actor self --connection databse --operation user.delete', /did you mean "database"\?/],
    ['--actor self --connection database --operation user.delet', /did you mean "user\.delete"\?/],
    ['--actor self --connection database --field emial --action read', /did you mean "email"\?/],
    ['--actor self --connection database --field email --action write', /It is one of read or update\./],
    [
      '--actor self --connection database --operation user.delete --attribute-sync always',
      /--attribute-sync cannot be "always"/,
    ],
    [
      '--actor self --connection database --operation user.delete --provisioning opn',
      /did you mean "open"\?/,
    ],
  ] as const;
  for (const [flags, message] of mistakes) {
    it(`refuses ${flags || 'a question without words'}`, async () => {
      const { status, stdout, stderr } = await orgdesk(`policy explain ${flags}`);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, message);
    });
  }
});
