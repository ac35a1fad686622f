import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parsePolicy, PolicyError } from '../../src/policy/index.js';
import { document } from './support.js';

const rule = { id: 'r', effect: 'allow', actors: ['self'], actions: ['read'], fields: ['*'] };
const field = { attribute: 'nickname', kind: 'text', group: 'main', label: { en: 'x' } };

/** What is wrong → the path it is reported at. */
const mistakes: [string, object, string][] = [
  ['another version', { ...document, version: 2 }, 'version'],
  ['an unknown key at the top', { ...document, rulez: [] }, 'rulez'],
  [
    'a rule with a misspelt key',
    { ...document, rules: [{ ...rule, when: { conection: ['database'] } }] },
    'rules[0].when.conection',
  ],
  ['a rule with a misspelt effect', { ...document, rules: [{ ...rule, effect: 'alow' }] }, 'rules[0].effect'],
  ['actions without fields', { ...document, rules: [{ ...rule, fields: undefined }] }, 'rules[0]'],
  [
    'fields and operations in one rule',
    { ...document, rules: [{ ...rule, operations: ['user.delete'] }] },
    'rules[0]',
  ],
  [
    'an unknown operation',
    { ...document, rules: [{ id: 'r', effect: 'allow', actors: ['self'], operations: ['user.destroy'] }] },
    'rules[0].operations[0]',
  ],
  ['a reason on an allowance', { ...document, rules: [{ ...rule, reason: 'not-allowed' }] }, 'rules[0]'],
  ['a rule about no field', { ...document, rules: [{ ...rule, fields: ['salary'] }] }, 'rules[0].fields[0]'],
  ['a rule for nobody', { ...document, rules: [{ ...rule, actors: ['boss'] }] }, 'rules[0].actors[0]'],
  ['an id used twice', { ...document, rules: [rule, rule] }, 'rules[1].id'],
  ['a declared self', { ...document, actors: { self: { permissions: ['x'] } } }, 'actors.self'],
  [
    'an attribute nobody may touch',
    { ...document, fields: { x: { ...field, attribute: 'blocked' } } },
    'fields.x.attribute',
  ],
  ...[
    'user_metadata',
    'user_metadata.',
    'user_metadata..a',
    'user_metadata.a.',
    'user_metadata.a.$b',
    'user_metadata.a.b.c.d.e.f',
    'name.first',
    'user_metadata.__proto__',
    'user_metadata.__proto__.a',
    'user_metadata.a.__proto__',
    'app_metadata.a.constructor.b',
    'user_metadata.a.prototype',
  ].map((attribute): [string, object, string] => [
    `the attribute ${attribute}`,
    { ...document, fields: { x: { ...field, attribute } } },
    'fields.x.attribute',
  ]),
  [
    'a field inside of another',
    {
      ...document,
      fields: {
        x: { ...field, attribute: 'user_metadata.a.b' },
        y: { ...field, attribute: 'user_metadata.a' },
      },
    },
    'fields.x.attribute',
  ],
  ['two fields over one attribute', { ...document, fields: { x: field, y: field } }, 'fields.y.attribute'],
  ['a field in no group', { ...document, fields: { x: { ...field, group: 'nowhere' } } }, 'fields.x.group'],
  [
    'choices of a list',
    { ...document, fields: { x: { ...field, kind: 'list', constraints: { choices: ['a'] } } } },
    'fields.x.constraints.choices',
  ],
  [
    'a number of items of something else than a list',
    { ...document, fields: { x: { ...field, constraints: { maxItems: 2 } } } },
    'fields.x.constraints.maxItems',
  ],
  [
    'a list of more items than a profile holds',
    { ...document, fields: { x: { ...field, kind: 'list', constraints: { maxItems: 101 } } } },
    'fields.x.constraints.maxItems',
  ],
  [
    'a choice without choices',
    { ...document, fields: { x: { ...field, kind: 'choice' } } },
    'fields.x.constraints',
  ],
];

describe('parsePolicy', () => {
  it('takes members of objects in metadata, next to each other and to names that only begin alike', () => {
    const attributes = [
      'user_metadata.a.b',
      'user_metadata.a.c.d',
      'user_metadata.ab',
      'app_metadata.a',
      'user_metadata.toString.valueOf',
      'app_metadata.x y.c.d.e.f',
    ];
    const fields = Object.fromEntries(
      attributes.map((attribute, index) => [`f${index}`, { ...field, attribute }]),
    );
    const parsed = Object.values(parsePolicy({ ...document, fields }).fields);
    assert.deepEqual(
      parsed.map(({ attribute }) => attribute),
      attributes,
    );
  });

  for (const [label, input, path] of mistakes) {
    it(`refuses ${label}, naming ${path}`, () => {
      assert.throws(
        () => parsePolicy(input),
        (error: unknown) => {
          assert.ok(error instanceof PolicyError);
          assert.ok(
            error.issues.some((issue) => issue.path === path),
            JSON.stringify(error.issues),
          );
          assert.ok(error.message.includes(path));
          return true;
        },
      );
    });
  }

  const suggestions: [object, RegExp][] = [
    [{ ...document, rulez: [] }, /rulez: unknown key; did you mean "rules"\?/],
    [{ ...document, rules: [{ ...rule, effect: 'alow' }] }, /did you mean "allow"\?/],
    [
      { ...document, rules: [{ ...rule, fields: ['jobTitel'] }] },
      /no field "jobTitel"; did you mean "jobTitle"\?/,
    ],
    [{ ...document, rules: [{ ...rule, actors: ['slef'] }] }, /no actor "slef"; did you mean "self"\?/],
  ];
  for (const [input, message] of suggestions) {
    it(`suggests what may have been meant: ${message.source}`, () => {
      assert.throws(() => parsePolicy(input), message);
    });
  }

  it('suggests nothing where nothing is near', () => {
    assert.throws(
      () => parsePolicy({ ...document, colour: 1 }),
      (error: Error) => !error.message.includes('did you mean'),
    );
  });

  it('switches safeguards on that are not written', () => {
    assert.deepEqual(parsePolicy(document).safeguards, {
      lastAdmin: true,
      sharedUsers: 'membership-only',
      deletionDelay: 0,
      auditReason: 'none',
      invitationLinks: 'never',
    });
  });

  it('freezes what it returns, all the way down', () => {
    const policy = parsePolicy({ ...document, rules: [rule] });
    assert.throws(() => (policy.rules as unknown[]).push(rule), TypeError);
    assert.throws(() => Object.assign(policy.rules[0] as object, { effect: 'deny' }), TypeError);
    assert.throws(() => Object.assign(policy.fields, { x: field }), TypeError);
  });
});
