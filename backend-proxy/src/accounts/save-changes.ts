/** Stores a validated patch in as few calls as Auth0 allows, and reports a partial save. */
import { isStored, type Change } from '../../../src/policy/index.js';
import {
  watchWrites,
  type CallContext,
  type Management,
  type User,
  type UserUpdate,
  type WatchedCall,
} from '../management/index.js';
import type { Services } from '../services.js';
import { ProblemError } from '../http/problem-error.js';
import { startAddressEmail } from './send-email.js';

export type SaveOutcome =
  | {
      readonly complete: true;
      readonly user: User;
      /** Auth0 sent an email to a new address. */
      readonly emailSent: boolean;
    }
  /** The first call succeeded, the second failed. */
  | {
      readonly complete: false;
      readonly user: User;
      readonly saved: readonly string[];
      readonly problem: ProblemError;
    };

type SaveServices = Pick<Services, 'management' | 'storage'>;

export async function saveChanges(
  services: SaveServices,
  { userId, values }: Pick<User, 'userId' | 'values'>,
  changes: readonly Change[],
  call: CallContext,
): Promise<SaveOutcome> {
  const [first = [], ...rest] = planCalls(changes);
  let { user, emailSent } = await store(services, userId, { changes: first, values }, call);
  const saved = first.map((change) => change.field);
  for (const step of rest) {
    try {
      ({ user, emailSent } = await store(services, userId, { changes: step, values: user.values }, call));
    } catch (problem) {
      if (problem instanceof ProblemError) return { complete: false, user, saved, problem };
      throw problem;
    }
    saved.push(...step.map((change) => change.field));
  }
  return { complete: true, user, emailSent };
}

/** Stores in one call. A new address makes Auth0 send an email, at most one within its cool-down. */
async function store(
  { management, storage }: SaveServices,
  userId: string,
  update: UserUpdate,
  call: CallContext,
): Promise<{ readonly user: User; readonly emailSent: boolean }> {
  const watched = watchWrites(call);
  const address = update.changes.find(({ attribute }) => attribute === 'email')?.value ?? null;
  if (address === null) return { user: await write(management, userId, update, watched), emailSent: false };
  const email = await startAddressEmail(storage, userId, String(address));
  const verifiesEmail = !email.mayBeSent;
  const user = await write(management, userId, { ...update, verifiesEmail }, watched).catch(
    async (reason: unknown) => {
      if (!watched.mayHaveWritten(reason)) await email.cancel();
      throw reason;
    },
  );
  await email.confirm();
  return { user, emailSent: verifiesEmail };
}

/** If the outcome is unknown, reads the user to find out whether the write was applied. */
async function write(
  management: Management,
  userId: string,
  update: UserUpdate,
  { call, mayHaveWritten }: WatchedCall,
): Promise<User> {
  try {
    return await management.users.update(userId, update, call);
  } catch (problem) {
    if (!mayHaveWritten(problem)) throw problem;
    const user = await management.users.read(userId, call).catch(() => null);
    const wasApplied = update.changes.every(({ attribute, value }) =>
      isStored(user?.values ?? {}, attribute, value),
    );
    if (user && wasApplied) return user;
    throw problem;
  }
}

/**
 * Splits the changes into calls. Auth0 rejects username and email in one call, and doesn't document email with phone
 * number. The email goes last, because a new one ends the person's sessions.
 * https://auth0.com/docs/api/management/v2/users/patch-users-by-id
 */
function planCalls(changes: readonly Change[]): readonly (readonly Change[])[] {
  const isEmail = ({ attribute }: Change) => attribute === 'email';
  const collides = changes.some(({ attribute }) => attribute === 'username' || attribute === 'phone_number');
  if (!collides || !changes.some(isEmail)) return [changes];
  return [changes.filter((change) => !isEmail(change)), changes.filter(isEmail)];
}
