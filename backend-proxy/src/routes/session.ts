/** The caller, the organization, and what the caller may do there: the first request of the members panel. */
import type { Context } from 'hono';
import type { SessionInfo } from '../../../src/contract/index.js';
import {
  actorsOf,
  listedPicture,
  listedText,
  type Operation,
  type Policy,
} from '../../../src/policy/index.js';
import { connectionsOf } from '../invitations/connections.js';
import type { AuthenticatedEnv } from '../http/request.js';
import { organizationOperationsOf } from '../access/authorize-organization.js';
import type { Services } from '../services.js';

export function sessionInfoRoutes({ settings, management, subjects }: Services) {
  const { policy } = settings;

  async function read(context: Context<AuthenticatedEnv>): Promise<Response> {
    const actor = context.get('actor');
    const call = context.get('call');
    const { person } = await subjects.own(context.var);
    const { user, organization, otherOrganizations } = person;
    const own = [organization];
    const organizations =
      otherOrganizations > 0 ? await management.users.someOrganizations(user.userId, call) : own;
    const actors = actorsOf(policy, actor.permissions, false);
    const operations = actors.length > 0 ? organizationOperationsOf(policy, actor, person) : [];
    const seesMembers = operations.some(({ name, allowed }) => name === 'member.list' && allowed);
    const connections = seesMembers ? await connectionsOf(management, organization.id, call) : [];
    const answer: SessionInfo = {
      actor: {
        userId: user.userId,
        name: listedText(user.values.name),
        picture: listedPicture(user.values.picture),
      },
      organization: { ...nameOf(organization), branding: organization.branding },
      organizations: organizations.map(nameOf),
      operations,
      members: {
        invitationLinks: policy.safeguards.invitationLinks === 'allowed',
        auditReason: policy.safeguards.auditReason === 'required',
        offers: offersTo(policy, actors),
        connections: connections.map(({ name, label }) => ({ name, label })),
      },
    };
    return context.json(answer);
  }

  return { read };
}

/** Operations that any rule grants. Conditions are evaluated once there is a target. */
function offersTo({ rules }: Policy, actors: readonly string[]): readonly Operation[] {
  const granting = rules.filter(
    (rule) => rule.effect === 'allow' && rule.actors.some((each) => actors.includes(each)),
  );
  return [...new Set(granting.flatMap(({ operations = [] }) => operations))];
}

const nameOf = ({ id, name, displayName }: SessionInfo['organization']) => ({ id, name, displayName });
