/** Who asks, for which organization, and what they may do there: the first thing a panel needs to know. */
import type { Context } from 'hono';
import type { SessionInfo } from '../../../src/contract/index.js';
import { actorsOf } from '../../../src/policy/index.js';
import type { ProxyEnv } from '../middleware/request.js';
import { organizationOperationsOf } from '../person/organization.js';
import { identify, type RouteTools } from './tools.js';

export function sessionInfoRoutes({ settings, management, subjects, authenticate }: RouteTools) {
  const { policy } = settings;

  async function read(context: Context<ProxyEnv>): Promise<Response> {
    const actor = await identify(authenticate, context);
    const call = context.get('call');
    const { person } = await subjects.own(actor, call);
    const { user, organization, otherOrganizations } = person;
    const own = [organization];
    const organizations =
      otherOrganizations > 0 ? await management.users.someOrganizations(user.userId, call) : own;
    const manages = actorsOf(policy, actor.permissions, false).length > 0;
    const answer: SessionInfo = {
      actor: {
        userId: user.userId,
        name: textOf(user.values.name),
        picture: textOf(user.values.picture),
      },
      organization: { ...nameOf(organization), branding: organization.branding },
      organizations: organizations.map(nameOf),
      operations: manages ? organizationOperationsOf(policy, actor, person) : [],
      members: {
        invitationLinks: policy.safeguards.invitationLinks === 'allowed',
        auditReason: policy.safeguards.auditReason === 'required',
      },
    };
    return context.json(answer);
  }

  return { read };
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
const nameOf = ({ id, name, displayName }: SessionInfo['organization']) => ({ id, name, displayName });
