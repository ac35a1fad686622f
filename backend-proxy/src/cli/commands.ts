import type { Command } from './command.js';
import { verifyAudit } from './audit.js';
import { openApi } from './openapi.js';
import { check } from './policy/check.js';
import { diff } from './policy/diff.js';
import { explain } from './policy/explain.js';
import { init } from './policy/init.js';
import { matrix } from './policy/matrix.js';
import { schema } from './policy/schema.js';
import { scopes } from './policy/scopes.js';
import { test } from './policy/test.js';
import { apply } from './tenant/apply.js';
import { doctor } from './tenant/doctor.js';
import { plan } from './tenant/plan.js';
import { serve } from './serve.js';

/** Commands of `orgdesk`, in the order of the help. */
export const commands: readonly Command[] = [
  init,
  check,
  test,
  explain,
  matrix,
  diff,
  scopes,
  schema,
  verifyAudit,
  openApi,
  plan,
  apply,
  doctor,
  serve,
];
