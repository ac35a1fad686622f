/** Second factors and passkeys: https://auth0.com/docs/secure/multi-factor-authentication/manage-mfa-auth0-apis */
import { UsersClient } from 'auth0/users';
import { z } from 'zod';
import type { ManagementAccess } from './access.js';
import { allRows } from './all-rows.js';
import { Auth0Refusal, asUnavailable, type CallContext } from './call.js';
import { done, mediaTypeOf } from './empty-response.js';

export interface Authenticator {
  readonly id: string;
  /** Auth0's own word: `totp`, `phone`, `passkey`, `webauthn-platform`, … */
  readonly type: string;
  readonly name: string | null;
  readonly createdAt: string | null;
  readonly lastUsedAt: string | null;
}

export interface Authenticators {
  list(userId: string, context: CallContext): Promise<readonly Authenticator[]>;
  /** One that is gone already is a success. Auth0 deletes no more than one at a time where a passkey is among them. */
  delete(userId: string, id: string, context: CallContext): Promise<void>;
  /** Browsers in which the person need not show a second factor again. */
  forgetBrowsers(userId: string, context: CallContext): Promise<void>;
}

const text = z.string().nullish().catch(null);
const method = z.object({
  id: z.string(),
  type: z.string(),
  name: text,
  created_at: text,
  last_auth_at: text,
});
const methodsPage = z.object({ authenticators: z.array(method), total: z.number() });

const pageSize = 50;
/** A password, and an address that was proven, are listed too: neither is a second factor. */
const noAuthenticator: ReadonlySet<string> = new Set(['password', 'email-verification']);

export function createAuthenticators({ clientOptions, call }: ManagementAccess): Authenticators {
  const client = new UsersClient(clientOptions);

  const readPage = (userId: string, page: number, context: CallContext) =>
    call(context, {
      kind: 'read',
      answer: methodsPage,
      run: async (options) => {
        const query = { page, per_page: pageSize, include_totals: true };
        return (await client.authenticationMethods.list(userId, query, options)).response;
      },
    }).then(
      ({ authenticators: rows, total }) => ({ rows, total }),
      (reason: unknown) => {
        unlessGone(reason);
        return { rows: [], total: 0 };
      },
    );

  return {
    list: async (userId, context) => {
      const found: Authenticator[] = [];
      for await (const row of allRows((page) => readPage(userId, page, context))) {
        if (!noAuthenticator.has(row.type)) found.push(toAuthenticator(row));
      }
      return found;
    },

    delete: async (userId, id, context) => {
      await call(context, {
        kind: 'write',
        answer: done,
        run: (options) => mediaTypeOf(client.authenticationMethods.delete(userId, id, options)),
      }).catch(unlessGone);
    },

    forgetBrowsers: async (userId, context) => {
      await call(context, {
        kind: 'write',
        answer: done,
        run: (options) => mediaTypeOf(client.multifactor.invalidateRememberBrowser(userId, options)),
      }).catch(unlessGone);
    },
  };
}

function toAuthenticator(row: z.infer<typeof method>): Authenticator {
  return {
    id: row.id,
    type: row.type,
    name: row.name ?? null,
    createdAt: row.created_at ?? null,
    lastUsedAt: row.last_auth_at ?? null,
  };
}

function unlessGone(reason: unknown): void {
  if (!(reason instanceof Auth0Refusal && reason.status === 404)) throw asUnavailable(reason);
}
