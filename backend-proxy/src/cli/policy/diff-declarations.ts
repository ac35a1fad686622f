/** What two policies declare differently without an answer of theirs showing it. */
import type { Policy } from '../../../../src/policy/index.js';

export interface DeclarationChange {
  readonly change: 'widened' | 'narrowed';
  readonly path: string;
  readonly message: string;
}

export function diffDeclarations(before: Policy, after: Policy): readonly DeclarationChange[] {
  return [
    ...diffPermissions(before, after),
    ...diffAttributes(before, after),
    ...diffStepUp(before.safeguards.stepUp, after.safeguards.stepUp),
  ];
}

/** Answers are given to actors by name; the permissions say who that is. */
function diffPermissions(before: Policy, after: Policy): DeclarationChange[] {
  return commonKeys(before.actors, after.actors).flatMap((name) => {
    const [was, is] = [before, after].map(({ actors }) => actors[name]?.permissions ?? []) as [Words, Words];
    const path = `actors.${name}.permissions`;
    const whoever = (permission: string) => `whoever has "${permission}"`;
    return [
      ...without(is, was).map((permission) => ({
        change: 'widened' as const,
        path,
        message: `${whoever(permission)} is ${name} now`,
      })),
      ...without(was, is).map((permission) => ({
        change: 'narrowed' as const,
        path,
        message: `${whoever(permission)} is no longer ${name} by that`,
      })),
    ];
  });
}

/** The same field over another attribute opens that attribute, whatever the answers say. */
function diffAttributes(before: Policy, after: Policy): DeclarationChange[] {
  return commonKeys(before.fields, after.fields).flatMap((name) => {
    const [was, is] = [before.fields[name]?.attribute, after.fields[name]?.attribute];
    if (was === is) return [];
    return [
      { change: 'widened', path: `fields.${name}.attribute`, message: `opens "${is}" instead of "${was}"` },
    ];
  });
}

type StepUp = Policy['safeguards']['stepUp'];

/** Switching it on or off shows in the answers after an old sign-in. */
function diffStepUp(before: StepUp, after: StepUp): DeclarationChange[] {
  if (!before || !after || before.maxAge === after.maxAge) return [];
  return [
    {
      change: after.maxAge > before.maxAge ? 'widened' : 'narrowed',
      path: 'safeguards.stepUp.maxAge',
      message: `a sign-in may be ${after.maxAge} seconds old instead of ${before.maxAge}`,
    },
  ];
}

type Words = readonly string[];

function without(words: Words, others: Words): Words {
  return words.filter((word) => !others.includes(word));
}

function commonKeys(one: object, other: object): Words {
  return Object.keys(one).filter((key) => Object.hasOwn(other, key));
}
