/** Compares declarations whose change does not show in any answer: permissions, attributes, the age of a sign-in. */
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

/** Answers name actors. The permissions decide who that actor is. */
function diffPermissions(before: Policy, after: Policy): DeclarationChange[] {
  return commonKeys(before.actors, after.actors).flatMap((name) => {
    const [was, is] = [before, after].map(({ actors }) => actors[name]?.permissions ?? []) as [Names, Names];
    const path = `actors.${name}.permissions`;
    const anyoneWith = (permission: string) => `anyone with "${permission}"`;
    return [
      ...without(is, was).map((permission) => ({
        change: 'widened' as const,
        path,
        message: `${anyoneWith(permission)} is ${name} now`,
      })),
      ...without(was, is).map((permission) => ({
        change: 'narrowed' as const,
        path,
        message: `${anyoneWith(permission)} is no longer ${name}`,
      })),
    ];
  });
}

/** A field that maps to another attribute opens that attribute, even if its answers stay the same. */
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

/** Turning step-up on or off already shows in the answers, so only the age is compared. */
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

type Names = readonly string[];

function without(names: Names, others: Names): Names {
  return names.filter((word) => !others.includes(word));
}

function commonKeys(one: object, other: object): Names {
  return Object.keys(one).filter((key) => Object.hasOwn(other, key));
}
