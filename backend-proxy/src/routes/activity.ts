/** The activity log: what was done in the organization through the proxy, newest first. */
import type { Context } from 'hono';
import { z } from 'zod';
import type { ActivityEntry, ActivityPage } from '../../../src/contract/index.js';
import { isVisibleForAllMembers, type Attribute, type Policy } from '../../../src/policy/index.js';
import { contactsIn } from '../members/identifier.js';
import type { AuthenticatedEnv } from '../http/request.js';
import type { OrganizationContext } from '../access/authorize-organization.js';
import { ProblemError } from '../http/problem-error.js';
import type { ActivityLogEntry } from '../storage/storage.js';
import type { Services } from '../services.js';

const pageSize = 50;

const query = z.strictObject({
  member: z.string().min(1).max(1000).optional(),
  /** A position in the organization's own log. In another organization it means another entry, so it leaks nothing. */
  cursor: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
});

export function activityRoutes({ settings, storage, authorizeOrganization }: Services) {
  const { policy } = settings;

  async function list(context: Context<AuthenticatedEnv>): Promise<Response> {
    const organization = await authorizeOrganization(context.var, 'activity.read');
    const parsed = query.safeParse(context.req.query());
    if (!parsed.success) throw new ProblemError('query_invalid');
    const { member = null, cursor } = parsed.data;
    const before = cursor === undefined ? null : Number(cursor);
    const { entries, next } = await storage.activity.read(organization.actor.organizationId, {
      userId: member,
      before,
      limit: pageSize,
    });
    const nameIfVisible = visibleNames(policy, organization);
    const answer: ActivityPage = {
      entries: entries.map((entry) => toEntry(entry, nameIfVisible)),
      next: next === null ? null : String(next),
    };
    return context.json(answer);
  }

  return { list };
}

/** Names follow the visibility of profile fields. A name that contains an email address follows that field too. */
function visibleNames(
  policy: Policy,
  { situation }: OrganizationContext,
): (name: string | null) => string | null {
  const { actors, target } = situation;
  const attributes = ['name', 'email', 'phone_number'] as const;
  const visible = new Set<Attribute>(
    attributes.filter((attribute) => isVisibleForAllMembers(policy, actors, target.organization, attribute)),
  );
  return (name) =>
    name !== null && visible.has('name') && contactsIn(name).every((contact) => visible.has(contact))
      ? name
      : null;
}

function toEntry(
  entry: ActivityLogEntry,
  nameIfVisible: (name: string | null) => string | null,
): ActivityEntry {
  const { id, at, actor, actorName, targetUserId, targetName, action, fields, reason } = entry;
  return {
    id,
    at,
    actor: { userId: actor.userId, name: nameIfVisible(actorName), delegated: actor.delegated },
    target: targetUserId === null ? null : { userId: targetUserId, name: nameIfVisible(targetName) },
    action,
    ...(fields && { fields }),
    ...(reason !== undefined && { reason }),
  };
}
