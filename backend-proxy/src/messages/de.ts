/** Texts of the proxy's own files, in German. */
import type { ProxyMessages } from './en.js';

export const de: ProxyMessages = {
  columns: {
    name: 'Name',
    email: 'E-Mail',
    roles: 'Rollen',
    connection: 'Anmeldemethode',
    status: 'Status',
    lastLogin: 'Letzte Anmeldung',
    createdAt: 'Erstellt',
    userId: 'Benutzer-ID',
  },
  statuses: {
    blocked: 'Gesperrt',
    'locked-out': 'Ausgesperrt',
    unverified: 'E-Mail nicht bestätigt',
  },
  exportPage: {
    title: (organization) => `Ihre Daten bei ${organization}`,
    exported: (when) => `Exportiert am ${when}.`,
    userId: 'Benutzer-ID',
    signIn: 'Anmeldemethode',
    otherOrganizations: 'Weitere Organisationen',
    verified: 'bestätigt',
    unverified: 'nicht bestätigt',
    notSet: 'Nicht angegeben',
    sessions: 'Aktive Sitzungen',
    browser: 'Browser',
    ipAddress: 'IP-Adresse',
    lastActive: 'Zuletzt aktiv',
  },
};
