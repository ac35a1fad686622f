import type { EmailReceipt, SessionList } from '../contract/account.js';
import type { ActivityPage } from '../contract/activity.js';
import {
  memberOperationPaths,
  type DeprovisionPlan,
  type MemberReceipt,
  type MemberRoles,
  type MemberSecurity,
  type RolesChange,
  type DeprovisionLevel,
} from '../contract/member.js';
import type { CallOptions } from './proxy-client.js';
import { holdsList, readJsonAs } from './read-as.js';
import { jsonRequest, type Send } from './send.js';

/** One attempt at an operation: repeated with the same `key`, it isn't done twice. */
export interface Attempt {
  readonly key: string;
  /** The reason, if the policy requires one. */
  readonly reason?: string;
}

/** Calls for one member of the caller's organization. Every method rejects with a `ProxyProblem`. */
export interface MemberClient {
  /** Returns the response with the profile and the membership, unread: a page and its editor share it. */
  profile(options?: CallOptions): Promise<Response>;
  security(options?: CallOptions): Promise<MemberSecurity>;
  sessions(options?: CallOptions): Promise<SessionList>;
  /** Ends one session: the browser is signed out. */
  endSession(id: string): Promise<void>;
  activity(options?: CallOptions): Promise<ActivityPage>;
  /** Returns what each de-provisioning level would do. Changes nothing. */
  plan(options?: CallOptions): Promise<DeprovisionPlan>;
  deprovision(level: DeprovisionLevel, attempt: Attempt): Promise<MemberReceipt>;
  perform(operation: keyof typeof memberOperationPaths, attempt: Attempt): Promise<MemberReceipt>;
  sendEmail(email: 'password-reset' | 'email-verification', attempt: Attempt): Promise<EmailReceipt>;
  /** Changes roles. @throws `roles_changed` if the member's roles are no longer those in `was`. */
  changeRoles(change: RolesChange): Promise<MemberRoles>;
}

export const memberPath = (userId: string): string => `/v1/members/${encodeURIComponent(userId)}`;

export function createMemberClient(send: Send, userId: string): MemberClient {
  const root = memberPath(userId);
  const post = (path: string, { key, ...attempt }: Attempt, more: object = {}) =>
    send(root + path, jsonRequest('POST', { ...more, ...attempt }, { 'idempotency-key': key }));
  return {
    profile: (options) => send(root, options),
    security: async (options) => readJsonAs(await send(`${root}/security`, options), isSecurity),
    sessions: async (options) => readJsonAs(await send(`${root}/sessions`, options), holdsList('sessions')),
    endSession: async (id) => {
      await send(`${root}/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' });
    },
    activity: async (options) =>
      readJsonAs(
        await send(`/v1/activity?member=${encodeURIComponent(userId)}`, options),
        holdsList('entries'),
      ),
    plan: async (options) => readJsonAs(await send(`${root}/deprovision`, options), isPlan),
    deprovision: async (level, attempt) =>
      readJsonAs(await post('/deprovision', attempt, { level }), isReceipt),
    perform: async (operation, attempt) =>
      readJsonAs(await post(`/${memberOperationPaths[operation]}`, attempt), isReceipt),
    sendEmail: async (email, attempt) =>
      readJsonAs(
        await post(`/${email}`, attempt),
        (value) => typeof Reflect.get(value, 'retryAfter') === 'number',
      ),
    changeRoles: async (change) =>
      readJsonAs(await send(`${root}/roles`, jsonRequest('PUT', change)), holdsList('roles')),
  };
}

const all =
  (...checks: readonly ((value: object) => boolean)[]) =>
  (value: object) =>
    checks.every((check) => check(value));
const mayHoldList = (name: string) => (value: object) =>
  Reflect.get(value, name) === undefined || holdsList(name)(value);
const isSecurity = all(mayHoldList('lockouts'), mayHoldList('methods'));
const isReceipt = all(holdsList('done'), holdsList('notDone'), holdsList('notCovered'));
const isPlan = all(
  holdsList('levels'),
  (value) => typeof Reflect.get(value, 'person') === 'object',
  (value) => typeof Reflect.get(value, 'connection') === 'object',
);
