/** How a group of fields is saved, and what becomes of the form then. Loaded with what only editing needs. */
import { ProxyProblem } from '../../../client/problem.js';
import type { ProfileView } from '../../../contract/profile.js';
import type { Changes, ProfileForm } from './state.js';
import { absorb, changesOf, confirm, isBlocked, leaveGroup, renew, stillToSend } from './edit.js';
import type { ProfileState } from '../profile-state.js';
import type { Session } from '../../session.js';

/** What saving needs of the controller that keeps the form. */
export interface SaveHost {
  form(): ProfileForm;
  /** Why somebody edits on behalf of another, as far as it has been typed. */
  reason(): string;
  connect(): Promise<Session>;
  change(next: (form: ProfileForm) => ProfileForm): void;
  become(state: ProfileState): void;
  /** A refusal for asking too often closes the form for a while. */
  waitFor(problem: ProxyProblem): void;
  onSaved(changed: readonly string[], profile: ProfileView): void;
  onBlocked(group: string): void;
}

/** Sends what changed in one group, and nothing else. */
export async function saveGroup(host: SaveHost, group: string): Promise<void> {
  const form = leaveGroup(host.form(), group);
  host.change(() => form);
  const needsReason = form.profile.auditReason && host.reason() === '';
  if (isBlocked(form, group) || needsReason) return host.onBlocked(group);
  const changes = changesOf(form.draft, form.profile, group);
  if (Object.keys(changes).length === 0) return;
  host.become({ status: 'saving', form, group });
  await send(host, group, changes, { mayRetry: true });
}

async function send(
  host: SaveHost,
  group: string,
  changes: Changes,
  { mayRetry }: { mayRetry: boolean },
): Promise<void> {
  try {
    const { client } = await host.connect();
    // Not aborted with the element: the person pressed Save, and a write cut off may have been done or not.
    const reason = host.form().profile.auditReason && host.reason();
    const stored = await client.profile.update(changes, {
      etag: host.form().etag,
      ...(reason && { reason }),
    });
    accept(host, group, changes, (form) => renew(confirm(form, changes), stored));
  } catch (reason) {
    const problem = ProxyProblem.from(reason);
    const before = host.form();
    const after = absorb(before, changes, problem.problem);
    host.change(() => after);
    const open = problem.code === 'profile_changed' && mayRetry && stillToSend(before, after, changes);
    if (!open) refuse(host, group, problem);
    else if (Object.keys(open).length > 0) await send(host, group, open, { mayRetry: false });
    // The very same values are stored already: by somebody else, or by a save of which the answer was lost.
    else accept(host, group, changes, (form) => form);
  }
}

function accept(
  host: SaveHost,
  group: string,
  changes: Changes,
  next: (form: ProfileForm) => ProfileForm,
): void {
  const form = next(host.form());
  host.become({ status: 'ready', form, notice: null, savedGroup: group });
  host.onSaved(Object.keys(changes), form.profile);
}

function refuse(host: SaveHost, group: string, problem: ProxyProblem): void {
  const saved = problem.problem?.saved ?? [];
  const form = host.form();
  host.become({ status: 'ready', form, notice: { group, problem, saved }, savedGroup: null });
  host.waitFor(problem);
  if (saved.length > 0) host.onSaved(saved, form.profile);
  host.onBlocked(group);
}
