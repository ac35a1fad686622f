import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { devTenantApi, realApi } from './apis.js';
import { runScenario } from './scenario.js';

describe('the questions that are asked of a real tenant as well', () => {
  it('have an answer here, and none of them a fault of the server', async () => {
    const findings = await runScenario(await devTenantApi());
    assert.ok(findings.length >= 20);
    const answers = Object.fromEntries(findings.map(({ question, answer }) => [question, answer]));
    assert.deepEqual(
      findings.filter(({ answer }) => answer.startsWith('5')),
      [],
    );
    assert.equal(answers['a user'], '200 {email user_id}');
    assert.equal(answers['members from a checkpoint'], '200 {members next}');
    assert.match(String(answers['members past the wall']), /^400 invalid_paging: /);
    assert.match(
      String(answers['two changes that exclude each other']),
      /^400 invalid_body: Cannot update username/,
    );
  });

  it('need five variables for a real one, and name those that are missing', async () => {
    const missing = await realApi({ ORGDESK_CONFORMANCE_DOMAIN: 'tenant.example' });
    assert.deepEqual(missing, [
      'ORGDESK_CONFORMANCE_CLIENT_ID',
      'ORGDESK_CONFORMANCE_CLIENT_SECRET',
      'ORGDESK_CONFORMANCE_ORGANIZATION',
      'ORGDESK_CONFORMANCE_USER_ID',
    ]);
  });
});
