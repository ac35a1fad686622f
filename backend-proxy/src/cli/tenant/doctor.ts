import {
  compareTenant,
  dashboardOf,
  desiredTenant,
  isUnmet,
  organizationItems,
  readOrganizations,
  readTenant,
} from '../../tenant/index.js';
import { defineCommand, jsonOption, policyOperand } from '../command.js';
import { exitStatus } from '../exit.js';
import { count, painter } from '../terminal.js';
import { credentialsNote, readChoices, tenantOptions } from './choices.js';
import { connectTenant } from './connect.js';
import { orExplain } from './explain.js';
import { describeItem, toJson } from './report.js';

export const doctor = defineCommand({
  name: 'tenant doctor',
  summary: 'Check an Auth0 tenant for everything that the product needs',
  operands: [policyOperand],
  options: {
    ...tenantOptions,
    organization: { value: 'NAME', help: 'Check this organization; default: the first ten' },
    json: jsonOption,
  },
  notes: [
    'It only reads. Each line is ok, missing (apply sets it up), manual (only you can), advice (not needed), or unknown (the\n' +
      'token may not read it). Exit status 1 if something is missing, manual, or unknown.',
    credentialsNote,
  ],
  run: (given, io) =>
    orExplain('tenant doctor', io, async () => {
      const { policy, options, env } = await readChoices(given, io);
      const desired = desiredTenant(policy, options);
      const api = await connectTenant(options.origin, env, io);
      const current = await readTenant(api, desired);
      const { read, hasMore } = await readOrganizations(api, desired, current, given.values.organization);
      const items = [
        ...compareTenant(desired, current),
        ...organizationItems(read, dashboardOf(options.origin)),
      ];
      const unmet = items.filter(isUnmet);
      const paint = painter(io);
      if (given.values.json) {
        io.stdout(`${JSON.stringify({ ok: unmet.length === 0, items: toJson(items) }, null, 2)}\n`);
      } else {
        io.stdout(items.map((item) => describeItem(item, paint)).join(''));
        io.stdout(`\n${summarize(items.length, unmet.length)}\n`);
      }
      if (hasMore) io.stderr(`only the first ${read.length} organizations were checked\n`);
      return unmet.length === 0 ? exitStatus.ok : exitStatus.refused;
    }),
});

function summarize(all: number, unmet: number): string {
  return unmet === 0 ? `${count(all, 'check')}: the tenant is ready` : `${unmet} of ${all} checks failed`;
}
