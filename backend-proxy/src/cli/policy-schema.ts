import { z } from 'zod';
import { policySchema } from '../../../src/policy/index.js';

/** The JSON Schema (draft 2020-12) of a policy as it is written, made from what `parsePolicy` checks. */
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
