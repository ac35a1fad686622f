import type { DeletionPlan, DeletionReceipt, MailReceipt, SessionList } from '../contract/account.js';
import { ProxyProblem } from './problem.js';
import type { ProxyClient } from './proxy-client.js';

/** What people do with their account beside editing it. Every method rejects with a {@link ProxyProblem}. */
export interface AccountClient {
  /** `key` names one attempt: repeated with the same one, no second mail is sent. */
  sendMail(mail: 'password-reset' | 'email-verification', key: string): Promise<MailReceipt>;
  sessions(): Promise<SessionList>;
  /** One session, or all but this one. */
  endSessions(id?: string): Promise<void>;
  /** The answer as it is, to be stored as a file. */
  exportAs(format: 'json' | 'html', lang: string): Promise<Blob>;
  planDeletion(): Promise<DeletionPlan>;
  delete(): Promise<DeletionReceipt>;
}

export function createAccountClient({ send }: ProxyClient): AccountClient {
  return {
    sendMail: async (mail, key) =>
      read(await send(`/${mail}`, { method: 'POST', headers: { 'idempotency-key': key } }), isMailReceipt),
    sessions: async () => read(await send('/sessions'), isSessionList),
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
    planDeletion: async () => read(await send('/deletion'), isPlan),
    delete: async () => read(await send('', { method: 'DELETE' }), isReceipt),
  };
}

async function read<T>(response: Response, is: (value: object) => value is T & object): Promise<T> {
  const value: unknown = await response.json().catch(() => null);
  if (typeof value === 'object' && value !== null && is(value)) return value;
  throw new ProxyProblem('answer_invalid', { cause: `status ${response.status} of another shape` });
}

const isMailReceipt = (value: object): value is MailReceipt =>
  typeof (value as Partial<MailReceipt>).retryAfter === 'number';
const isSessionList = (value: object): value is SessionList =>
  Array.isArray((value as Partial<SessionList>).sessions);
const isPlan = (value: object): value is DeletionPlan =>
  typeof (value as Partial<DeletionPlan>).operation === 'object' && 'organization' in value;
const isReceipt = (value: object): value is DeletionReceipt =>
  Array.isArray((value as Partial<DeletionReceipt>).done);
