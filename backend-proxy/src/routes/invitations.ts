/** The organization's invitations: list, options, create, revoke. */
import type { Context } from 'hono';
import { z } from 'zod';
import { normalizeAddress } from '../../../src/policy/index.js';
import type {
  AuditOutcome,
  InvitationOptions,
  InvitationPage,
  InvitationRefusal,
  InvitationResult,
  InvitationResults,
} from '../../../src/contract/index.js';
import { connectionsOf } from '../invitations/connections.js';
import { firstPage, readCursor, writeCursor } from '../invitations/cursor.js';
import { emailLanguages } from '../invitations/language.js';
import { listInvitations } from '../invitations/list.js';
import { checkInvitations, type InvitationQuery } from '../invitations/preflight.js';
import { revokeInvitation } from '../invitations/revoke.js';
import { invitationsSince, isTo } from '../invitations/recent.js';
import { sendAll } from '../invitations/send.js';
import { visibleInvitations } from '../invitations/visibility.js';
import { loadNames, toRecord, toView } from '../invitations/view.js';
import type { Invitation, InvitationDraft } from '../management/index.js';
import { recordAuditEntry } from '../audit/record.js';
import { runOnce, type Attempt } from '../http/idempotency.js';
import { readJson } from '../http/read-json.js';
import type { AuthenticatedEnv } from '../http/request.js';
import { judgeRoles } from '../access/assignable-roles.js';
import type { OrganizationContext } from '../access/authorize-organization.js';
import { ProblemError } from '../http/problem-error.js';
import { invitationIdOf, inviterName, landingClient } from './invitation-parts.js';
import { roleIds } from './request-parts.js';
import type { Services } from '../services.js';

/** Seconds. https://auth0.com/docs/api/management/v2/organizations/post-invitations */
const expiry = { default: 604_800, max: 2_592_000 };
/** Each invitation costs a call. About as many as fit into a request's deadline. */
const maxPerRequest = 50;

export const invitationsBody = z.strictObject({
  invitations: z
    .array(z.strictObject({ email: z.string().max(320), roles: roleIds.optional() }))
    .min(1)
    .max(maxPerRequest),
  roles: roleIds,
  connectionId: z.string().min(1).max(100).optional(),
  expiresInSeconds: z.int().min(60).max(expiry.max).optional(),
  language: z.string().max(35).optional(),
  dryRun: z.boolean().optional(),
});
type RequestBody = z.infer<typeof invitationsBody>;

export const invitationsQuery = z.object({ cursor: z.string().optional() });

/** Refusals that are mistakes in the list of addresses, not entries of the audit log. */
const mistyped: ReadonlySet<InvitationRefusal> = new Set([
  'address-invalid',
  'address-invisible',
  'address-look-alike',
  'address-twice',
]);

/** How an address that wasn't invited appears in the audit log, unless it was refused. */
const outcomeOfRefusal: Partial<Record<InvitationRefusal, AuditOutcome>> = {
  'not-sent': 'failed',
  'outcome-unknown': 'unknown',
};

export function invitationRoutes(services: Services) {
  const { settings, management, storage, authorizeOrganization } = services;
  const { policy } = settings;
  const languageChoice = emailLanguages(policy);

  async function list(context: Context<AuthenticatedEnv>): Promise<Response> {
    const organization = await authorizeOrganization(context.var, 'invitation.read');
    const { cursor: given } = invitationsQuery.parse(context.req.query());
    const cursor = given === undefined ? firstPage : readCursor(given);
    const { page, after } = await listInvitations(services, organization, cursor);
    const answer: InvitationPage = {
      invitations: page.invitations.map(visibleInvitations(policy, organization)),
      next: after && writeCursor(after),
    };
    return context.json(answer);
  }

  async function options(context: Context<AuthenticatedEnv>): Promise<Response> {
    const { actor, call } = await authorizeOrganization(context.var, 'invitation.create');
    const connections = await connectionsOf(management, actor.organizationId, call);
    const answer: InvitationOptions = {
      connections: connections.map(({ id, label, class: connectionClass, invitable }) => ({
        id,
        label,
        class: connectionClass,
        invitable,
      })),
      expiry,
      languages: languageChoice.languages,
      maxPerRequest,
    };
    return context.json(answer);
  }

  async function create(context: Context<AuthenticatedEnv>): Promise<Response> {
    const body = invitationsBody.safeParse(await readJson(context));
    if (!body.success || !isLanguage(body.data.language)) throw new ProblemError('body_invalid');
    if (body.data.dryRun) context.set('isDryRun', true);
    const organization = await authorizeOrganization(context.var, 'invitation.create');
    const run = (attempt: Pick<Attempt, 'repeatedSince'>) =>
      invite(context, organization, body.data, attempt);
    if (body.data.dryRun) return context.json((await run({ repeatedSince: null })).body);
    return runOnce(context, storage.idempotency, run, body.data);
  }

  function isLanguage(language: string | undefined): boolean {
    return language === undefined || languageChoice.languages.includes(language);
  }

  async function invite(
    context: Context<AuthenticatedEnv>,
    organization: OrganizationContext,
    { invitations, roles, ...body }: RequestBody,
    { repeatedSince }: Pick<Attempt, 'repeatedSince'>,
  ): Promise<{ readonly status: 200; readonly body: InvitationResults; readonly isOpen: boolean }> {
    const { actor, caller, call } = organization;
    const connectionId = body.connectionId ?? null;
    const queries = invitations.map((one): InvitationQuery => ({
      email: normalizeAddress(one.email),
      roles: [...new Set(one.roles ?? roles)],
    }));
    const names = await loadNames(management, actor.organizationId, call);
    const chosen = queries.flatMap((query) => query.roles);
    const verdicts = await judgeRoles(services, organization, chosen);
    const preflight = {
      ...organization,
      connections: names.connections,
      connectionId,
      assignable: new Set(verdicts.flatMap(({ role, reason }) => (reason === null ? [role.id] : []))),
    };
    const made = await invitedSince(organization, repeatedSince);
    const madeTo = ({ email }: InvitationQuery) => made.find(isTo(email));
    const others = queries.filter((query) => !madeTo(query));
    const refusals = await checkInvitations(services, preflight, others);

    const toSend = body.dryRun ? [] : others.filter((_, index) => refusals[index] === null);
    const drafts = toSend.map((query): InvitationDraft => ({
      ...query,
      inviter: inviterName(caller),
      clientId: landingClient(settings, actor),
      connectionId,
      expiresInSeconds: body.expiresInSeconds ?? expiry.default,
      userMetadata: languageChoice.metadata(body.language),
      appMetadata: null,
    }));
    const sent = await sendAll(services, organization, drafts, names);

    const results = queries.map((query): InvitationResult => {
      const { email } = query;
      const known = madeTo(query);
      if (known) return { email, outcome: 'invited', invitation: toView(known, 'pending', names) };
      const refusal = refusals[others.indexOf(query)];
      if (refusal) return { email, outcome: 'refused', ...refusal };
      return sent[toSend.indexOf(query)]?.result ?? { email, outcome: 'ready' };
    });
    for (const { email, code, invitation } of body.dryRun ? [] : results) {
      if (code !== undefined && mistyped.has(code)) continue;
      await recordAuditEntry(settings, context, {
        targetUserId: null,
        action: 'invitation.create',
        ...(invitation && { invitationId: invitation.id }),
        email,
        ...(code !== undefined && { outcome: outcomeOfRefusal[code] ?? 'refused', problem: { code } }),
      });
    }
    const isOpen = results.some(({ code }) => code === 'outcome-unknown');
    return { status: 200, body: { results }, isOpen };
  }

  /** Returns what an earlier attempt of the caller has sent, although its answer was lost. */
  async function invitedSince(
    { actor: { organizationId }, caller, call }: OrganizationContext,
    since: number | null,
  ): Promise<readonly Invitation[]> {
    if (since === null) return [];
    const inviter = inviterName(caller);
    const recent = await invitationsSince(services, organizationId, since, call);
    const own = recent.filter((one) => one.inviter === inviter);
    await storage.invitations.note(
      organizationId,
      own.map((one) => toRecord(organizationId, one)),
    );
    return own;
  }

  async function revoke(context: Context<AuthenticatedEnv>): Promise<Response> {
    const { actor, call } = await authorizeOrganization(context.var, 'invitation.revoke');
    const id = invitationIdOf(context);
    const { organizationId } = actor;
    const invitation = await management.invitations.read(organizationId, id, call);
    if (!invitation) {
      // A repeated request whose first response was lost.
      const known = await storage.invitations.read(organizationId, id);
      if (known?.end?.state !== 'revoked') throw new ProblemError('invitation_not_found');
      return context.body(null, 204);
    }
    await revokeInvitation(services, organizationId, invitation, call);
    await recordAuditEntry(settings, context, {
      targetUserId: null,
      action: 'invitation.revoke',
      invitationId: id,
      email: invitation.email,
    });
    return context.body(null, 204);
  }

  return { list, options, create, revoke };
}
