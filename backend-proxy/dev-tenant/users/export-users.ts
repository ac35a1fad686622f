import { z } from 'zod';
import type { Connection } from '../directory.js';
import { ManagementError } from '../errors.js';
import type { JobDetails } from '../jobs.js';
import type { TenantState } from '../state.js';
import type { User } from './user.js';

export const exportRequest = z.strictObject({
  connection_id: z
    .string()
    .regex(/^con_[A-Za-z0-9]{16}$/)
    .optional(),
  format: z.enum(['json', 'csv']).optional(),
  limit: z.int().min(1).optional(),
  fields: z
    .array(z.strictObject({ name: z.string().max(100), export_as: z.string().max(100).optional() }))
    .optional(),
});

export function existingConnection({ directory }: TenantState, id: string): Connection {
  const connection = directory.connections.find((each) => each.id === id);
  if (!connection) throw new ManagementError(400, 'The connection does not exist.', 'invalid_body');
  return connection;
}

/** Exports one user per line, as JSON or CSV: https://auth0.com/docs/manage-users/user-migration/bulk-user-exports */
export function exportUsers({ directory }: TenantState, details: JobDetails): string {
  const { connection_id, limit, format = 'csv' } = details;
  const fields = details.fields ?? [{ name: 'user_id' }, { name: 'email' }, { name: 'name' }];
  const name = directory.connections.find(({ id }) => id === connection_id)?.name;
  const users = directory
    .listedUsers()
    .filter((user) => name === undefined || user.identities[0]?.connection === name)
    .slice(0, limit);
  const headings = fields.map(({ name, export_as }) => export_as ?? name);
  const rows = users.map((user) => fields.map((field) => valueAt(user, field.name)));
  if (format === 'csv') return [headings, ...rows].map((row) => `${row.map(quote).join(',')}\n`).join('');
  return rows
    .map(
      (row) => `${JSON.stringify(Object.fromEntries(headings.map((heading, at) => [heading, row[at]])))}\n`,
    )
    .join('');
}

function valueAt(user: Readonly<User>, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, key)
          ? (value as Record<string, unknown>)[key]
          : undefined,
      user,
    );
}

function quote(value: unknown): string {
  if (value === undefined || value === null) return '';
  return `"${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('"', '""')}"`;
}
