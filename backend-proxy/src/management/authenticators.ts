/** Second factors and passkeys. https://auth0.com/docs/secure/multi-factor-authentication/manage-mfa-auth0-apis */
import { z } from 'zod';
import type { ManagementApi } from './api.js';
import { asUnavailable, failUnavailable, isNotFound } from './auth0-refusal.js';
import { empty } from './expected-response.js';
import type { CallContext } from './http.js';
import { lenient } from './mappers/lenient.js';
import { untilGone } from './outcome.js';
import { allRows, jsonRows, noRows, offsetPage } from './rows.js';

export interface Authenticator {
  readonly id: string;
  /** Auth0's name for it: `totp`, `phone`, `passkey`, `webauthn-platform`, … */
  readonly type: string;
  readonly name: string | null;
  readonly createdAt: string | null;
  readonly lastUsedAt: string | null;
}

export interface Authenticators {
  list(userId: string, context: CallContext): Promise<readonly Authenticator[]>;
  /**
   * Deletes one authenticator. Succeeds if it doesn't exist. Auth0 refuses to delete all at once if one of them is a
   * passkey.
   */
  delete(userId: string, id: string, context: CallContext): Promise<void>;
  /** Requires a second factor again in browsers that the user marked as trusted. */
  forgetBrowsers(userId: string, context: CallContext): Promise<void>;
}

const text = lenient(z.string());
const methodSchema = z.object({
  id: z.string(),
  // Of a type with another shape, at least the id is known, so it can be deleted.
  type: z.string().catch('unknown'),
  name: text,
  created_at: text,
  last_auth_at: text,
});

/** Auth0 lists passwords and verified addresses too; neither is a second factor. */
const noAuthenticator: ReadonlySet<string> = new Set(['password', 'email-verification']);

export function createAuthenticators(api: ManagementApi): Authenticators {
  const readPage = (userId: string, page: number, context: CallContext) =>
    api(context, {
      method: 'GET',
      path: ['users', userId, 'authentication-methods'],
      query: offsetPage(page),
      expect: jsonRows('authenticators', methodSchema),
    }).catch((reason: unknown) => {
      if (isNotFound(reason)) return noRows;
      throw asUnavailable(reason);
    });

  async function list(userId: string, context: CallContext): Promise<readonly Authenticator[]> {
    const found: Authenticator[] = [];
    for await (const row of allRows((page) => readPage(userId, page, context))) {
      if (!noAuthenticator.has(row.type)) found.push(toAuthenticator(row));
    }
    return found;
  }

  return {
    list,

    delete: (userId, id, context) =>
      untilGone(
        api(context, {
          method: 'DELETE',
          path: ['users', userId, 'authentication-methods', id],
          expect: empty(204),
        }),
        async () => (await list(userId, context)).every((left) => left.id !== id),
      ),

    forgetBrowsers: async (userId, context) => {
      const path = ['users', userId, 'multifactor', 'actions', 'invalidate-remember-browser'];
      // The endpoint has no read beside it, so an unknown outcome stays unknown.
      await api(context, { method: 'POST', path, expect: empty(204) }).catch(failUnavailable);
    },
  };
}

function toAuthenticator(row: z.infer<typeof methodSchema>): Authenticator {
  return {
    id: row.id,
    type: row.type,
    name: row.name,
    createdAt: row.created_at,
    lastUsedAt: row.last_auth_at,
  };
}
