/** What a person can see, change and store, as lists of names. */
import { checkPatch, resolveFields, type Policy, type EvaluationContext } from '../../src/policy/index.js';
import type { Draft } from './arbitraries.js';

export const visibleIn = (policy: Policy, situation: EvaluationContext) =>
  resolveFields(policy, situation).map(({ name }) => name);
export const editableIn = (policy: Policy, situation: EvaluationContext) =>
  resolveFields(policy, situation).flatMap(({ name, editable }) => (editable ? [name] : []));
/** Editable without another sign-in. */
export const storableIn = (policy: Policy, situation: EvaluationContext) =>
  resolveFields(policy, situation).flatMap(({ name, editable, stepUp }) =>
    editable && !stepUp ? [name] : [],
  );
/** The fields of which a new value would be stored, asked one by one. */
export const storedBy = (policy: Policy, situation: EvaluationContext, { fields, samples }: Draft) =>
  Object.keys(fields).filter((name) => checkPatch(policy, situation, { [name]: samples[name]?.good }).ok);
