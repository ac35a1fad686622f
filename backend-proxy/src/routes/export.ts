/** Export of one's own profile, as JSON or as an HTML page. */
import type { Context } from 'hono';
import type { ProfileExport } from '../../../src/contract/index.js';
import { resolveFields, textFor, type FieldView } from '../../../src/policy/index.js';
import { recordAuditEntry } from '../audit/record.js';
import type { AuthenticatedEnv } from '../http/request.js';
import { exportPage } from '../accounts/export-page.js';
import { negotiateLanguage } from '../messages/negotiate.js';
import { requireOperation } from '../access/operations.js';
import type { Subject } from '../access/subject.js';
import { toViews } from './sessions.js';
import type { Services } from '../services.js';

export function exportRoutes({ settings, management, subjects }: Services) {
  const { policy } = settings;

  async function collect({ actor, call, person, situation }: Subject, language: string) {
    const { user, organization, otherOrganizations, signIn } = person;
    const mayReadSessions = policyLets(() => requireOperation(policy, situation, person, 'sessions.read'));
    const sessions = mayReadSessions ? await management.sessions.list(user.userId, call) : null;
    const collected: ProfileExport = {
      exportedAt: new Date().toISOString(),
      person: { userId: user.userId },
      organization: { id: organization.id, name: organization.name, displayName: organization.displayName },
      otherOrganizations,
      signIn: { connection: signIn.label, class: signIn.class },
      fields: resolveFields(policy, situation).map((field) => toRow(field, language)),
      ...(sessions && { sessions: toViews(actor, sessions) }),
    };
    return collected;
  }

  async function download(context: Context<AuthenticatedEnv>): Promise<Response> {
    const subject = await subjects.own(context.var);
    requireOperation(policy, subject.situation, subject.person, 'profile.export');
    const language = negotiateLanguage(context);
    const collected = await collect(subject, language);
    await recordAuditEntry(settings, context, {
      targetUserId: subject.actor.userId,
      action: 'profile.export',
    });
    const wantsPage = context.req.header('accept')?.includes('text/html') ?? false;
    const name = `profile-${collected.exportedAt.slice(0, 10)}.${wantsPage ? 'html' : 'json'}`;
    context.header('content-disposition', `attachment; filename="${name}"`);
    context.header('vary', 'Accept, Accept-Language', { append: true });
    if (!wantsPage) return context.json(collected);
    // Opened from the disk or a download list, never as a page of this origin.
    context.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    return context.html(exportPage(collected, language));
  }

  return { download };
}

function policyLets(check: () => void): boolean {
  try {
    check();
    return true;
  } catch {
    return false;
  }
}

function toRow(
  { name, label, value, verified, verifiable }: FieldView,
  language: string,
): ProfileExport['fields'][number] {
  return {
    name,
    label: textFor(label, language) ?? name,
    value,
    ...(verified !== undefined && { verified }),
    ...(verifiable && { verifiable }),
  };
}
