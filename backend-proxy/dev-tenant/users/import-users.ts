import type { Context } from 'hono';
import { z } from 'zod';
import { connectionClass, isExternalStore } from '../connection-class.js';
import type { Connection } from '../directory.js';
import { ManagementError } from '../errors.js';
import type { JobDetails, JobError } from '../jobs.js';
import { parseBody } from '../management/validation.js';
import type { TenantState } from '../state.js';
import { createUser, newUser } from './create-user.js';
import { existingConnection } from './export-users.js';
import { mergeMetadata } from './metadata.js';

const maxBytes = 512_000;
const connectionId = z.object({ connection_id: z.string().regex(/^con_[A-Za-z0-9]{16}$/) });

interface ImportRequest {
  readonly connection: Connection;
  readonly users: readonly unknown[];
  readonly upsert: boolean;
  readonly external_id: string | undefined;
}

/** Form of an import: https://auth0.com/docs/manage-users/user-migration/bulk-user-imports */
export async function readImport(tenant: TenantState, c: Context): Promise<ImportRequest> {
  const form = await c.req.parseBody().catch(() => undefined);
  if (!form) throw refused("Payload validation error: 'Invalid multipart payload format'.");
  const { users, connection_id, upsert, external_id } = form;
  if (users === undefined) throw refused("Must provide 'users' file as multipart part.");
  if (connection_id === undefined) throw refused("Must provide 'connection_id' as multipart part.");
  const connection = existingConnection(tenant, parseBody(connectionId, { connection_id }).connection_id);
  if (connectionClass(connection.strategy) !== 'database')
    throw refused('Connection must be a database connection.');
  if (isExternalStore(connection)) {
    throw refused('Custom Database Connections without import mode are not allowed.');
  }
  const text = users instanceof Blob ? await users.text() : typeof users === 'string' ? users : '';
  if (text.trim() === '') throw refused('Users file must not be empty.');
  if (text.length > maxBytes) {
    throw new ManagementError(413, `Payload content length greater than maximum allowed: ${maxBytes}`);
  }
  return {
    connection,
    users: rowsOf(text),
    upsert: upsert === 'true',
    external_id: typeof external_id === 'string' ? external_id : undefined,
  };
}

function rowsOf(text: string): readonly unknown[] {
  try {
    return z.array(z.unknown()).parse(JSON.parse(text));
  } catch {
    throw refused('Failed to parse users file JSON when importing users. Make sure it is valid JSON.');
  }
}

/** Properties that a file can contain in addition to the API's. */
const imported = newUser.extend({
  password_hash: z.string().optional(),
  custom_password_hash: z.unknown().optional(),
});
const unknownPassword = 'imported-without-a-password';

/** Rejected users are listed with the reason and don't affect the others. */
export function importUsers(
  tenant: TenantState,
  { connection, users, upsert }: ImportRequest,
): { summary: NonNullable<JobDetails['summary']>; errors: JobError[] } {
  const errors: JobError[] = [];
  const counts = { inserted: 0, updated: 0 };
  for (const row of users) {
    try {
      counts[importOne(tenant, connection, row, upsert)] += 1;
    } catch (error) {
      if (!(error instanceof ManagementError)) throw error;
      const user = typeof row === 'object' && row !== null ? { ...row } : { value: row };
      errors.push({ user, errors: [{ code: codeOf(error), message: error.message }] });
    }
  }
  return { summary: { ...counts, failed: errors.length, total: users.length }, errors };
}

function importOne(
  tenant: TenantState,
  connection: Connection,
  row: unknown,
  upsert: boolean,
): 'inserted' | 'updated' {
  const { password_hash: _, custom_password_hash: __, ...given } = parseBody(imported, row);
  const known = tenant.directory
    .usersIdentifiedBy(given.email ?? '')
    .find(({ identities }) => identities[0]?.connection === connection.name);
  if (!known || !upsert) {
    createUser(tenant, connection, { password: unknownPassword, verify_email: false, ...given });
    return 'inserted';
  }
  const {
    user_id: ___,
    password: ____,
    verify_email: _____,
    user_metadata,
    app_metadata,
    ...attributes
  } = given;
  tenant.directory.changeUser(known.user_id, (user) => {
    Object.assign(user, attributes, { updated_at: tenant.clock.timestamp() });
    if (user_metadata) user.user_metadata = mergeMetadata(user.user_metadata, user_metadata);
    if (app_metadata) user.app_metadata = mergeMetadata(user.app_metadata, app_metadata);
  });
  return 'updated';
}

/** Auth0 mentions error codes such as these but doesn't list them. */
function codeOf({ status }: ManagementError): string {
  return status === 409 ? 'DUPLICATED_USER' : 'INVALID_FORMAT';
}

function refused(message: string): ManagementError {
  return new ManagementError(400, message, 'invalid_body');
}
