import { expect } from '@open-wc/testing';
import { parseBulkIntent, parseFollowedRun } from '../../src/state/bulk/bulk-intent.js';
import { parseMemberIntent } from '../../src/state/member/member-intent.js';

const person = { userId: 'auth0|mia', name: 'Mia Okafor', email: null, picture: null, roles: null };
const dialog = { operation: 'member.block', person, reason: 'left', chosen: null };

/** The same intent with one value replaced by something a script of the page may have put there. */
const replaced = (intent: object, path: readonly string[], value: unknown): unknown => {
  const [name = '', ...rest] = path;
  const inner = Reflect.get(intent, name) as object;
  return { ...intent, [name]: rest.length > 0 ? replaced(inner, rest, value) : value };
};

describe('parseMemberIntent', () => {
  const intent = { page: 'auth0|mia', dialog };

  it('returns what was saved', () => {
    expect(parseMemberIntent(JSON.parse(JSON.stringify(intent)))).to.deep.equal(intent);
    expect(parseMemberIntent({ page: null, dialog: null })).to.deep.equal({ page: null, dialog: null });
    const roles = { ...dialog, operation: 'roles.assign', chosen: ['rol_viewer'] };
    expect(parseMemberIntent({ page: null, dialog: roles }).dialog).to.deep.equal(roles);
  });

  it('drops what it does not know', () => {
    const extra = { page: null, dialog: { ...dialog, person: { ...person, admin: true } }, next: '/evil' };
    expect(parseMemberIntent(extra)).to.deep.equal({ page: null, dialog });
  });

  const hostile: readonly (readonly [path: readonly string[], value: unknown])[] = [
    [['page'], { toString: 'auth0|mia' }],
    [['dialog'], 'member.block'],
    [['dialog', 'operation'], 'organization.delete'],
    [['dialog', 'operation'], 'constructor'],
    [['dialog', 'person'], null],
    [['dialog', 'person', 'userId'], 7],
    [['dialog', 'person', 'picture'], ['https://evil.example']],
    [['dialog', 'person', 'roles'], [{ id: 'rol_admin' }]],
    [['dialog', 'reason'], undefined],
    [['dialog', 'chosen'], 'rol_admin'],
    [['dialog', 'chosen'], [null]],
  ];
  for (const [path, value] of hostile) {
    it(`throws on ${JSON.stringify(value)} as ${path.join('.')}`, () => {
      expect(() => parseMemberIntent(replaced(intent, path, value))).to.throw(TypeError);
    });
  }

  it('throws on anything but an object', () => {
    for (const value of [null, [], 'member', 1, undefined]) {
      expect(() => parseMemberIntent(value)).to.throw(TypeError);
    }
  });
});

describe('parseBulkIntent', () => {
  const intent = {
    operation: 'roles.assign',
    people: [{ userId: 'auth0|mia', name: null, email: 'mia@acme.example' }],
    choice: { add: ['rol_viewer'], remove: [] },
  };

  it('returns what was saved', () => {
    expect(parseBulkIntent(JSON.parse(JSON.stringify(intent)))).to.deep.equal(intent);
  });

  const hostile: readonly (readonly [path: readonly string[], value: unknown])[] = [
    [['operation'], 'member.mfa-reset'],
    [['people'], { length: 1, 0: { userId: 'auth0|mia' } }],
    [['people'], ['auth0|mia']],
    [['people'], [{ userId: null, name: null, email: null }]],
    [['choice'], []],
    [['choice', 'add'], 'rol_admin'],
  ];
  for (const [path, value] of hostile) {
    it(`throws on ${JSON.stringify(value)} as ${path.join('.')}`, () => {
      expect(() => parseBulkIntent(replaced(intent, path, value))).to.throw(TypeError);
    });
  }

  it('of a run names the run', () => {
    expect(parseFollowedRun({ ...intent, id: '7f6' })).to.deep.equal({ ...intent, id: '7f6' });
    for (const id of [undefined, null, ['7f6']])
      expect(() => parseFollowedRun({ ...intent, id })).to.throw(TypeError);
    expect(() => parseFollowedRun({ id: '7f6' })).to.throw(TypeError);
  });
});
