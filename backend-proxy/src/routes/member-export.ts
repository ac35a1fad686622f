/** CSV export of the organization's members, with the same filters as the list. */
import type { Context } from 'hono';
import { z } from 'zod';
import { exportMembers } from '../members/export.js';
import { recordAuditEntry } from '../audit/record.js';
import { logBrokenOff, takeExportSlot } from '../http/export-stream.js';
import { loggedRequestOf, type AuthenticatedEnv } from '../http/request.js';
import { ProblemError } from '../http/problem-error.js';
import { negotiateLanguage } from '../messages/negotiate.js';
import { memberFilterQuery } from './members.js';
import type { Services } from '../services.js';

const operation = 'members.export';

/** `lang` is the language of the headings: {@link negotiateLanguage} reads it. */
export const memberExportQuery = memberFilterQuery.extend({ lang: z.string().max(100).optional() });

export function memberExportRoutes(services: Services) {
  const { settings, storage, revalidatePermissions, authorizeOrganization } = services;

  async function download(context: Context<AuthenticatedEnv>): Promise<Response> {
    const startedAt = Date.now();
    const identified = context.get('actor');
    // A long export must not run into the maximum age of the sign-in.
    const actor = { ...identified, requestTime: Math.floor(startedAt / 1000) };
    const { correlationId } = context.get('call');
    const organization = await authorizeOrganization({ actor, call: context.get('call') }, operation);
    const parsed = memberExportQuery.safeParse(context.req.query());
    if (!parsed.success) throw new ProblemError('query_invalid');
    // The file has an order of its own: sorting is a search, which ends after 1,000 members.
    const { sort: _, lang: __, ...query } = parsed.data;

    async function nextPage() {
      const deadline = Date.now() + settings.deadlineMs;
      const { organizationId } = actor;
      const call = { correlationId, deadline, organizationId };
      // An export can take minutes. An actor who is blocked, removed, or demoted meanwhile reads no further.
      await authorizeOrganization({ actor: await revalidatePermissions(actor, call), call }, operation);
      return { ...call, background: true } as const;
    }
    function onFailure(reason: unknown): void {
      logBrokenOff(settings.log, loggedRequestOf(context), startedAt, reason);
    }

    const onEnd = await takeExportSlot(storage, actor.organizationId);
    const language = negotiateLanguage(context);
    const run = { context: organization, language, query, nextPage, onFailure, onEnd };
    const body = await exportMembers(services, run).catch(async (reason: unknown) => {
      await onEnd();
      throw reason;
    });
    // Hono answers HEAD with this handler and drops the body unread, which would keep the slot.
    const isHead = context.req.method === 'HEAD';
    if (isHead) await body.cancel();
    else await recordAuditEntry(settings, context, { targetUserId: null, action: operation });
    const headers = {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="members-${new Date().toISOString().slice(0, 10)}.csv"`,
      'content-language': language,
      'cache-control': 'no-store',
    };
    return isHead ? context.body(null, 200, headers) : context.body(body, 200, headers);
  }

  return { download };
}
