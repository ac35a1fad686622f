/** Reads a question about a policy from its words: `self`, `database`, `email`, `update`. */
import {
  actions,
  actorsIn,
  attributeSyncModes,
  connectionClasses,
  operations,
  provisionings,
  type Coordinates,
  type Policy,
} from '../../../../src/policy/index.js';
import { UsageError } from '../exit.js';
import { list } from '../terminal.js';
import { choose, chooseIfGiven } from './parse-choice.js';

/** By the name of the option. */
export interface QuestionWords {
  readonly actor?: string | undefined;
  readonly connection?: string | undefined;
  readonly field?: string | undefined;
  readonly action?: string | undefined;
  readonly operation?: string | undefined;
  readonly 'attribute-sync'?: string | undefined;
  readonly provisioning?: string | undefined;
  readonly shared?: boolean | undefined;
}

/**
 * Reads the words of a question about a policy.
 * @throws {UsageError} for a word that the policy doesn't have.
 */
export function readQuestion(policy: Policy, values: QuestionWords): Coordinates {
  const { actor, connection } = values;
  const missing = Object.entries({ actor, connection }).filter(([, value]) => value === undefined);
  if (missing.length > 0) {
    throw new UsageError(
      `${list(
        missing.map(([name]) => `--${name}`),
        'and',
      )} must be given`,
    );
  }
  return {
    actor: choose('actor', actor ?? '', actorsIn([policy])),
    connection: choose('connection', connection ?? '', connectionClasses),
    subject: readSubject(policy, values),
    attributeSync:
      chooseIfGiven('attribute-sync', values['attribute-sync'], attributeSyncModes) ?? 'each-login',
    provisioning: chooseIfGiven('provisioning', values.provisioning, provisionings) ?? 'invitation',
    shared: values.shared ?? false,
  };
}

function readSubject(policy: Policy, { field, action, operation }: QuestionWords): Coordinates['subject'] {
  if (operation !== undefined && field === undefined && action === undefined) {
    return { operation: choose('operation', operation, operations) };
  }
  if (operation !== undefined || field === undefined || action === undefined) {
    throw new UsageError('either --field and --action or --operation must be given');
  }
  return {
    field: choose('field', field, Object.keys(policy.fields)),
    action: choose('action', action, actions),
  };
}
