/**
 * The draft of the invite dialog, while addresses are typed, pasted and sent. Pure: every function takes a draft and returns
 * the next one. Invited addresses leave the draft, refused ones stay with the reason.
 */
import type {
  InvitationRefusal,
  InvitationRequest,
  InvitationResult,
  InvitationResults,
} from '../../contract/invitation.js';
import { addressProblem, normalizeAddress } from '../../policy/address.js';

/** An address that was entered. */
export interface Chip {
  readonly email: string;
  /** Role IDs of this address alone, such as from a line of a file. */
  readonly roles?: readonly string[];
  /** Why it can't be invited: by its form, or by the last response. */
  readonly refusal: InvitationRefusal | null;
  /** The last result for this address. */
  readonly result?: InvitationResult;
}

export interface InviteDraft {
  readonly chips: readonly Chip[];
  /** The text in the input that isn't an entry yet. */
  readonly typed: string;
  readonly roles: readonly string[];
  /** `null` lets the invited person choose at sign-in. */
  readonly connectionId: string | null;
  readonly expiresInSeconds: number;
  readonly language: string | null;
}

export type DraftDefaults = Pick<InviteDraft, 'connectionId' | 'expiresInSeconds' | 'roles'>;

export function emptyDraft(defaults: DraftDefaults): InviteDraft {
  return { chips: [], typed: '', language: null, ...defaults };
}

/** Between addresses in pasted text, also as Japanese and Chinese keyboards write them. */
const separators = /[\s,;，；、]+/;
/** `"Okafor; Mia" <mia@acme.example>`: what the name has in quotes separates nothing. */
const quotedName = /["“„][^"“”\n]*["”](?=\s*<)/g;
/** `mia@acme.example (Mia Okafor)`, and the `(IT)` of some names. */
const comment = /\([^()]*\)/g;

/**
 * Returns everything in the text that could be meant as an address: from an email header, a column, a sentence.
 * @example splitAddresses('Okafor, Mia <mia@acme.example>; lio@acme.example') // ['mia@acme.example', 'lio@acme.example']
 */
export function splitAddresses(text: string): readonly string[] {
  const pieces = text
    .replace(/\[(mailto:[^\]]*)\]/gi, '<$1>')
    .replace(quotedName, 'name')
    .replace(comment, ' ')
    .split(/<([^<>]*)>/);
  // Every other piece was in angle brackets. A name stands before it.
  return pieces.flatMap((piece, at) =>
    at % 2 === 0 && at < pieces.length - 1 ? wordsBeforeName(piece) : wordsOf(piece),
  );
}

/** A name can have a comma, as in "Okafor, Mia", and look like an address. */
function wordsBeforeName(text: string): readonly string[] {
  const end = Math.max(...[';', '；', '\n'].map((each) => text.lastIndexOf(each))) + 1;
  const words = wordsOf(text.slice(end));
  const others = /[,，、]\s*$/.test(text) ? words : words.slice(0, -1);
  return [...wordsOf(text.slice(0, end)), ...others.filter((word) => word.includes('@'))];
}

/** Without labels ("To:", "mailto:"), quotes around an address, the dot of a sentence, and the subject of a link. */
function wordsOf(text: string): readonly string[] {
  return text
    .split(separators)
    .map((word) => word.replace(/^[^@]*:|^['"‘“„]+|['"’”.]+$/g, '').replace(/(@[^?]*)\?.*$/, '$1'))
    .filter((word) => word !== '');
}

export function isAddress(text: string): boolean {
  return addressProblem(normalizeAddress(text)) === null;
}

/** Takes typed text. A separator turns it into entries. */
export function typeText(draft: InviteDraft, text: string): InviteDraft {
  const ended = /[\s,;，；、]$/.test(text);
  // Without an @, it may be the name in front of an address in angle brackets.
  if (!ended || !text.includes('@')) return { ...draft, typed: text };
  return addText(draft, text);
}

/** Turns text that was pasted, or left in the input, into entries. */
export function addText(draft: InviteDraft, text: string): InviteDraft {
  const added = splitAddresses(text).map((email) => ({ email }));
  return addEntries({ ...draft, typed: '' }, added);
}

/** Adds entries. An address that is there already isn't added again, but takes the new roles. */
export function addEntries(
  draft: InviteDraft,
  entries: readonly Pick<Chip, 'email' | 'roles'>[],
): InviteDraft {
  const chips = new Map(draft.chips.map((chip) => [chip.email, chip]));
  for (const { email: typed, roles } of entries) {
    const email = normalizeAddress(typed);
    if (email === '' || (chips.has(email) && !roles)) continue;
    chips.set(email, {
      email,
      ...(roles && { roles }),
      refusal: addressProblem(email),
    });
  }
  return { ...draft, chips: [...chips.values()] };
}

export function removeChip(draft: InviteDraft, email: string): InviteDraft {
  return { ...draft, chips: draft.chips.filter((chip) => chip.email !== email) };
}

/** Puts an address back into the input to be corrected. */
export function editChip(draft: InviteDraft, email: string): InviteDraft {
  return { ...removeChip(draft, email), typed: email };
}

/** Refusals that another attempt, or another choice in the form, may resolve. */
const retryable: ReadonlySet<InvitationRefusal> = new Set<InvitationRefusal>([
  'rate-limited',
  'not-sent',
  'outcome-unknown',
  'connection-not-invitable',
  'role-not-assignable',
]);

/** Returns the addresses to send. Those with a permanent refusal are left out. */
export function sendable(draft: InviteDraft): readonly Chip[] {
  return draft.chips.filter(({ refusal }) => refusal === null || retryable.has(refusal));
}

/** Adds an address that is still in the input: people submit without ending the last one. */
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

/** Applies results: invited addresses are removed, refused ones keep the reason. A dry run removes none. */
export function absorbResults(draft: InviteDraft, { results }: InvitationResults): InviteDraft {
  const byEmail = new Map(results.map((result) => [normalizeAddress(result.email), result]));
  const chips = draft.chips.flatMap((chip): Chip[] => {
    const result = byEmail.get(chip.email);
    if (!result) return [chip];
    if (result.outcome === 'invited') return [];
    return [{ ...chip, result, refusal: result.outcome === 'refused' ? (result.code ?? 'not-sent') : null }];
  });
  return { ...draft, chips };
}

/** Changes a choice. Results under the earlier choice are dropped. */
export function choose(
  draft: InviteDraft,
  choice: Partial<Pick<InviteDraft, 'roles' | 'connectionId' | 'expiresInSeconds' | 'language'>>,
): InviteDraft {
  const chips = draft.chips.map(({ email, roles }) => ({
    email,
    ...(roles && { roles }),
    refusal: addressProblem(email),
  }));
  return { ...draft, ...choice, chips };
}
