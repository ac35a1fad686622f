/** Everyone who matches the filters of the member list: as a CSV export, or to be selected for a bulk action. */
import type { Context } from 'hono';
import { z } from 'zod';
import { exportMembers } from '../members/export.js';
import { selectMembers } from '../members/select.js';
import type { MemberStream } from '../members/stream.js';
import type { AuthorizeOrganization } from '../access/authorize-organization.js';
import { recordAuditEntry } from '../audit/record.js';
import { logBrokenOff, takeExportSlot } from '../http/export-stream.js';
import { loggedRequestOf, type AuthenticatedEnv } from '../http/request.js';
import { ProblemError } from '../http/problem-error.js';
import { negotiateLanguage } from '../messages/negotiate.js';
import { memberFilterQuery } from './members.js';
import type { Services } from '../services.js';

/** `lang` is the language of the headings: {@link negotiateLanguage} reads it. */
export const memberExportQuery = memberFilterQuery.extend({ lang: z.string().max(100).optional() });
export const memberSelectionQuery = memberFilterQuery;

export function memberStreamRoutes(services: Services) {
  const { settings, storage, revalidatePermissions, authorizeOrganization } = services;

  /** Opens a stream for a caller who may do all of `operations`. */
  async function open(
    context: Context<AuthenticatedEnv>,
    operations: readonly Parameters<AuthorizeOrganization>[1][],
    schema: typeof memberExportQuery | typeof memberSelectionQuery,
    start: (stream: MemberStream) => Promise<ReadableStream<Uint8Array>>,
  ): Promise<ReadableStream<Uint8Array>> {
    const startedAt = Date.now();
    const identified = context.get('actor');
    // A long stream must not run into the maximum age of the sign-in.
    const actor = { ...identified, requestTime: Math.floor(startedAt / 1000) };
    const { correlationId } = context.get('call');
    async function authorize(request: Parameters<AuthorizeOrganization>[0]) {
      const [first] = await Promise.all(operations.map((name) => authorizeOrganization(request, name)));
      if (!first) throw new ProblemError('operation_locked', { reason: 'not-allowed' });
      return first;
    }
    const organization = await authorize({ actor, call: context.get('call') });
    const parsed = schema.safeParse(context.req.query());
    if (!parsed.success) throw new ProblemError('query_invalid');
    // A stream has an order of its own: sorting is a search, which ends after 1,000 members.
    const { search, role, connection, status } = parsed.data;

    async function nextPage() {
      const deadline = Date.now() + settings.deadlineMs;
      const { organizationId } = actor;
      const call = { correlationId, deadline, organizationId };
      // A stream can take minutes. An actor who is blocked, removed, or demoted meanwhile reads no further.
      await authorize({ actor: await revalidatePermissions(actor, call), call });
      return { ...call, background: true } as const;
    }
    function onFailure(reason: unknown): void {
      logBrokenOff(settings.log, loggedRequestOf(context), startedAt, reason);
    }

    const onEnd = await takeExportSlot(storage, actor.organizationId);
    const query = { search, role, connection, status };
    return start({ context: organization, query, nextPage, onFailure, onEnd }).catch(
      async (reason: unknown) => {
        await onEnd();
        throw reason;
      },
    );
  }

  /** Hono answers HEAD with the handler of GET and drops the body unread, which would keep the slot. */
  async function answer(
    context: Context<AuthenticatedEnv>,
    body: ReadableStream<Uint8Array>,
    headers: Record<string, string>,
  ): Promise<Response> {
    const all = { ...headers, 'cache-control': 'no-store' };
    if (context.req.method !== 'HEAD') return context.body(body, 200, all);
    await body.cancel();
    return context.body(null, 200, all);
  }

  async function download(context: Context<AuthenticatedEnv>): Promise<Response> {
    const operation = 'members.export';
    const language = negotiateLanguage(context);
    const body = await open(context, [operation], memberExportQuery, (stream) =>
      exportMembers(services, stream, language),
    );
    if (context.req.method !== 'HEAD')
      await recordAuditEntry(settings, context, { targetUserId: null, action: operation });
    return answer(context, body, {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="members-${new Date().toISOString().slice(0, 10)}.csv"`,
      'content-language': language,
    });
  }

  /** Not recorded in the activity log: what is read is the list. The bulk action will be. */
  async function select(context: Context<AuthenticatedEnv>): Promise<Response> {
    const body = await open(context, ['bulk.run', 'member.list'], memberSelectionQuery, (stream) =>
      selectMembers(services, stream),
    );
    return answer(context, body, { 'content-type': 'application/jsonl; charset=utf-8' });
  }

  return { download, select };
}
