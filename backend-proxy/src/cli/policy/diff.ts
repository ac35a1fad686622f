import { diffPolicies, type Difference } from '../../../../src/policy/index.js';
import { defineCommand, jsonOption } from '../command.js';
import { exitStatus, UsageError } from '../exit.js';
import { readPolicy } from '../policy-file.js';
import { painter } from '../terminal.js';
import { diffDeclarations, type DeclarationChange } from './diff-declarations.js';
import { groupDifferences } from './diff-groups.js';
import { countChanges, diffText } from './diff-text.js';

export const diff = defineCommand({
  name: 'policy diff',
  summary: 'Show whose access widened or narrowed between two policies',
  operands: [
    { name: 'OLD', help: 'The policy as it was; "-" is the standard input' },
    { name: 'NEW', help: 'The policy as it is to be; "-" is the standard input' },
  ],
  options: {
    'no-widening': { help: 'Exit with 1 when something widened' },
    json: jsonOption,
  },
  notes: [
    'Every question is put to both policies, and once more in each circumstance that a safeguard looks at. What no answer\n' +
      'shows is compared as well: which permissions make an actor, where a field is kept, how old a sign-in may be.\n' +
      'Constraints of values are not compared.',
    'In CI: git show main:policy.json | orgdesk policy diff - policy.json --no-widening',
  ],
  async run({ operands: [old = '', next = ''], values }, io) {
    if (old === '-' && next === '-') throw new UsageError('only one of the two can be the standard input');
    const before = await readPolicy(io, old);
    const after = await readPolicy(io, next);
    const differences = diffPolicies(before.policy, after.policy);
    const declarations = diffDeclarations(before.policy, after.policy);
    io.stdout(
      values.json
        ? toJson(differences, declarations)
        : diffText(
            differences,
            groupDifferences(before.policy, after.policy, differences),
            declarations,
            painter(io),
          ),
    );
    const { widened } = countChanges([...differences, ...declarations]);
    return widened > 0 && values['no-widening'] ? exitStatus.refused : exitStatus.ok;
  },
});

function toJson(differences: readonly Difference[], declarations: readonly DeclarationChange[]): string {
  const counts = countChanges([...differences, ...declarations]);
  return `${JSON.stringify({ ...counts, differences, declarations }, null, 2)}\n`;
}
