import { TenantApiError, TenantConflict } from '../../tenant/index.js';
import { exitStatus, type ExitStatus } from '../exit.js';
import type { Io } from '../io.js';

/** Runs a command, and explains why a tenant couldn't be read or changed. */
export async function orExplain(
  name: string,
  { stderr }: Pick<Io, 'stderr'>,
  run: () => Promise<ExitStatus>,
): Promise<ExitStatus> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof TenantApiError || error instanceof TenantConflict)) throw error;
    const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
    stderr(`orgdesk ${name}: ${error.message}${cause}\n`);
    return exitStatus.misused;
  }
}
