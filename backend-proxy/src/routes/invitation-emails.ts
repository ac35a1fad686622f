/** Sent invitations: resending one, and reading its link. */
import type { Context } from 'hono';
import type { InvitationLink, InvitationResent } from '../../../src/contract/index.js';
import { claimOf, underQuota } from '../invitations/send.js';
import { visibleInvitations } from '../invitations/visibility.js';
import { loadNames, toRecord, toView } from '../invitations/view.js';
import type { Invitation } from '../management/index.js';
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
    return runOnce(context, storage.idempotency, async () => {
      const organization = await authorizeOrganization(context.var, 'invitation.resend');
      const old = await management.invitations.read(organizationId, id, organization.call);
      if (!old) throw new ProblemError('invitation_not_found');
      const key = `resend ${claimOf(organizationId, old.email)}`;
      const retryAfter = await storage.cooldowns.start(key, cooldownSeconds);
      if (retryAfter > 0) throw new ProblemError('rate_limited', { retryAfter });
      try {
        return { status: 200, body: await replace(context, organization, old) };
      } catch (reason) {
        await storage.cooldowns.cancel(key);
        throw reason;
      }
    });
  }

  /**
   * Auth0 can't resend or change an invitation, so it is replaced. The new one is created first: if that fails, the old
   * one is unchanged. If only the deletion of the old one fails, both links work, with the same roles for the same
   * address. In the other order, the person could be left with a dead link and the roles would be lost.
   */
  async function replace(
    context: Context<AuthenticatedEnv>,
    organization: OrganizationContext,
    old: Invitation,
  ): Promise<InvitationResent> {
    const { actor, caller, call } = organization;
    const { organizationId } = actor;
    const { email, connectionId, roles, userMetadata, appMetadata } = old;
    const names = await loadNames(management, organizationId, call);
    const draft = {
      ...{ email, connectionId, roles, userMetadata, appMetadata },
      inviter: inviterName(caller),
      clientId: old.clientId ?? landingClient(settings, actor),
      expiresInSeconds: lifetimeOf(old),
      replaces: old.id,
    };
    const made = await underQuota(services, organizationId, () =>
      management.invitations.create(organizationId, draft, call),
    );
    await storage.invitations.note(organizationId, [
      toRecord(organizationId, old),
      toRecord(organizationId, made),
    ]);
    const replaced = await management.invitations.delete(organizationId, old.id, call).then(
      () => true,
      () => false,
    );
    if (replaced) {
      await storage.invitations.settle(organizationId, old.id, {
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
