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

/** Why a field is locked, to the person themselves and to someone who edits on their behalf. */
const reasons: Record<FieldReason, (source: string) => Sentences> = {
  'managed-by-connection': (source) => same(`Managed by ${source}.`),
  'refreshed-at-login': (source) => ({
    own: `Managed by ${source} and updated each time you sign in.`,
    onBehalf: `Managed by ${source} and updated each time they sign in.`,
  }),
  'directory-owned': (source) => same(`Synced from the ${source} directory.`),
  'sign-in-identifier': () => ({
    own: 'You use this to sign in.',
    onBehalf: 'They use this to sign in.',
  }),
  'external-database': () => same('Stored in a directory outside this app.'),
  'invited-address': () => ({
    own: 'You were invited with this email address.',
    onBehalf: 'They were invited with this email address.',
  }),
  'shared-user': () => ({
    own: 'You belong to more than one organization, and a change would affect all of them.',
    onBehalf: 'They belong to more than one organization, and a change would affect all of them.',
  }),
  'connection-not-enabled': () =>
    same('This account’s own sign-in method isn’t available in your organization.'),
  masked: () => same('Part of this is hidden.'),
  'unreadable-value': () => same('Stored in an unexpected format.'),
  'not-allowed': () => ({
    own: 'Your organization doesn’t allow you to change this.',
    onBehalf: 'Your organization doesn’t allow changing this for other people.',
  }),
};

/** Who can change it all the same, likewise. */
const whoCan: Record<ChangeOwner, Sentences> = {
  person: { own: 'You can change it there.', onBehalf: 'They can change it themselves.' },
  admin: same('Ask an admin to change it.'),
  inviter: {
    own: 'To use a different address, ask an admin for a new invitation.',
    onBehalf: 'To use a different address, invite them again.',
  },
  'it-team': same('Ask your IT team to change it there.'),
  operator: same('Ask the team that manages the directory to change it.'),
  nobody: same('It can’t be changed here.'),
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
    expect(await lockReasons(true)).to.deep.equal(['Ask Mia.', 'Part of this is hidden. Nobody at all.']);
    expect(await lockReasons(false)).to.deep.equal(['Ask them.', 'Part of this is hidden. Nobody at all.']);
  });

  it('say no one if the proxy does not say who can change it', async () => {
    const editor = await openEditor(new ProxyStub(profileOf(locked('not-allowed', { name: 'a' }))));
    expect(editor.lockReason('a')).to.equal('Your organization doesn’t allow you to change this.');
  });
});

/** Why nothing can be done, to the person themselves and to someone who looks at their profile. */
const operationReasons: readonly (readonly [LockReason, Sentences, ProfileView?])[] = [
  [
    'recreated-at-login',
    {
      own: 'Globex SSO would re-create your account the next time you sign in. Ask your IT team to remove it there.',
      onBehalf:
        'Globex SSO would re-create their account the next time they sign in. Ask your IT team to remove it there.',
    },
  ],
  [
    'recreated-at-login',
    {
      own: 'Your account would be re-created the next time you sign in with Google. To leave, ask an admin to remove you.',
      onBehalf:
        'Their account would be re-created the next time they sign in with Google. Block them instead.',
    },
    social,
  ],
  [
    'last-admin',
    {
      own: 'One of your organizations would be left without an admin. Make someone else an admin first.',
      onBehalf: 'Your organization would be left without an admin. Make someone else an admin first.',
    },
  ],
  ['delegated-session', same('You’re signed in on someone else’s behalf. Sign in as yourself to do this.')],
  [
    'shared-user',
    same(
      'They belong to more than one organization, and this would affect all of them. They can do it themselves.',
    ),
  ],
  ['blocked', same('They’re blocked, and resetting the password would unblock them. Unblock them first.')],
  [
    'managed-by-connection',
    { own: 'Managed by Globex SSO. You can do this there.', onBehalf: 'Managed by Globex SSO.' },
  ],
  [
    'not-allowed',
    {
      own: 'Your organization doesn’t allow this. Ask an admin.',
      onBehalf: 'Your organization doesn’t allow this for other people.',
    },
  ],
];

describe('profile-editor: why an operation is locked', () => {
  for (const [reason, sentences, profile = enterprise] of operationReasons) {
    for (const [whose, own] of [
      ['own', true],
      ['onBehalf', false],
    ] as const) {
      it(`${reason} (${profile.connection.class}, ${whose})`, async () => {
        const operation = { name: 'sessions.read', allowed: false, consequences: [] } as const;
        const proxy = new ProxyStub({
          ...profile,
          own,
          operations: [{ ...operation, reason }],
        });
        const editor = await openEditor(proxy);
        await editor.accountReady();
        const [heading = ''] = editor.accountHeadings;
        expect(heading).to.equal(own ? 'Where you’re signed in' : 'Where they’re signed in');
        expect(editor.accountText(heading)).to.contain(sentences[whose]);
      });
    }
  }
});
