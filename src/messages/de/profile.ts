/** The profile: what is there before anyone edits, in German. */
import type { ProfileMessages } from '../en/profile.js';
import {
  accountBlocked,
  checkFields,
  notSignedIn,
  offline,
  outdatedPage,
  partMissing,
  plural,
  requestId,
  retry,
  seconds,
  sessionExpired,
  signedOut,
  signIn,
  signInFailed,
  tooManyRequests,
  tryLater,
  unreachable,
} from './common.js';

export const profile: ProfileMessages = {
  loading: 'Ihr Profil wird geladen',
  untitled: 'Ihr Profil',
  memberOf: (organization) => `Mitglied von ${organization}`,
  onBehalf: (name) => `Sie bearbeiten das Profil von ${name}.`,
  onBehalfNote: (source) => `Anmeldung mit ${source}. Ihre Änderungen sind für diese Person sichtbar.`,
  partMissing,
  notSet: 'Nicht angegeben',
  verified: 'Bestätigt',
  unverified: 'Nicht bestätigt',
  yes: 'Ja',
  no: 'Nein',
  required: '(erforderlich)',
  save: 'Speichern',
  saving: 'Wird gespeichert…',
  discard: 'Verwerfen',
  unsaved: (count) =>
    plural(count, { one: '# nicht gespeicherte Änderung', other: '# nicht gespeicherte Änderungen' }),
  changesKept: 'Ihre Änderungen sind noch da.',
  wait: (left) => `Sie können es in ${seconds(left)} erneut versuchen.`,
  waitOver: 'Sie können es jetzt erneut versuchen.',
  failedTitle: 'Ihr Profil konnte nicht geladen werden',
  signedOutTitle: signedOut,
  retry,
  signIn,
  requestId,
  reasons: {
    'managed-by-connection': (source, changer) => `Wird von ${source} verwaltet. ${changer}`,
    'refreshed-at-login': (source, changer) =>
      `Wird von ${source} verwaltet und bei jeder Anmeldung aktualisiert. ${changer}`,
    'directory-owned': (source, changer) => `Aus dem Verzeichnis von ${source} synchronisiert. ${changer}`,
    'sign-in-identifier': (_source, changer) => `Damit melden Sie sich an. ${changer}`,
    'external-database': (_source, changer) =>
      `In einem Verzeichnis außerhalb dieser App gespeichert. ${changer}`,
    'invited-address': (_source, changer) => `Sie wurden mit dieser E-Mail-Adresse eingeladen. ${changer}`,
    'shared-user': (_source, changer) =>
      `Sie gehören zu mehreren Organisationen, und eine Änderung würde sich auf alle auswirken. ${changer}`,
    'connection-not-enabled': (_source, changer) =>
      `Die eigene Anmeldemethode dieses Kontos gibt es in Ihrer Organisation nicht. ${changer}`,
    masked: (_source, changer) => `Ein Teil davon ist verborgen. ${changer}`,
    'unreadable-value': (_source, changer) => `In einem unerwarteten Format gespeichert. ${changer}`,
    'not-allowed': (_source, changer) => `Ihre Organisation lässt diese Änderung nicht zu. ${changer}`,
  },
  changers: {
    person: 'Sie können es dort ändern.',
    admin: 'Bitten Sie einen Admin, es zu ändern.',
    inviter: 'Für eine andere Adresse bitten Sie einen Admin um eine neue Einladung.',
    'it-team': 'Bitten Sie Ihr IT-Team, es dort zu ändern.',
    operator: 'Bitten Sie das Team, das das Verzeichnis verwaltet, es zu ändern.',
    nobody: 'Es kann hier nicht geändert werden.',
  },
  problems: {
    signInAgain: sessionExpired,
    seeFields: checkFields,
    reloadPage: outdatedPage,
    tryLater,
    offline,
    token_missing: notSignedIn,
    token_without_organization: 'Melden Sie sich bei Ihrer Organisation an, um Ihr Profil zu sehen.',
    token_not_a_person: 'Melden Sie sich mit Ihrem eigenen Konto an, um Ihr Profil zu sehen.',
    user_blocked: accountBlocked,
    profile_not_found:
      'Sie haben in dieser Organisation kein Profil. Bitten Sie einen Admin, Sie hinzuzufügen.',
    rate_limited: tooManyRequests,
    sign_in_required: 'Melden Sie sich an, um Ihr Profil zu sehen.',
    sign_in_failed: signInFailed,
    proxy_unreachable: unreachable,
  },
  identifiers: { email: 'E-Mail', phone_number: 'Telefonnummer', username: 'Benutzername' },
  signInTitle: {
    password: (identifiers) => `Sie melden sich mit ${identifiers} und Passwort an.`,
    code: 'Sie melden sich mit einem Einmalcode an.',
    provider: (source) => `Sie melden sich mit ${source} an.`,
  },
  signInNote: {
    password: 'Ihr Passwort wird hier nie angezeigt.',
    code: 'Sie brauchen kein Passwort.',
    enterprise: (source, sync) =>
      sync === 'each-login'
        ? `${source} verwaltet einige Ihrer Angaben und aktualisiert sie bei jeder Anmeldung. Wenden Sie sich für Änderungen an Ihr IT-Team.`
        : `${source} verwaltet einige Ihrer Angaben. Wenden Sie sich für Änderungen an Ihr IT-Team.`,
    social: (source, sync) =>
      sync === 'each-login'
        ? `${source} verwaltet einige Ihrer Angaben und aktualisiert sie bei jeder Anmeldung. Sie können sie dort ändern.`
        : `${source} verwaltet einige Ihrer Angaben. Sie können sie dort ändern.`,
  },
};
