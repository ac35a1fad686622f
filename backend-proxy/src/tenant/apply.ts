/** Sets up what a tenant lacks. Adds to what is there, and never removes anything. */
import { z } from 'zod';
import { actionSchema, clientSchema, roleSchema, type CurrentAction, type CurrentTenant } from './current.js';
import type { DesiredTenant, Settings } from './desired.js';
import { findAction } from './items/action-items.js';
import type { Item, Target } from './items/item.js';
import { TenantConflict, type TenantApi } from './tenant-api.js';

export interface ApplyServices {
  readonly api: TenantApi;
  /** Waits between two looks at the build of an Action. */
  readonly pause: (ms: number) => Promise<void>;
  /** Called after each item is set up. */
  readonly onDone: (item: Item) => void;
}

/** The applications, and the secret of one that was created. */
export interface Applied {
  readonly clientId: string | null;
  readonly proxyClientId: string | null;
  readonly proxyClientSecret: string | null;
}

const created = clientSchema.extend({ client_secret: z.string().nullish() });

/**
 * Sets up the items that are missing, in their order.
 * @throws {TenantApiError} if Auth0 refuses a change; earlier ones stay
 */
export async function applyItems(
  { api, pause, onDone }: ApplyServices,
  desired: DesiredTenant,
  current: CurrentTenant,
  items: readonly Item[],
): Promise<Applied> {
  const work: Work = { api, pause, desired, current };
  const todo = items.filter(({ status, patch }) => status === 'missing' && patch !== undefined);
  let applied: Applied = {
    clientId: current.app?.client_id ?? null,
    proxyClientId: current.proxy?.client_id ?? null,
    proxyClientSecret: null,
  };
  for (const target of new Set(todo.map((item) => item.target))) {
    const ofTarget = todo.filter((item) => item.target === target);
    const patch = Object.assign({}, ...ofTarget.map((item) => item.patch)) as Settings;
    applied = { ...applied, ...(await applyTo(target, patch, applied, work)) };
    ofTarget.forEach(onDone);
  }
  return applied;
}

interface Work extends Pick<ApplyServices, 'api' | 'pause'> {
  readonly desired: DesiredTenant;
  readonly current: CurrentTenant;
}

/** Sends one object its changes, or creates it. */
async function applyTo(
  target: Target,
  patch: Settings,
  { proxyClientId }: Applied,
  work: Work,
): Promise<Partial<Applied>> {
  const { api, current } = work;
  switch (target) {
    case 'api':
      await (current.api
        ? api('PATCH', `/resource-servers/${current.api.id}`, patch)
        : api('POST', '/resource-servers', patch));
      return {};
    case 'app': {
      const { client_id } = await setClient(api, current.app?.client_id, patch);
      return { clientId: client_id };
    }
    case 'proxy': {
      const { client_id, client_secret } = await setClient(api, current.proxy?.client_id, patch);
      return {
        proxyClientId: client_id,
        ...(current.proxy === null && { proxyClientSecret: client_secret ?? null }),
      };
    }
    case 'grant':
      await (current.grant
        ? api('PATCH', `/client-grants/${current.grant.id}`, patch)
        : api('POST', '/client-grants', { ...patch, client_id: proxyClientId }));
      return {};
    case 'action':
      await setAction(work, patch);
      return {};
    case 'flow':
      await addToFlow(work);
      return {};
    case 'none':
      return {};
    default:
      await setRole(work, patch);
      return {};
  }
}

async function setClient(api: TenantApi, id: string | undefined, patch: Settings) {
  const body = await (id === undefined
    ? api('POST', '/clients', patch)
    : api('PATCH', `/clients/${id}`, patch));
  return created.parse(body);
}

const rolePatch = z.object({
  name: z.string(),
  description: z.string(),
  permissions: z.array(z.unknown()),
});

/** A role that is ours, but lost its permission or never got it, is used again. */
async function setRole({ api, current }: Work, patch: Settings): Promise<void> {
  const { permissions, ...role } = rolePatch.parse(patch);
  const known = current.roles.find(({ name, description }) => {
    return name.toLowerCase() === role.name.toLowerCase() && description === role.description;
  });
  const { id } = known ?? roleSchema.parse(await api('POST', '/roles', role));
  await api('POST', `/roles/${id}/permissions`, { permissions });
}

const trigger = { id: 'post-login', version: 'v3' } as const;

/** Creates or corrects our Action, and deploys it. */
async function setAction(work: Work, { name, code }: Settings): Promise<void> {
  const { api, desired, current } = work;
  const known = desired.action && findAction(desired.action, current);
  const draft = { name, code, supported_triggers: [trigger], runtime: 'node22' };
  const action = actionSchema.parse(
    await (known === undefined
      ? api('POST', '/actions/actions', draft)
      : api('PATCH', `/actions/actions/${known.id}`, { code })),
  );
  await waitForBuild(work, action);
  await api('POST', `/actions/actions/${action.id}/deploy`);
}

const maxLooks = 60;
const pauseMs = 1_000;

/** Auth0 deploys only what it has built, which takes some seconds. */
async function waitForBuild({ api, pause }: Work, { id, name }: CurrentAction): Promise<void> {
  for (let look = 0; look < maxLooks; look += 1) {
    const { status } = actionSchema.parse(await api('GET', `/actions/actions/${id}`));
    if (status === 'built') return;
    if (status === 'failed') throw new TenantConflict(`Auth0 could not build the Action "${name}"`);
    await pause(pauseMs);
  }
  throw new TenantConflict(`Auth0 has not built the Action "${name}" yet; apply again later`);
}

/** Appends our Action. The list replaces the flow, so the Actions in it are named too. */
async function addToFlow({ api, desired, current }: Work): Promise<void> {
  if (!desired.action) return;
  const { name } = desired.action;
  const known = findAction(desired.action, current);
  const ref = known ? { type: 'action_id', value: known.id } : { type: 'action_name', value: name };
  const kept = current.flow.map(({ id, display_name }) => ({
    ref: { type: 'binding_id', value: id },
    display_name,
  }));
  await api('PATCH', '/actions/triggers/post-login/bindings', {
    bindings: [...kept, { ref, display_name: known?.name ?? name }],
  });
}
