import { policyJsonSchema } from '../policy-schema.js';
import { defineCommand } from '../command.js';
import { exitStatus } from '../exit.js';

export const schema = defineCommand({
  name: 'policy schema',
  summary: 'Print the JSON Schema of policy files, for editors to complete and check with',
  operands: [],
  options: {},
  notes: ['Name it in a policy with "$schema". It knows shapes; "policy check" knows references as well.'],
  async run(_given, { stdout }) {
    stdout(`${JSON.stringify(policyJsonSchema(), null, 2)}\n`);
    return exitStatus.ok;
  },
});
