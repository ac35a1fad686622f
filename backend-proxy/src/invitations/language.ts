/**
 * Language of invitation emails. Auth0 has no setting for it, but the email template can read the invitation's
 * `user_metadata`, which also becomes the new user's. So the policy's language field decides the key and the choices.
 * https://auth0.com/docs/manage-users/organizations/configure-organizations/invite-members
 */
import { metadataPatch, metadataPath, type Policy } from '../../../src/policy/index.js';

export interface EmailLanguages {
  readonly languages: readonly string[];
  /** Returns the invitation's `user_metadata`. */
  metadata(language: string | undefined): Readonly<Record<string, unknown>> | null;
}

/** Returns no languages if no language field stores a choice in `user_metadata`. */
export function emailLanguages({ fields }: Policy): EmailLanguages {
  for (const { kind, attribute, constraints } of Object.values(fields)) {
    const store = metadataPath(attribute)?.store;
    if (kind !== 'language' || store !== 'user_metadata' || !constraints?.choices) continue;
    return {
      languages: constraints.choices.map((choice) => (typeof choice === 'string' ? choice : choice.value)),
      metadata: (language) =>
        language === undefined ? null : (metadataPatch([{ attribute, value: language }], {})[store] ?? null),
    };
  }
  return { languages: [], metadata: () => null };
}
