/** Checks at start whether the tenant grants the proxy what the policy needs. */
import type { NeededScope, Proxy } from '../../index.js';
import type { ProblemError } from '../../http/problem-error.js';
import { toProblem } from '../../http/problem-error.js';
import type { Io } from '../io.js';

/** Prints missing and excess scopes. Returns `false` if the proxy must not start. */
export async function tenantGrantsEnough(proxy: Proxy, { stderr }: Pick<Io, 'stderr'>): Promise<boolean> {
  const { missing, excess } = await proxy.checkScopes();
  if (missing.length > 0)
    stderr(`error: the proxy's application lacks scopes of the Management API\n${explain(missing)}${remedy}`);
  if (excess.length > 0) stderr(`warning: the policy does not need these scopes: ${excess.join(', ')}\n`);
  return missing.length === 0;
}

const remedy =
  '"orgdesk tenant apply" grants them, and "orgdesk tenant doctor" checks the rest of the tenant\n';

function explain(missing: readonly NeededScope[]): string {
  return missing.map(({ scope, why }) => `  ${scope}: ${why.join(', ')}\n`).join('');
}

/** Explains why the scopes couldn't be read. */
export function explainProblem(error: ProblemError): string {
  const { title, code } = toProblem(error, '');
  const cause = error.cause instanceof Error ? `\n  ${error.cause.message}` : '';
  return `error: the tenant could not be asked for the proxy's scopes\n  ${title} (${code})${cause}\n`;
}
