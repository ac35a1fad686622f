import { expect } from '@open-wc/testing';
import type { ProfileView } from '../../src/contract/profile.js';
import {
  changeOwners,
  fieldReasons,
  type ChangeOwner,
  type ConnectionClass,
  type FieldReason,
  type LockReason,
} from '../../src/policy/vocabulary.js';
import { database, enterprise, locked, passwordless, profileOf, social } from './profiles.js';
import { ProxyStub } from './stub.js';
import { openEditor } from './support.js';

const profiles: Record<ConnectionClass, ProfileView> = { database, enterprise, social, passwordless };

interface Sentences {
  readonly own: string;
  readonly onBehalf: string;
}

/** Why a field is locked, to the person themselves and to somebody who edits on their behalf. */
const reasons: Record<FieldReason, (source: string) => Sentences> = {
  'managed-by-connection': (source) => same(`Managed by ${source}.`),
  'refreshed-at-login': (source) => ({
    own: `Managed by ${source}, refreshed each time you sign in.`,
    onBehalf: `Managed by ${source}, refreshed each time they sign in.`,
  }),
  'directory-owned': (source) => same(`Kept in step with the directory of ${source}.`),
  'sign-in-identifier': () => ({
    own: 'You sign in with this.',
    onBehalf: 'They sign in with this.',
  }),
  'external-database': () => same('Kept in a directory outside this app.'),
  'invited-address': () => ({
    own: 'This is the address you were invited with.',
    onBehalf: 'This is the address they were invited with.',
  }),
  'shared-user': () => ({
    own: 'You use other organizations too, which this would reach.',
    onBehalf: 'They use other organizations too, which this would reach.',
  }),
  masked: () => same('You see only a part of this.'),
  'not-allowed': () => ({
    own: 'Your organization does not let you change this.',
    onBehalf: 'Your organization does not let you change this for others.',
  }),
};

/** Who can change it all the same, likewise. */
const whoCan: Record<ChangeOwner, Sentences> = {
  person: { own: 'You can change it there.', onBehalf: 'They can change it themselves.' },
  admin: same('An admin of your organization can change it.'),
  inviter: {
    own: 'An admin of your organization can invite you with another one.',
    onBehalf: 'They can be invited with another one.',
  },
  'it-team': same('Your IT team can change it there.'),
  operator: same('Whoever runs that can change it there.'),
  nobody: same('Nobody can change it here.'),
};

function same(sentence: string): Sentences {
  return { own: sentence, onBehalf: sentence };
}

/** One field for each reason, and one for each who can change it. */
const lockedFields = [
  ...fieldReasons.map((reason) => locked(reason, { name: reason, changeableBy: 'nobody' })),
  ...changeOwners.map((changer) => locked('not-allowed', { name: changer, changeableBy: changer })),
];

for (const [connectionClass, { connection }] of Object.entries(profiles)) {
  for (const [whose, own] of [
    ['own', true],
    ['onBehalf', false],
  ] as const) {
    describe(`profile-editor: why a field is locked (${connectionClass}, ${whose})`, () => {
      for (const readOnly of [false, true]) {
        it(`says so, and who can change it${readOnly ? ', when nothing is to be edited' : ''}`, async () => {
          const proxy = new ProxyStub({ ...profileOf(...lockedFields), connection, own });
          const editor = await openEditor(proxy, { readOnly });
          for (const reason of fieldReasons) {
            const why = reasons[reason](connection.label)[whose];
            expect(editor.lockReason(reason)).to.equal(`${why} ${whoCan.nobody[whose]}`);
          }
          for (const changer of changeOwners) {
            const why = reasons['not-allowed'](connection.label)[whose];
            expect(editor.lockReason(changer)).to.equal(`${why} ${whoCan[changer][whose]}`);
          }
        });
      }
    });
  }
}

describe("profile-editor: the host's messages for a locked field", () => {
  const messages = {
    reasons: { 'not-allowed': () => 'Ask Mia.' },
    theirReasons: { 'not-allowed': () => 'Ask them.' },
    changers: { nobody: 'Nobody at all.' },
  };
  const lockReasons = async (own: boolean) => {
    const fields = [
      locked('not-allowed', { name: 'a', changeableBy: 'admin' }),
      locked('masked', { name: 'b', changeableBy: 'nobody' }),
    ];
    const editor = await openEditor(new ProxyStub({ ...profileOf(...fields), own }), { messages });
    return [editor.lockReason('a'), editor.lockReason('b')];
  };

  it('replace the default messages, for the user and on behalf of a member', async () => {
    expect(await lockReasons(true)).to.deep.equal([
      'Ask Mia.',
      'You see only a part of this. Nobody at all.',
    ]);
    expect(await lockReasons(false)).to.deep.equal([
      'Ask them.',
      'You see only a part of this. Nobody at all.',
    ]);
  });

  it('say no one if the proxy does not say who can change it', async () => {
    const editor = await openEditor(new ProxyStub(profileOf(locked('not-allowed', { name: 'a' }))));
    expect(editor.lockReason('a')).to.equal('Your organization does not let you change this.');
  });
});

/** Why nothing can be done, to the person themselves and to somebody who looks at their profile. */
const operationReasons: readonly (readonly [LockReason, Sentences])[] = [
  [
    'recreated-at-login',
    {
      own: 'Your account comes from Globex SSO and would be created again the next time you sign in. Ask your IT team to remove it there.',
      onBehalf:
        'Their account comes from Globex SSO and would be created again the next time they sign in. Your IT team can remove it there.',
    },
  ],
  [
    'last-admin',
    {
      own: 'Nobody else can manage the people of an organization you belong to. Make somebody else an admin first.',
      onBehalf:
        'Nobody else could manage the people of your organization afterwards. Make somebody else an admin first.',
    },
  ],
  ['delegated-session', same('Somebody else is acting with your session. Sign in yourself to do this.')],
  [
    'shared-user',
    same('This person uses other organizations too, which this would reach. They can do this themselves.'),
  ],
  ['blocked', same('This person is blocked, and a new password would lift the block. Unblock them first.')],
  ['managed-by-connection', same('This is looked after by Globex SSO, and is done there.')],
  [
    'not-allowed',
    {
      own: 'Your organization does not let you do this. Ask an admin of your organization.',
      onBehalf: 'Your organization does not let you do this for others.',
    },
  ],
];

describe('profile-editor: why an operation is locked', () => {
  for (const [reason, sentences] of operationReasons) {
    for (const [whose, own] of [
      ['own', true],
      ['onBehalf', false],
    ] as const) {
      it(`${reason} (${whose})`, async () => {
        const operation = { name: 'sessions.read', allowed: false, consequences: [] } as const;
        const proxy = new ProxyStub({
          ...enterprise,
          own,
          operations: [{ ...operation, reason }],
        });
        const editor = await openEditor(proxy);
        await editor.accountReady();
        const [heading = ''] = editor.accountHeadings;
        expect(heading).to.equal(own ? 'Where you are signed in' : 'Where they are signed in');
        expect(editor.accountText(heading)).to.contain(sentences[whose]);
      });
    }
  }
});
