import { z } from 'zod';
import { seedShape } from './seed-shape.js';

/** JSON Schema (draft 2020-12) of a seed file. */
export function seedJsonSchema(): Record<string, unknown> {
  const { $schema, ...shape } = z.toJSONSchema(seedShape, { io: 'input', unrepresentable: 'any' });
  return {
    $schema,
    $id: 'urn:orgdesk:seed:1',
    title: 'Orgdesk seed',
    description: 'A world for the dev tenant: organizations, connections, roles, and who is in them',
    ...shape,
  };
}
