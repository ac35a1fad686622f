import {
  compareTenant,
  desiredTenant,
  readTenant,
  toDeployCli,
  toTerraform,
  type Item,
} from '../../tenant/index.js';
import { defineCommand, jsonOption, policyOperand } from '../command.js';
import { exitStatus } from '../exit.js';
import { choose } from '../policy/parse-choice.js';
import { painter, type Paint } from '../terminal.js';
import { credentialsNote, readChoices, tenantOptions } from './choices.js';
import { connectTenant } from './connect.js';
import { orExplain } from './explain.js';
import { describeItem, toJson } from './report.js';
import { writeConfiguration } from './write-configuration.js';

export const plan = defineCommand({
  name: 'tenant plan',
  summary: 'Show what an Auth0 tenant lacks, and what "tenant apply" would set up',
  operands: [policyOperand],
  options: {
    ...tenantOptions,
    out: { value: 'FORMAT', help: 'Write the set-up for another tool instead: terraform or deploy-cli' },
    to: { value: 'FOLDER', help: 'With --out: where; default: the current folder' },
    json: jsonOption,
  },
  notes: ['It only reads. With --out, it asks the tenant nothing and needs no credentials.', credentialsNote],
  run: (given, io) =>
    orExplain('tenant plan', io, async () => {
      const { policy, policyName, options, env } = await readChoices(given, io);
      const desired = desiredTenant(policy, options);
      const { out, to = '.' } = given.values;
      if (out !== undefined) {
        const write = formats[choose('out', out, ['terraform', 'deploy-cli'])];
        await writeConfiguration(to, write(desired), io);
        return exitStatus.ok;
      }
      const api = await connectTenant(options.origin, env, io);
      const items = compareTenant(desired, await readTenant(api, desired)).filter(
        ({ status }) => status !== 'ok',
      );
      if (given.values.json) io.stdout(`${JSON.stringify(toJson(items), null, 2)}\n`);
      else {
        io.stderr(`policy: ${policyName}\n`);
        io.stdout(describePlan(items, painter(io)));
      }
      return exitStatus.ok;
    }),
});

const formats = { terraform: toTerraform, 'deploy-cli': toDeployCli } as const;

/** What the command would do, and what is left to people. */
function describePlan(items: readonly Item[], paint: Paint): string {
  const missing = items.filter(({ status }) => status === 'missing');
  const others = items.filter(({ status }) => status !== 'missing');
  const list = (title: string, rows: readonly Item[]) =>
    rows.length === 0 ? '' : `\n${title}\n\n${rows.map((item) => describeItem(item, paint)).join('')}`;
  if (items.length === 0) return 'nothing to do\n';
  const first = missing.length === 0 ? 'nothing to do for "tenant apply"\n' : '';
  return `${first}${list('"tenant apply" would set up', missing)}${list('By hand', others)}`;
}
