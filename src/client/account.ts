import type {
  DeletionPlan,
  DeletionReceipt,
  EmailReceipt,
  PendingDeletion,
  SessionList,
} from '../contract/account.js';
import type { RevealedValue } from '../contract/member.js';
import { ProxyProblem } from './problem.js';
import type { ProxyClient } from './proxy-client.js';
import { holdsList, readJsonAs } from './read-as.js';
import { jsonRequest } from './send.js';

/** Calls for a user's own account, other than its profile. Every method rejects with a {@link ProxyProblem}. */
export interface AccountClient {
  /** Sends an email. `key` names one attempt: repeated with the same key, no second email is sent. */
  sendEmail(email: 'password-reset' | 'email-verification', key: string): Promise<EmailReceipt>;
  sessions(): Promise<SessionList>;
  /** Ends one session, or all but the current one. */
  endSessions(id?: string): Promise<void>;
  /** Returns the user's data as a file. */
  exportAs(format: 'json' | 'html', lang: string): Promise<Blob>;
  planDeletion(): Promise<DeletionPlan>;
  /** Deletes the account, at once or on a later day. */
  delete(): Promise<DeletionReceipt | PendingDeletion>;
  /** Returns the full value of a masked field. The proxy records who requested it. */
  reveal(field: string): Promise<RevealedValue>;
  /** Cancels a deletion that hasn't happened yet. */
  keep(): Promise<void>;
}

export function createAccountClient({ send }: ProxyClient): AccountClient {
  return {
    sendEmail: async (email, key) =>
      readJsonAs<EmailReceipt>(
        await send(`/${email}`, { method: 'POST', headers: { 'idempotency-key': key } }),
        isEmailReceipt,
      ),
    sessions: async () => readJsonAs<SessionList>(await send('/sessions'), holdsList('sessions')),
    endSessions: async (id) => {
      await send(`/sessions${id === undefined ? '' : `/${encodeURIComponent(id)}`}`, { method: 'DELETE' });
    },
    exportAs: async (format, lang) => {
      const accept = format === 'html' ? 'text/html' : 'application/json';
      const answer = await send(`/export?lang=${encodeURIComponent(lang)}`, { headers: { accept } });
      return answer.blob().catch((cause: unknown) => {
        throw new ProxyProblem('proxy_unreachable', { cause });
      });
    },
    planDeletion: async () => readJsonAs<DeletionPlan>(await send('/deletion'), isPlan),
    delete: async () =>
      readJsonAs<DeletionReceipt | PendingDeletion>(await send('', { method: 'DELETE' }), isOutcome),
    reveal: async (field) =>
      readJsonAs<RevealedValue>(
        await send('/reveal', jsonRequest('POST', { field })),
        (value) => 'value' in value,
      ),
    keep: async () => {
      await send('/deletion', { method: 'DELETE' });
    },
  };
}

const isEmailReceipt = (value: object) => typeof (value as Partial<EmailReceipt>).retryAfter === 'number';
const isOutcome = (value: object) => 'dueAt' in value || holdsList('done')(value);
const isPlan = (value: object) =>
  typeof (value as Partial<DeletionPlan>).operation === 'object' && 'organization' in value;
