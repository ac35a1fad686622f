/**
 * The language of the mail. Auth0 has no setting for it; its template may read the invitation's `user_metadata`, and the
 * person who accepts begins with it. So the policy's own language field says where it goes and which there are.
 * https://auth0.com/docs/manage-users/organizations/configure-organizations/invite-members
 */
import { metadataKey, type Policy } from '../../../src/policy/index.js';

export interface EmailLanguages {
  readonly languages: readonly string[];
  /** What goes into `user_metadata`. */
  metadata(language: string | undefined): Readonly<Record<string, unknown>> | null;
}

/** No languages where no field keeps one in `user_metadata` from a list of choices. */
export function emailLanguages({ fields }: Policy): EmailLanguages {
  for (const { kind, attribute, constraints } of Object.values(fields)) {
    const place = metadataKey(attribute);
    if (kind !== 'language' || place?.store !== 'user_metadata' || !constraints?.choices) continue;
    return {
      languages: constraints.choices.map((choice) => (typeof choice === 'string' ? choice : choice.value)),
      metadata: (language) => (language === undefined ? null : { [place.key]: language }),
    };
  }
  return { languages: [], metadata: () => null };
}
