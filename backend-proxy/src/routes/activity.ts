/** The activity log: what was done, tried, and refused in the organization through the proxy, newest first. */
import type { Context } from 'hono';
import { z } from 'zod';
import type { ActivityEntry, ActivityPage, AuditAction, AuditChange } from '../../../src/contract/index.js';
import {
  isVisibleForAllMembers,
  maskValue,
  operationsWith,
  type Attribute,
  type Policy,
} from '../../../src/policy/index.js';
import { activityHeading, toActivityLine } from '../audit/columns.js';
import { recordAuditEntry } from '../audit/record.js';
import { contactsIn } from '../members/identifier.js';
import { messagesIn, negotiateLanguage } from '../messages/negotiate.js';
import { logBrokenOff, streamPages, takeExportSlot } from '../http/export-stream.js';
import { loggedRequestOf, type AuthenticatedEnv } from '../http/request.js';
import type { OrganizationContext } from '../access/authorize-organization.js';
import { ProblemError } from '../http/problem-error.js';
import type { ActivityLogEntry, ActivityQuery } from '../storage/storage.js';
import type { Services } from '../services.js';

const pageSize = 50;
const exportPageSize = 500;

/** The actions besides operations. A record, so that the compiler names one that is missing. */
const otherActions: Readonly<
  Record<Exclude<AuditAction, ReturnType<typeof auditedOperations>[number]>, true>
> = {
  'bulk.run': true,
  'profile.update': true,
  'profile.deletion-request': true,
  'profile.deletion-cancel': true,
  'field.reveal': true,
  'invitation.link': true,
  'activity.export': true,
};
function auditedOperations() {
  return operationsWith('audited');
}
const actions = [...auditedOperations(), ...(Object.keys(otherActions) as (keyof typeof otherActions)[])];

/** Entries have times in UTC with milliseconds, which compare as text. */
const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());

const filters = z.strictObject({
  member: z.string().min(1).max(1000).optional(),
  action: z.enum(actions).optional(),
  from: time.optional(),
  to: time.optional(),
});

export const activityQuery = filters.extend({
  /** A position in the organization's own log. In another organization it means another entry, so it leaks nothing. */
  cursor: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
});

/** `lang` is the language of the headings: {@link negotiateLanguage} reads it. */
export const activityExportQuery = filters.extend({
  format: z.enum(['csv', 'jsonl']).default('csv'),
  lang: z.string().max(100).optional(),
});

export function activityRoutes(services: Services) {
  const { settings, storage, revalidatePermissions, authorizeOrganization } = services;
  const { policy } = settings;

  async function list(context: Context<AuthenticatedEnv>): Promise<Response> {
    const organization = await authorizeOrganization(context.var, 'activity.read');
    const parsed = activityQuery.safeParse(context.req.query());
    if (!parsed.success) throw new ProblemError('query_invalid');
    const { cursor, ...given } = parsed.data;
    const before = cursor === undefined ? null : Number(cursor);
    const { entries, next } = await storage.activity.read(organization.actor.organizationId, {
      ...toQuery(given),
      before,
      limit: pageSize,
    });
    const answer: ActivityPage = {
      entries: entries.map(entriesFor(policy, organization)),
      next: next === null ? null : String(next),
    };
    return context.json(answer);
  }

  /** Streams the log, newest first, so that a large one needs no memory. */
  async function download(context: Context<AuthenticatedEnv>): Promise<Response> {
    const startedAt = Date.now();
    // A long export must not run into the maximum age of the sign-in.
    const actor = { ...context.get('actor'), requestTime: Math.floor(startedAt / 1000) };
    const { correlationId } = context.get('call');
    const organization = await authorizeOrganization({ actor, call: context.get('call') }, 'activity.read');
    const parsed = activityExportQuery.safeParse(context.req.query());
    if (!parsed.success) throw new ProblemError('query_invalid');
    const { format, lang: _, ...given } = parsed.data;
    const language = negotiateLanguage(context);
    const headers = {
      'content-type':
        format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/jsonl; charset=utf-8',
      'content-disposition': `attachment; filename="activity-${new Date().toISOString().slice(0, 10)}.${format}"`,
      'content-language': language,
      'cache-control': 'no-store',
    };
    if (context.req.method === 'HEAD') return context.body(null, 200, headers);
    const { organizationId } = actor;
    const toEntry = entriesFor(policy, organization);
    const readPage = async (before: number | null) => {
      const page = { ...toQuery(given), before, limit: exportPageSize };
      const { entries, next } = await storage.activity.read(organizationId, page);
      const shown = entries.map(toEntry);
      const text =
        format === 'csv'
          ? shown.map(toActivityLine).join('')
          : shown.map((entry) => `${JSON.stringify(entry)}\n`).join('');
      return { text, next };
    };
    const readNext = async (before: number) => {
      const call = { correlationId, deadline: Date.now() + settings.deadlineMs, organizationId };
      // An actor who is blocked, removed, or demoted meanwhile reads no further.
      const current = { actor: await revalidatePermissions(actor, call), call };
      await authorizeOrganization(current, 'activity.read');
      return readPage(before);
    };
    const onFailure = (reason: unknown) =>
      logBrokenOff(settings.log, loggedRequestOf(context), startedAt, reason);
    const onEnd = await takeExportSlot(storage, organizationId);
    try {
      // Before the first page, so that the file of everything has it too.
      await recordAuditEntry(settings, context, { targetUserId: null, action: 'activity.export' });
      const first = await readPage(null);
      const heading = format === 'csv' ? activityHeading(messagesIn(language)) : '';
      const start = { ...first, text: heading + first.text };
      return context.body(streamPages(start, readNext, { onFailure, onEnd }), 200, headers);
    } catch (reason) {
      await onEnd();
      throw reason;
    }
  }

  return { list, download };
}

function toQuery({
  member,
  action,
  from,
  to,
}: z.output<typeof filters>): Omit<ActivityQuery, 'before' | 'limit'> {
  return { userId: member ?? null, action: action ?? null, from: from ?? null, to: to ?? null };
}

/** Returns what the reader may see of an entry. Names, addresses and values follow the visibility of profile fields. */
function entriesFor(
  policy: Policy,
  { situation }: OrganizationContext,
): (entry: ActivityLogEntry) => ActivityEntry {
  const { actors, target } = situation;
  const isVisible = (attribute: Attribute) =>
    isVisibleForAllMembers(policy, actors, target.organization, attribute);
  const attributes = ['name', 'email', 'phone_number'] as const;
  const visible = new Set<Attribute>(attributes.filter(isVisible));
  // A text that contains an email address follows that field too.
  const isOpen = (text: string) => contactsIn(text).every((contact) => visible.has(contact));
  const nameIfVisible = (name: string | null) =>
    name !== null && visible.has('name') && isOpen(name) ? name : null;
  const isShown = ({ field, from, to }: AuditChange) =>
    visibleFields.has(field) && [from, to].flat().every((value) => isOpen(String(value)));
  const visibleFields = new Set(
    Object.entries(policy.fields).flatMap(([field, { attribute }]) => (isVisible(attribute) ? [field] : [])),
  );
  const labelled = (change: AuditChange) => ({
    ...change,
    label: policy.fields[change.field]?.label ?? { en: change.field },
  });
  const labelsOf = (fields: readonly string[]) =>
    Object.fromEntries(
      fields.flatMap((field) => {
        const label = Object.hasOwn(policy.fields, field) && policy.fields[field]?.label;
        return label ? [[field, label]] : [];
      }),
    );
  const emailOf = (email: string) => (visible.has('email') ? email : maskValue('email', email));
  return ({
    id,
    at,
    requestId,
    actor,
    actorName,
    targetUserId,
    targetName,
    invitationId,
    email,
    action,
    outcome,
    problem,
    fields,
    changes,
    roles,
    reason,
  }) => ({
    id,
    at,
    requestId,
    actor: { userId: actor.userId, name: nameIfVisible(actorName), delegated: actor.delegated },
    target: targetUserId === null ? null : { userId: targetUserId, name: nameIfVisible(targetName) },
    ...((invitationId !== undefined || email !== undefined) && {
      invitation: { id: invitationId ?? null, email: email === undefined ? null : emailOf(email) },
    }),
    action,
    outcome,
    ...(problem && { problem }),
    ...(fields && { fields, fieldLabels: labelsOf(fields) }),
    ...(changes && { changes: changes.filter(isShown).map(labelled) }),
    ...(roles && { roles }),
    ...(reason !== undefined && { reason }),
  });
}
