import {
  actions,
  answerRow,
  attributeSyncModes,
  connectionClasses,
  provisionings,
} from '../../../../src/policy/index.js';
import { defineCommand, jsonOption, policyOperand, type ValuesOf } from '../command.js';
import { exitStatus } from '../exit.js';
import { readPolicy } from '../policy-file.js';
import { list, painter } from '../terminal.js';
import { explainText, type Assumable } from './explain-text.js';
import { readQuestion } from './question.js';

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

/** Returns the dimensions for which no option was given. */
function assumed(values: Values): readonly Assumable[] {
  const all: readonly (Assumable | false)[] = [
    values['attribute-sync'] === undefined && 'attributeSync',
    values.provisioning === undefined && 'provisioning',
    !values.shared && 'shared',
  ];
  return all.filter((dimension) => dimension !== false);
}
