/** `orgdesk policy schema`: prints the JSON Schema of policy files. */
import { z } from 'zod';
import { policySchema } from '../../../../src/policy/index.js';
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

/** Returns the JSON Schema (draft 2020-12) of a policy file, derived from the schema that `parsePolicy` checks. */
export function policyJsonSchema(): Record<string, unknown> {
  const { $schema, ...shape } = z.toJSONSchema(policySchema, { io: 'input' });
  return {
    $schema,
    $id: 'urn:orgdesk:policy:1',
    title: 'Orgdesk policy',
    description:
      'Who may read and change which field, and do what, in the members and profiles of an organization',
    ...shape,
  };
}
