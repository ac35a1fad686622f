/** Sent invitations: resending one, and reading its link. */
import type { Context } from 'hono';
import type { InvitationLink, InvitationResent } from '../../../src/contract/index.js';
import { outcomeUnknown } from '../http/outcome-unknown.js';
import { invitationsSince, isTo } from '../invitations/recent.js';
import { claimOf, underQuota } from '../invitations/send.js';
import { visibleInvitations } from '../invitations/visibility.js';
import { loadNames, toRecord, toView } from '../invitations/view.js';
import { watchWrites, type Invitation } from '../management/index.js';
import { recordAuditEntry } from '../audit/record.js';
import { runOnce } from '../http/idempotency.js';
import type { AuthenticatedEnv } from '../http/request.js';
import { judgeRoles } from '../access/assignable-roles.js';
import type { OrganizationContext } from '../access/authorize-organization.js';
import { ProblemError } from '../http/problem-error.js';
import { invitationIdOf, inviterName, landingClient } from './invitation-parts.js';
import type { Services } from '../services.js';

/** Protects the invited person's mailbox. */
const cooldownSeconds = 60;

export function invitationEmailRoutes(services: Services) {
  const { settings, management, storage, authorizeOrganization } = services;
  const { policy } = settings;

  async function resend(context: Context<AuthenticatedEnv>): Promise<Response> {
    const { organizationId } = context.get('actor');
    const id = invitationIdOf(context);
    return runOnce(context, storage.idempotency, async ({ repeatedSince }) => {
      const organization = await authorizeOrganization(context.var, 'invitation.resend');
      const { call } = organization;
      const old = await management.invitations.read(organizationId, id, call);
      const made = await resentSince(organization, id, old, repeatedSince);
      if (made) return { status: 200, body: await complete(context, organization, id, old, made) };
      if (!old) throw new ProblemError('invitation_not_found');
      const key = `resend ${claimOf(organizationId, old.email)}`;
      const retryAfter = await storage.cooldowns.start(key, cooldownSeconds);
      if (retryAfter > 0) {
        // The list may not have the one that an earlier attempt has sent.
        const code = repeatedSince === null ? 'rate_limited' : 'outcome_unknown';
        throw new ProblemError(code, { retryAfter });
      }
      const watched = watchWrites(call);
      try {
        const made = await replace({ ...organization, call: watched.call }, old);
        return { status: 200, body: await complete(context, organization, id, old, made) };
      } catch (reason) {
        if (!watched.mayHaveWritten(reason)) await storage.cooldowns.cancel(key);
        else if (reason instanceof ProblemError) throw await outcomeUnknown(storage, key, reason);
        throw reason;
      }
    });
  }

  /** Returns the invitation that an earlier attempt has sent, although its answer was lost. */
  async function resentSince(
    { actor: { organizationId }, call }: OrganizationContext,
    id: string,
    old: Invitation | null,
    since: number | null,
  ): Promise<Invitation | null> {
    if (since === null) return null;
    // The earlier attempt may have deleted the old one.
    const { email } = old ?? (await storage.invitations.read(organizationId, id)) ?? {};
    if (email === undefined) return null;
    const recent = await invitationsSince(services, organizationId, since, call);
    return recent.filter(isTo(email)).find((one) => one.id !== id) ?? null;
  }

  /**
   * Auth0 can't resend or change an invitation, so it is replaced. The new one is created first: if that fails, the old
   * one is unchanged. If only the deletion of the old one fails, both links work, with the same roles for the same
   * address. In the other order, the person could be left with a dead link and the roles would be lost.
   */
  async function replace({ actor, caller, call }: OrganizationContext, old: Invitation): Promise<Invitation> {
    const { organizationId } = actor;
    const { email, connectionId, roles, userMetadata, appMetadata } = old;
    const draft = {
      ...{ email, connectionId, roles, userMetadata, appMetadata },
      inviter: inviterName(caller),
      clientId: old.clientId ?? landingClient(settings, actor),
      expiresInSeconds: lifetimeOf(old),
      replaces: old.id,
    };
    return underQuota(services, organizationId, () =>
      management.invitations.create(organizationId, draft, call),
    );
  }

  /** Deletes the old invitation, unless an earlier attempt has, and records that it was resent. */
  async function complete(
    context: Context<AuthenticatedEnv>,
    organization: OrganizationContext,
    id: string,
    old: Invitation | null,
    made: Invitation,
  ): Promise<InvitationResent> {
    const { organizationId } = organization.actor;
    const { call } = organization;
    const names = await loadNames(management, organizationId, call);
    const known = [old, made].filter((one) => one !== null);
    await storage.invitations.note(
      organizationId,
      known.map((one) => toRecord(organizationId, one)),
    );
    const replaced = await management.invitations.delete(organizationId, id, call).then(
      () => true,
      () => false,
    );
    if (replaced) {
      await storage.invitations.settle(organizationId, id, {
        state: 'replaced',
        at: new Date().toISOString(),
      });
    }
    await recordAuditEntry(settings, context, {
      targetUserId: null,
      action: 'invitation.resend',
      invitationId: made.id,
      email: made.email,
      ...(!replaced && { outcome: 'partly' as const }),
    });
    return { ...visibleInvitations(policy, organization)(toView(made, 'pending', names)), replaced };
  }

  async function link(context: Context<AuthenticatedEnv>): Promise<Response> {
    const organization = await authorizeOrganization(context.var, 'invitation.create');
    const refused = new ProblemError('operation_locked', { reason: 'not-allowed' });
    if (policy.safeguards.invitationLinks !== 'allowed') throw refused;
    const id = invitationIdOf(context);
    const { actor, call } = organization;
    const { organizationId } = actor;
    const invitation = await management.invitations.read(organizationId, id, call);
    if (!invitation) throw new ProblemError('invitation_not_found');
    // Using the link proves ownership of the mailbox, so the actor could use it to get the roles themselves.
    const verdicts = await judgeRoles(services, organization, invitation.roles);
    const mayGive = (role: string) => verdicts.some((one) => one.role.id === role && one.reason === null);
    if (!invitation.roles.every(mayGive)) throw refused;

    const secret = await management.invitations.readLink(organizationId, id, call);
    if (!secret) throw new ProblemError('invitation_not_found');
    await recordAuditEntry(settings, context, {
      targetUserId: null,
      action: 'invitation.link',
      invitationId: id,
      email: invitation.email,
    });
    const answer: InvitationLink = secret;
    return context.json(answer, 200, { 'cache-control': 'no-store' });
  }

  return { resend, link };
}

/** Seconds. The lifetime of the old invitation, within Auth0's limits. */
function lifetimeOf({ createdAt, expiresAt }: Invitation): number {
  const week = 604_800;
  if (expiresAt === null) return week;
  const seconds = Math.round((Date.parse(expiresAt) - Date.parse(createdAt)) / 1000);
  return Number.isFinite(seconds) ? Math.min(2_592_000, Math.max(60, seconds)) : week;
}
