import type { DeletionPlan, DeletionReceipt, SessionList } from '../../src/contract/account.js';
import type { ProfileView } from '../../src/contract/profile.js';
import type { OperationView } from '../../src/policy/views/view.js';
import type { ProfileEditorHarness } from '../harness/profile-editor.js';
import { database } from './profiles.js';
import { ProxyStub } from './stub.js';
import { openEditor } from './support.js';

const operation = (name: OperationView['name'], more: Partial<OperationView> = {}): OperationView => ({
  name,
  allowed: true,
  consequences: [],
  ...more,
});

export const deletes = operation('profile.delete', {
  consequences: ['removes-account', 'removes-memberships', 'ends-all-sessions', 'keeps-other-systems'],
  stepUp: { maxAge: 300 },
});

/** All operations of a user's own account. */
export const everything: readonly OperationView[] = [
  operation('password.reset'),
  operation('email.verify'),
  operation('sessions.read'),
  operation('sessions.revoke'),
  operation('profile.export'),
  deletes,
];

export const withOperations = (operations: readonly OperationView[]): ProfileView => ({
  ...database,
  operations,
});

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

export const sessionList: SessionList = {
  available: true,
  sessions: [
    {
      id: 'this',
      current: true,
      userAgent: firefox,
      ip: '192.0.2.1',
      signedInAt: '2026-11-24T08:00:00.000Z',
      lastUsedAt: '2026-11-24T09:00:00.000Z',
      expiresAt: null,
    },
    {
      id: 'phone',
      current: false,
      userAgent: safari,
      ip: '198.51.100.7',
      signedInAt: null,
      lastUsedAt: '2026-11-20T09:00:00.000Z',
      expiresAt: null,
    },
    {
      id: 'old',
      current: false,
      userAgent: null,
      ip: null,
      signedInAt: null,
      lastUsedAt: null,
      expiresAt: null,
    },
  ],
};

export const plan: DeletionPlan = {
  operation: deletes,
  organization: { id: 'org_globex', name: 'globex', displayName: 'Globex' },
  otherOrganizations: 2,
  delayDays: 0,
};

export const receipt: DeletionReceipt = {
  id: 'receipt-1',
  deletedAt: '2026-11-24T10:00:00.000Z',
  userId: 'auth0|grace',
  done: ['account', 'memberships', 'sessions'],
  notDone: ['other-systems', 'backups', 'issued-access-tokens'],
  accessTokensUntil: '2026-11-25T10:00:00.000Z',
};

/** A proxy on which every operation succeeds. */
export function accountProxy(operations = everything): ProxyStub {
  const proxy = new ProxyStub(withOperations(operations));
  proxy.answerAt('GET /sessions', () => Response.json(sessionList));
  proxy.answerAt('DELETE /sessions', () => new Response(null, { status: 204 }));
  proxy.answerAt('DELETE /sessions/phone', () => new Response(null, { status: 204 }));
  for (const email of ['password-reset', 'email-verification']) {
    proxy.answerAt(`POST /${email}`, () => Response.json({ retryAfter: 60 }, { status: 202 }));
  }
  proxy.answerAt('GET /export', () => Response.json({ exported: true }));
  proxy.answerAt('GET /deletion', () => Response.json(plan));
  proxy.answerAt('DELETE ', () => Response.json(receipt));
  return proxy;
}

export async function openAccount(
  proxy = accountProxy(),
  options: Parameters<typeof openEditor>[1] = {},
): Promise<ProfileEditorHarness> {
  const editor = await openEditor(proxy, options);
  await editor.accountReady();
  return editor;
}
