import {
  actions,
  actorsIn,
  answerRow,
  attributeSyncModes,
  connectionClasses,
  operations,
  provisionings,
  type Coordinates,
  type Policy,
} from '../../../../src/policy/index.js';
import { choose, chooseIfGiven } from './parse-choice.js';
import { defineCommand, jsonOption, policyOperand, type ValuesOf } from '../command.js';
import { exitStatus, UsageError } from '../exit.js';
import { readPolicy } from '../policy-file.js';
import { list, painter } from '../terminal.js';
import { explainText, type Assumable } from './explain-text.js';

const options = {
  actor: { value: 'NAME', help: 'Who asks: self, or an actor of the policy' },
  connection: { value: 'CLASS', help: `How the person signs in: ${list(connectionClasses, 'or')}` },
  field: { value: 'NAME', help: 'Which field, together with --action' },
  action: { value: 'ACTION', help: `What is done to the field: ${list(actions, 'or')}` },
  operation: { value: 'NAME', help: 'Which operation, such as user.delete' },
  'attribute-sync': { value: 'MODE', help: `${list(attributeSyncModes, 'or')}; assumed: each-login` },
  provisioning: { value: 'HOW', help: `${list(provisionings, 'or')}; assumed: invitation` },
  shared: { help: 'The person belongs to other organizations too; assumed: not' },
  json: jsonOption,
} as const;
type Values = ValuesOf<typeof options>;

export const explain = defineCommand({
  name: 'policy explain',
  summary: 'Say which gate and rule decide one question, and why',
  operands: [policyOperand],
  options,
  notes: [
    'Needed: --actor, --connection, and either --field with --action or --operation. For example:\n\n' +
      '  orgdesk policy explain --actor self --connection database --field email --action update',
  ],
  async run({ operands: [path], values }, io) {
    const { policy } = await readPolicy(io, path);
    const at = readQuestion(policy, values);
    io.stdout(
      values.json
        ? `${JSON.stringify(answerRow(policy, at), null, 2)}\n`
        : explainText(policy, at, assumed(values), painter(io)),
    );
    return exitStatus.ok;
  },
});

function readQuestion(policy: Policy, values: Values): Coordinates {
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
    shared: values.shared,
  };
}

function readSubject(policy: Policy, { field, action, operation }: Values): Coordinates['subject'] {
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

/** Returns the dimensions for which no option was given. */
function assumed(values: Values): readonly Assumable[] {
  const all: readonly (Assumable | false)[] = [
    values['attribute-sync'] === undefined && 'attributeSync',
    values.provisioning === undefined && 'provisioning',
    !values.shared && 'shared',
  ];
  return all.filter((dimension) => dimension !== false);
}
