import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { desiredTenant, toDeployCli, toTerraform } from '../../backend-proxy/src/tenant/index.js';
import type { TenantOptions } from '../../backend-proxy/src/tenant/options.js';
import { signInActionCode } from '../../backend-proxy/src/tenant/sign-in-action.js';
import { parsePolicy } from '../../src/policy/index.js';
import { orgdesk, policyBut, smallPolicy } from '../cli/support.js';

const options: TenantOptions = {
  origin: 'https://acme.eu.auth0.com',
  appUrls: ['https://app.acme.example/people'],
  audience: 'https://api.acme.example',
  name: 'Acme',
  dpop: 'required',
  authTimeClaim: 'https://acme.example/${time}',
  sessionIdClaim: 'https://acme.example/sid',
};
const policy = policyBut(({ actors }) =>
  Object.assign(actors, { 'it-team': { permissions: ['1:do', 'b'] } }),
);
const desired = desiredTenant(parsePolicy(policy), options);

type Resources = Record<string, Record<string, Record<string, unknown>>>;

describe('the Terraform configuration', () => {
  const [file] = toTerraform(desired);
  const text = file?.text ?? '';
  const { resource } = JSON.parse(text) as { resource: Resources };

  it('refers only to resources that it has', () => {
    const references = [...text.matchAll(/(?<!\$)\$\{(auth0_\w+)\.(\w+)\.\w+\}/g)];
    assert.ok(references.length >= 8);
    for (const [whole, type = '', name = ''] of references) assert.ok(resource[type]?.[name], whole);
  });

  it('gives each actor a role with a permission', () => {
    assert.deepEqual(Object.keys(resource['auth0_role'] ?? {}), ['orgdesk_admin', 'orgdesk_it_team']);
    assert.deepEqual(resource['auth0_role_permission']?.['orgdesk_it_team'], {
      role_id: '${auth0_role.orgdesk_it_team.id}',
      resource_server_identifier: '${auth0_resource_server.orgdesk.identifier}',
      permission: '${auth0_resource_server_scope._1_do.scope}',
    });
  });

  it('keeps texts from being evaluated', () => {
    const code = resource['auth0_action']?.['orgdesk']?.['code'] as string;
    assert.ok(code.includes("'https://acme.example/$${time}'"));
    assert.equal(
      code.replaceAll('$${', () => '${'),
      signInActionCode(options),
    );
  });

  it('asks for no optional scope', () => {
    const scopes = resource['auth0_client_grant']?.['orgdesk_proxy']?.['scopes'] as string[];
    const needed = desired.scopes.filter(({ optional }) => !optional).map(({ scope }) => scope);
    assert.deepEqual(scopes, needed);
    assert.ok(needed.length < desired.scopes.length);
  });
});

describe('the configuration for the Deploy CLI', () => {
  const [main, code] = toDeployCli(desired);
  const configuration = JSON.parse((main?.text ?? '').replaceAll(/^#.*\n/gm, '')) as Record<
    string,
    Record<string, unknown>[]
  >;

  it('has the same as the tenant gets', () => {
    assert.deepEqual(Object.keys(configuration), [
      'resourceServers',
      'clients',
      'clientGrants',
      'roles',
      'actions',
      'triggers',
    ]);
    assert.deepEqual(configuration['clients']?.[0], { name: 'Acme app', ...desired.app.settings });
    assert.equal(configuration['clientGrants']?.[0]?.['client_id'], 'Acme proxy');
    assert.equal(configuration['actions']?.[0]?.['code'], `./${code?.name}`);
    assert.equal(code?.text, signInActionCode(options));
  });
});

describe('orgdesk tenant plan --out', () => {
  const line = 'tenant plan p --domain acme.eu.auth0.com --app-url https://app.acme.example/people --out';

  it('writes files, and needs neither a tenant nor credentials', async () => {
    const files = { p: smallPolicy() };
    const { status, stdout, written } = await orgdesk(`${line} terraform`, { files });
    assert.deepEqual([status, stdout, Object.keys(written)], [0, '', ['./orgdesk.tf.json']]);
    const other = await orgdesk(`${line} deploy-cli --to config`, { files });
    assert.deepEqual(Object.keys(other.written), ['config/tenant.yaml', 'config/orgdesk-sign-in-claims.js']);
  });

  it('replaces no file', async () => {
    const files = { p: smallPolicy(), './orgdesk.tf.json': '{}' };
    const { status, stderr, written } = await orgdesk(`${line} terraform`, { files });
    assert.deepEqual([status, written], [2, {}]);
    assert.match(stderr, /orgdesk\.tf\.json: it exists already/);
  });

  it('knows two formats', async () => {
    const { status, stderr } = await orgdesk(`${line} pulumi`, { files: { p: smallPolicy() } });
    assert.equal(status, 2);
    assert.match(stderr, /terraform or deploy-cli/);
  });
});
