/** The post-login Action for the claims that the proxy reads. */
import type { CurrentAction, CurrentTenant } from '../current.js';
import type { Dashboard } from '../dashboard.js';
import type { DesiredAction, DesiredTenant } from '../desired.js';
import { toItem, type Item } from './item.js';

/** Judges the Action, if the policy needs one. Any Action that adds the claims will do. */
export function actionItems(
  { action }: DesiredTenant,
  current: CurrentTenant,
  dashboard: Dashboard,
): readonly Item[] {
  if (!action) return [];
  const found = findAction(action, current);
  const isDeployed = found !== undefined && adds(action, found.deployed_version?.code ?? '');
  const isInFlow = found !== undefined && isBound(current, found);
  const library = dashboard(found ? `actions/library/details/${found.id}` : 'actions/library');
  return [
    toItem({
      id: 'action',
      what: 'Action that adds the time of the sign-in and the session ID',
      why: 'Step-up authentication and the list of sessions need the two claims, and Auth0 leaves them out.',
      isMet: isDeployed,
      found: found ? (adds(action, found.code) ? 'not deployed' : 'another code') : 'none',
      patch: { name: action.name, code: action.code },
      remedy: `Create a post-login Action that sets the claims ${action.claims.join(' and ')}, and deploy it.`,
      dashboard: library,
      target: 'action',
    }),
    toItem({
      id: 'action.flow',
      what: 'The Action in the post-login flow',
      why: 'An Action outside the flow has no effect.',
      isMet: isInFlow,
      patch: { display_name: action.name },
      remedy: 'Drag the Action into the post-login flow, and apply.',
      dashboard: dashboard('actions/triggers/post-login'),
      target: 'flow',
    }),
  ];
}

/** The Action that adds the claims, in the flow if possible; else ours by its name. */
export function findAction(wanted: DesiredAction, current: CurrentTenant): CurrentAction | undefined {
  const able = current.actions.filter((each) => adds(wanted, each.deployed_version?.code ?? ''));
  return (
    able.find((each) => isBound(current, each)) ??
    able[0] ??
    current.actions.find(({ name }) => name === wanted.name)
  );
}

function adds({ claims }: DesiredAction, code: string): boolean {
  return claims.every((claim) => code.includes(claim));
}

function isBound({ flow }: CurrentTenant, { id }: CurrentAction): boolean {
  return flow.some(({ action }) => action.id === id);
}
