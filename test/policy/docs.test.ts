import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseArgs } from 'node:util';
import {
  actions,
  answerRow,
  attributeSyncModes,
  checkPatch,
  connectionClasses,
  decide,
  explainRow,
  lintPolicy,
  operations,
  parsePolicy,
  provisionings,
  resolveField,
  toQuestion,
  type Coordinates,
  type Policy,
} from '../../src/policy/index.js';
import { connections, moment, target } from './support.js';

/** The page is run: its files are parsed, and the answers it shows are asked for again. */
const page = readFileSync(new URL('../../docs/policy.md', import.meta.url), 'utf8');

interface Example {
  readonly heading: string;
  readonly policy: () => Policy;
  /** A command and the sentence it answers with. */
  readonly answers: readonly (readonly [command: string, sentence: string])[];
}

const examples: readonly Example[] = page
  .split(/^#{2,3} /m)
  .filter((section) => section.includes('```json complete\n'))
  .map((section) => {
    const [json = '', ...more] = blocks(section, 'json complete');
    assert.equal(more.length, 0, 'one file for each heading');
    const lines = blocks(section, 'text').flatMap((block) => block.trim().split('\n'));
    return {
      heading: section.slice(0, section.indexOf('\n')),
      policy: () => parsePolicy(JSON.parse(json)),
      answers: lines.flatMap((line, i) =>
        line.startsWith('$ ') ? [[line.slice(2), lines[i + 1] ?? ''] as const] : [],
      ),
    };
  });

function blocks(text: string, language: string): readonly string[] {
  return [...text.matchAll(/^```([\w ]+)\n([^]*?)^```$/gm)].flatMap(([, name, body]) =>
    name === language && body !== undefined ? [body] : [],
  );
}

/** Reads a command of the page as the question it puts. */
function readCommand(command: string): Coordinates {
  const [program, ...args] = command.split(' ');
  assert.equal(program, 'orgdesk');
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      actor: text,
      connection: text,
      field: text,
      action: text,
      operation: text,
      provisioning: text,
      'attribute-sync': text,
      shared: { type: 'boolean' },
    },
  });
  assert.deepEqual(positionals, ['policy', 'explain', 'policy.json']);
  const { actor = '', connection, field, action, operation } = values;
  return {
    actor,
    connection: oneOf(connectionClasses, connection),
    attributeSync: oneOf(attributeSyncModes, values['attribute-sync'] ?? 'each-login'),
    provisioning: oneOf(provisionings, values.provisioning ?? 'invitation'),
    shared: values.shared ?? false,
    subject:
      field === undefined
        ? { operation: oneOf(operations, operation) }
        : { field, action: oneOf(actions, action) },
  };
}

function oneOf<T extends string>(allowed: readonly T[], word: string | undefined): T {
  const found = allowed.find((candidate) => candidate === word);
  assert.ok(found !== undefined, `${word} is none of ${allowed.join(', ')}`);
  return found;
}

const example = (heading: string): Policy => {
  const found = examples.find((candidate) => candidate.heading === heading);
  assert.ok(found, heading);
  return found.policy();
};
const ask = { target: target(connections.database), moment, action: 'update' } as const;

describe('docs/policy.md', () => {
  it('has a first file and five examples', () => {
    assert.deepEqual(
      examples.map(({ heading }) => heading),
      [
        'Your first policy',
        'Invited users',
        'SAML with SCIM',
        'One customer with stricter rules',
        "A help desk that can't see phone numbers",
        "Your app's own fields",
      ],
    );
  });

  for (const { heading, policy, answers } of examples) {
    describe(heading, () => {
      it('is a valid file without a warning', () => {
        assert.deepEqual(lintPolicy(policy()), []);
        assert.notEqual(answers.length, 0);
      });
      for (const [command, sentence] of answers) {
        it(sentence, () => assert.equal(explainRow(answerRow(policy(), readCommand(command))), sentence));
      }
    });
  }

  it('is right about a fresh sign-in for a new address', () => {
    const view = resolveField(
      example('Invited users'),
      {
        actors: ['self'],
        target: target(connections.database, 'open'),
        moment: { signInAge: 301, delegated: false },
        values: {},
        verification: { email: false, phoneNumber: false },
      },
      'email',
    );
    assert.deepEqual([view?.editable, view?.stepUp], [true, true]);
  });

  it('is right about what a directory owns', () => {
    const connection = {
      ...connections.enterprise,
      attributeSync: 'never',
      directoryOwned: ['name'],
    } as const;
    const question = { ...ask, actors: ['self'], target: target(connection) };
    const name = decide(example('SAML with SCIM'), { ...question, field: 'name' });
    assert.equal(name.effect === 'deny' && name.reason, 'directory-owned');
    assert.equal(decide(example('SAML with SCIM'), { ...question, field: 'nickname' }).effect, 'allow');
  });

  it('is right about the regulated customer, also for someone who is admin as well', () => {
    const policy = example('One customer with stricter rules');
    const at = {
      ...readCommand(examples[3]?.answers[0]?.[0] ?? ''),
      mention: { organization: 'tier=regulated' },
    };
    assert.equal(answerRow(policy, at).rule, 'regulated');
    assert.equal(
      answerRow(policy, { ...at, subject: { field: 'nickname', action: 'update' } }).effect,
      'allow',
    );
    assert.equal(decide(policy, { ...toQuestion(at), actors: ['self', 'admin'] }).effect, 'deny');
  });

  it('is right that a hidden field cannot be told from one that does not exist', () => {
    const policy = example("A help desk that can't see phone numbers");
    for (const actors of [['help-desk'], ['self', 'help-desk']]) {
      const situation = { ...ask, actors, values: {}, verification: { email: true, phoneNumber: true } };
      assert.equal(resolveField(policy, situation, 'phoneNumber'), null);
      const verdict = checkPatch(policy, situation, { phoneNumber: '+351215550100', salary: 1 });
      assert.deepEqual(verdict.ok || verdict.refusals.map(({ code }) => code), [
        'field_unknown',
        'field_unknown',
      ]);
    }
  });

  it('names every condition, safeguard and command there is', () => {
    for (const word of ['connection', 'provisioning', 'attributeSync', 'organization', 'targetRole']) {
      assert.match(page, new RegExp(`^\\| \`${word}\``, 'm'));
    }
    for (const word of ['lastAdmin', 'sharedUsers', 'stepUp']) assert.ok(page.includes(`"${word}":`), word);
    for (const command of ['check', 'explain', 'matrix', 'diff', 'scopes', 'schema']) {
      assert.match(page, new RegExp(`^\\| \`policy ${command}`, 'm'));
    }
  });
});
