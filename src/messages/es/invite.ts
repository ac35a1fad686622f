/** The dialog that invites people, in Spanish. */
import type { InviteMessages } from '../en/invite.js';
import { cancel, continueIn, plural, rolesAbove, days, formatted } from './common.js';

export const invite: InviteMessages = {
  title: (organization) => `Invitar a personas a ${organization}`,
  addresses: 'Direcciones de correo',
  addressesHelp: 'Separa las direcciones con comas, espacios o saltos de línea.',
  entered: (count) => plural(count, { one: '# dirección en la lista', other: '# direcciones en la lista' }),
  remove: (email) => `Quitar ${email}`,
  edit: (email) => `Editar ${email}`,
  file: 'O sube un archivo CSV o TSV',
  fileHelp:
    'De una hoja de cálculo o un directorio, con una columna de direcciones de correo y, si quieres, una de roles. Podrás revisarlo todo antes de enviarlo.',
  fileRead: (count) =>
    plural(count, {
      one: 'Se encontró # persona en el archivo.',
      other: 'Se encontraron # personas en el archivo.',
    }),
  emailsFrom: (heading) => `Las direcciones de correo son de la columna “${heading}”.`,
  rolesFrom: (heading) => `Los roles son de la columna “${heading}”.`,
  noRoleColumn: 'El archivo no tiene una columna de roles.',
  skipped: (count, rows) =>
    plural(count, {
      one: (number) => `Se omitió ${number} fila sin dirección de correo: ${rows}`,
      other: (number) => `Se omitieron ${number} filas sin dirección de correo: ${rows}`,
    }),
  unknownRoles: (names) => `Estos roles no existen: ${names}`,
  fileProblems: {
    unreadable: 'No se pudo leer el archivo. Vuelve a elegirlo.',
    'no-addresses':
      'No se encontraron direcciones de correo. El archivo necesita una columna de direcciones de correo.',
    workbook: 'Este archivo es un libro de Excel. Guárdalo como CSV y elige ese archivo.',
  },
  roles: 'Roles',
  rolesHelp: 'Sin un rol, estas personas solo tendrán el acceso predeterminado.',
  rolesAbove,
  connection: 'Método de inicio de sesión',
  anyConnection: 'Cualquiera (a su elección)',
  noConnection:
    'No puedes invitar a personas: ningún método de inicio de sesión de tu organización admite invitaciones. Ponte en contacto con soporte.',
  expiry: 'Expira después de',
  days,
  hours: (count) => plural(count, { one: '# hora', other: '# horas' }),
  language: 'Idioma del correo',
  anyLanguage: 'Predeterminado',
  check: 'Comprobar sin enviar',
  checking: 'Comprobando…',
  send: (count) =>
    count === 0 ? 'Invitar' : plural(count, { one: 'Invitar a # persona', other: 'Invitar a # personas' }),
  sending: (done, of) => `Enviando ${formatted(done)} de ${formatted(of)}…`,
  invited: (count) => plural(count, { one: '# invitación enviada.', other: '# invitaciones enviadas.' }),
  ready: (count) =>
    plural(count, {
      one: '# dirección lista para recibir la invitación.',
      other: '# direcciones listas para recibir la invitación.',
    }),
  refused: (count) =>
    plural(count, {
      one: 'No se pudo invitar a # dirección. Los motivos están arriba.',
      other: 'No se pudo invitar a # direcciones. Los motivos están arriba.',
    }),
  enterOne: 'Escribe al menos una dirección de correo.',
  cancel,
  close: 'Listo',
  loading: 'Cargando…',
  wait: continueIn,
  refusals: {
    'address-invalid': () => 'No es una dirección de correo válida.',
    'address-invisible': () => 'Tiene un carácter invisible. Vuelve a escribirla.',
    'address-look-alike': () => 'Tiene letras que solo se parecen a otras. Vuelve a escribirla.',
    'address-twice': () => 'Aparece dos veces.',
    'already-member': () => 'Ya es miembro.',
    'already-invited': () => 'Ya tiene una invitación.',
    'signs-in-elsewhere': (connection) =>
      connection
        ? `Inicia sesión con ${connection}. Elige ese método de inicio de sesión o consulta a tu equipo de TI.`
        : 'Usa otro método de inicio de sesión.',
    'connection-not-invitable': () => 'Este método de inicio de sesión no admite invitaciones.',
    'role-not-assignable': () => 'No puedes asignar uno de estos roles.',
    'rate-limited': () => 'No se envió: demasiadas invitaciones. Inténtalo de nuevo en unos minutos.',
    'not-sent': () => 'No se pudo enviar. Inténtalo de nuevo.',
    'outcome-unknown': () => 'No sabemos si se envió. Inténtalo de nuevo en un minuto para averiguarlo.',
  },
};
