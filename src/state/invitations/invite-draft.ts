/**
 * Whom somebody is about to invite, as they type, paste and send it. Pure: each function takes a draft and answers with the
 * next one. What has been sent goes; what was refused stays with its reason.
 */
import type {
  InvitationRefusal,
  InvitationRequest,
  InvitationResult,
  InvitationResults,
} from '../../contract/invitation.js';
import { checkValue, normalizeValue } from '../../policy/check-value.js';

/** One address that was entered. */
export interface Chip {
  readonly email: string;
  /** Role ids of its own, as from a line of a file. */
  readonly roles?: readonly string[];
  /** What is known against it: by its form, or by the last answer. */
  readonly refusal: InvitationRefusal | null;
  /** The answer that said so, for what it says beside. */
  readonly result?: InvitationResult;
}

export interface InviteDraft {
  readonly chips: readonly Chip[];
  /** What is in the input and not yet an entry of its own. */
  readonly typed: string;
  readonly roles: readonly string[];
  /** `null`: the person may choose at sign-in. */
  readonly connectionId: string | null;
  readonly expiresInSeconds: number;
  readonly language: string | null;
}

export type DraftDefaults = Pick<InviteDraft, 'connectionId' | 'expiresInSeconds' | 'roles'>;

export function emptyDraft(defaults: DraftDefaults): InviteDraft {
  return { chips: [], typed: '', language: null, ...defaults };
}

/** What separates addresses in text that people paste: from a mail's header, a column, a sentence. */
const separators = /[\s,;]+/;
/** `Mia Okafor <mia@acme.example>`, as mail programs write it. */
const named = /(?:"[^"]*"|[^<>,;\n"])*<([^<>]*)>/g;

/** Everything in the text that could be meant as an address. */
export function splitAddresses(text: string): readonly string[] {
  return text
    .replace(named, ' $1 ')
    .split(separators)
    .map((part) => part.replace(/^mailto:/i, ''))
    .filter((part) => part !== '');
}

export function isAddress(text: string): boolean {
  const value = normalizeValue('email', text);
  return value !== null && checkValue({ kind: 'email', required: true, constraints: {} }, value) === null;
}

/** Text is typed: what a separator ends becomes an entry, the rest stays in the input. */
export function typeText(draft: InviteDraft, text: string): InviteDraft {
  const ended = /[\s,;]$/.test(text);
  // While somebody writes a name before an address in angle brackets, nothing is an entry yet.
  if (!ended || !text.includes('@')) return { ...draft, typed: text };
  return addText(draft, text);
}

/** Text is pasted, or the input is left: all of it becomes entries. */
export function addText(draft: InviteDraft, text: string): InviteDraft {
  const added = splitAddresses(text).map((email) => ({ email }));
  return addEntries({ ...draft, typed: '' }, added);
}

/** An address that is there already is not entered twice; roles of its own replace those it had. */
export function addEntries(
  draft: InviteDraft,
  entries: readonly Pick<Chip, 'email' | 'roles'>[],
): InviteDraft {
  const chips = new Map(draft.chips.map((chip) => [chip.email, chip]));
  for (const { email: typed, roles } of entries) {
    const email = String(normalizeValue('email', typed) ?? '');
    if (email === '' || (chips.has(email) && !roles)) continue;
    chips.set(email, {
      email,
      ...(roles && { roles }),
      refusal: isAddress(email) ? null : 'address-invalid',
    });
  }
  return { ...draft, chips: [...chips.values()] };
}

export function removeChip(draft: InviteDraft, email: string): InviteDraft {
  return { ...draft, chips: draft.chips.filter((chip) => chip.email !== email) };
}

/** Back into the input, to be mended there. */
export function editChip(draft: InviteDraft, email: string): InviteDraft {
  return { ...removeChip(draft, email), typed: email };
}

/** Refusals that a new attempt, or another choice in the form, may turn around. */
const passing: ReadonlySet<InvitationRefusal> = new Set<InvitationRefusal>([
  'rate-limited',
  'not-sent',
  'connection-not-invitable',
  'role-not-assignable',
]);

/** Those that a request would name: the ones with a lasting objection stay behind until somebody mends them. */
export function sendable(draft: InviteDraft): readonly Chip[] {
  return draft.chips.filter(({ refusal }) => refusal === null || passing.has(refusal));
}

/** With what is in the input, if that is an address: people press Send without ending the last one. */
export function committed(draft: InviteDraft): InviteDraft {
  return isAddress(draft.typed) || draft.typed.includes('@') ? addText(draft, draft.typed) : draft;
}

export function requestOf(draft: InviteDraft, chips: readonly Chip[], dryRun: boolean): InvitationRequest {
  const { roles, connectionId, expiresInSeconds, language } = draft;
  return {
    invitations: chips.map(({ email, roles: own }) => ({ email, ...(own && { roles: own }) })),
    roles,
    expiresInSeconds,
    ...(connectionId && { connectionId }),
    ...(language && { language }),
    ...(dryRun && { dryRun }),
  };
}

/** Who was invited goes, who was refused stays with the reason. After a dry run nobody goes. */
export function absorbResults(draft: InviteDraft, { results }: InvitationResults): InviteDraft {
  const told = new Map(results.map((result) => [String(normalizeValue('email', result.email)), result]));
  const chips = draft.chips.flatMap((chip): Chip[] => {
    const result = told.get(chip.email);
    if (!result) return [chip];
    if (result.outcome === 'invited') return [];
    return [{ ...chip, result, refusal: result.outcome === 'refused' ? (result.code ?? 'not-sent') : null }];
  });
  return { ...draft, chips };
}

/** What was found out under other choices holds no longer. */
export function choose(
  draft: InviteDraft,
  choice: Partial<Pick<InviteDraft, 'roles' | 'connectionId' | 'expiresInSeconds' | 'language'>>,
): InviteDraft {
  const chips = draft.chips.map(({ email, roles, refusal }) => ({
    email,
    ...(roles && { roles }),
    refusal: refusal === 'address-invalid' ? refusal : null,
  }));
  return { ...draft, ...choice, chips };
}
