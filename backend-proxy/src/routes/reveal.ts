/** Returns a masked value in full, and records that. */
import type { Context } from 'hono';
import { z } from 'zod';
import type { RevealedValue } from '../../../src/contract/index.js';
import { revealField } from '../../../src/policy/index.js';
import { recordAuditEntry } from '../audit/record.js';
import { readJson } from '../http/read-json.js';
import type { AuthenticatedEnv } from '../http/request.js';
import { ProblemError } from '../http/problem-error.js';
import { loadSubject, reasonText } from './request-parts.js';
import type { Services } from '../services.js';

export const revealBody = z.strictObject({
  field: z.string().min(1).max(100),
  reason: reasonText.optional(),
});

export function revealRoutes(services: Services) {
  const { settings } = services;

  async function reveal(context: Context<AuthenticatedEnv>): Promise<Response> {
    const body = revealBody.safeParse(await readJson(context));
    if (!body.success) throw new ProblemError('body_invalid');
    const { field, reason } = body.data;
    if (reason !== undefined) context.set('auditReason', reason);
    const { person, situation } = await loadSubject(services, context);
    const value = revealField(settings.policy, situation, field);
    if (value === undefined) {
      throw new ProblemError('field_unknown', { fields: [{ field, code: 'field_unknown' }] });
    }
    await recordAuditEntry(settings, context, {
      targetUserId: person.user.userId,
      action: 'field.reveal',
      fields: [field],
      ...(reason !== undefined && { reason }),
    });
    const answer: RevealedValue = { field, value };
    return context.json(answer, 200, { 'cache-control': 'no-store' });
  }

  return { reveal };
}
