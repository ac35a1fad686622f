import { Hono } from 'hono';
import { z } from 'zod';
import type { Action, Binding } from '../actions.js';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { requireScope } from '../management/authorize.js';
import { readJson } from '../management/read-json.js';
import { parseBody, parsePath, parseQuery } from '../management/validation.js';
import type { TenantState } from '../state.js';

const triggers = z.array(z.strictObject({ id: z.string(), version: z.string().exactOptional() })).min(1);
const patch = z.strictObject({
  name: z.string().min(1).exactOptional(),
  code: z.string().exactOptional(),
  runtime: z.string().exactOptional(),
  supported_triggers: triggers.exactOptional(),
  // Code that isn't run needs neither.
  dependencies: z.tuple([]).exactOptional(),
  secrets: z.tuple([]).exactOptional(),
});
const creation = patch.extend({ name: z.string().min(1), supported_triggers: triggers });
const bindings = z.strictObject({
  bindings: z.array(
    z.strictObject({
      ref: z.strictObject({
        type: z.enum(['binding_id', 'action_id', 'action_name']),
        value: z.string().min(1),
      }),
      display_name: z.string().min(1).exactOptional(),
    }),
  ),
});
/** The only trigger that this tenant has a use for. */
const trigger = z.object({ trigger_id: z.literal('post-login') });
const page = z.object({
  page: z.coerce.number().int().min(0).default(0),
  per_page: z.coerce.number().int().min(1).max(100).default(20),
});
const filters = page.extend({ triggerId: z.string().optional(), actionName: z.string().optional() });

/** Actions: https://auth0.com/docs/customize/actions/manage-actions */
export function actionRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();
  const { actions } = tenant;
  const reads = requireScope(tenant, 'read:actions');
  const found = (action: Action | undefined): Action => {
    if (!action) throw new ManagementError(404, 'The action does not exist.');
    return action;
  };

  app.get('/actions/actions', reads, (c) => {
    const { triggerId, actionName, ...paging } = parseQuery(filters, c.req.query());
    const rows = actions
      .list()
      .map((each) => actions.look(each.id) ?? each)
      .filter(({ name }) => actionName === undefined || name === actionName)
      .filter(
        ({ supported_triggers }) =>
          triggerId === undefined || supported_triggers.some(({ id }) => id === triggerId),
      );
    return c.json(pageOf(rows, actionRow, 'actions', paging));
  });

  app.get('/actions/actions/:id', reads, (c) => c.json(actionRow(found(actions.look(c.req.param('id'))))));

  app.post('/actions/actions', requireScope(tenant, 'create:actions'), async (c) => {
    const given = parseBody(creation, await readJson(c));
    if (actions.list().some(({ name }) => name === given.name)) {
      throw new ManagementError(409, 'An action with this name already exists.');
    }
    const { dependencies: _, secrets: __, ...draft } = given;
    return c.json(actionRow(actions.create({ code: '', runtime: 'node22', ...draft })), 201);
  });

  app.patch('/actions/actions/:id', requireScope(tenant, 'update:actions'), async (c) => {
    const { dependencies: _, secrets: __, ...draft } = parseBody(patch, await readJson(c));
    return c.json(actionRow(actions.change(found(actions.get(c.req.param('id'))), draft)));
  });

  app.post('/actions/actions/:id/deploy', requireScope(tenant, 'create:actions'), (c) => {
    const action = found(actions.get(c.req.param('id')));
    if (action.status !== 'built') {
      actions.look(action.id);
      throw new ManagementError(400, "A draft must be in the 'built' state before it can be deployed.");
    }
    return c.json(versionRow(actions.deploy(action)), 202);
  });

  // Modules can't be made here, so there are none.
  app.get('/actions/modules', reads, (c) =>
    c.json(pageOf<object>([], (row) => row, 'modules', parseQuery(page, c.req.query()))),
  );

  const flow = '/actions/triggers/:trigger_id/bindings';
  const show = (binding: Binding) => bindingRow(binding, found(actions.get(binding.action_id)));

  app.get(flow, reads, (c) => {
    parsePath(trigger, c.req.param());
    return c.json(pageOf(actions.bindings(), show, 'bindings', parseQuery(page, c.req.query())));
  });

  // Replaces the whole flow.
  app.patch(flow, requireScope(tenant, 'update:actions'), async (c) => {
    parsePath(trigger, c.req.param());
    const given = parseBody(bindings, await readJson(c)).bindings;
    const rows = given.map(({ ref, display_name }) => {
      const action = named(tenant, ref);
      if (!action.deployed) throw new ManagementError(400, `The action ${action.name} is not deployed.`);
      return { action_id: action.id, display_name: display_name ?? action.name };
    });
    return c.json({ bindings: actions.bind(rows).map(show) });
  });

  return app;
}

function named({ actions }: TenantState, { type, value }: { type: string; value: string }): Action {
  const bound = actions.bindings().find(({ id }) => id === value);
  const found = {
    binding_id: bound && actions.get(bound.action_id),
    action_id: actions.get(value),
    action_name: actions.list().find(({ name }) => name === value),
  }[type];
  if (!found) throw new ManagementError(400, `There is no action "${value}".`, 'invalid_body');
  return found;
}

/** These lists have pages of their own kind, always with a total. */
function pageOf<T>(
  rows: readonly T[],
  show: (row: T) => object,
  name: string,
  { page, per_page }: { page: number; per_page: number },
) {
  const start = page * per_page;
  return { total: rows.length, page, per_page, [name]: rows.slice(start, start + per_page).map(show) };
}

function actionRow(action: Action) {
  const { deployed, status, ...row } = action;
  return {
    ...row,
    status,
    all_changes_deployed: deployed?.code === action.code,
    ...(deployed && { deployed_version: versionRow(action) }),
  };
}

function versionRow({ id, deployed, runtime, created_at, updated_at }: Action) {
  return {
    id: deployed?.id,
    action_id: id,
    code: deployed?.code,
    number: deployed?.number,
    deployed: true,
    status: 'built',
    runtime,
    created_at,
    updated_at,
  };
}

function bindingRow({ id, display_name }: Binding, action: Action) {
  return { id, trigger_id: 'post-login', display_name, action: actionRow(action) };
}
