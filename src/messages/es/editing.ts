/** Editing a profile, in Spanish. */
import type { Violation } from '../../policy/check-value.js';
import type { FieldKind } from '../../policy/vocabulary.js';
import type { EditingMessages } from '../en/editing.js';
import { cancel, enterReason, plural } from './common.js';

const invalid = 'Este valor no es válido.';
const unprintable = 'Quita los caracteres que no se pueden imprimir.';

const formats: Partial<Record<FieldKind, string>> = {
  text: unprintable,
  multiline: unprintable,
  list: unprintable,
  email: 'Escribe una dirección de correo, como name@example.com.',
  phone: 'Escribe un número de teléfono con el código de país, como +34912345678.',
  username:
    'Usa solo letras, números y . _ - +. No puede ser una dirección de correo ni un número de teléfono.',
  url: 'Escribe una dirección web, como https://example.com.',
  picture: 'Escribe la URL de una imagen que empiece por https://.',
  date: 'Escribe una fecha completa.',
  number: 'Escribe un número.',
};

const characters = (limit: Violation['limit']) =>
  plural(Number(limit), { one: '# carácter', other: '# caracteres' });

export const editing: EditingMessages = {
  auditReason: 'Motivo de este cambio',
  signInAndSave: 'Iniciar sesión y guardar',
  unsavedField: 'Sin guardar',
  notSavedYet: 'Aún no se ha guardado. Revisa tus cambios y guárdalos.',
  saved: 'Cambios guardados.',
  partlySaved: (fields) =>
    `Se guardó lo siguiente: ${fields}. Tus demás cambios no se guardaron. Inténtalo de nuevo.`,
  theirReasons: {
    'refreshed-at-login': (source, changer) =>
      `Lo administra ${source} y se actualiza cada vez que esta persona inicia sesión. ${changer}`,
    'sign-in-identifier': (_source, changer) => `Esta persona lo usa para iniciar sesión. ${changer}`,
    'invited-address': (_source, changer) =>
      `Esta persona recibió la invitación en esta dirección de correo. ${changer}`,
    'shared-user': (_source, changer) =>
      `Esta persona pertenece a varias organizaciones, y un cambio afectaría a todas. ${changer}`,
    'not-allowed': (_source, changer) =>
      `Tu organización no permite cambiar esto a otras personas. ${changer}`,
  },
  theirChangers: {
    person: 'Esta persona puede cambiarlo allí.',
    inviter: 'Para usar otra dirección, vuelve a invitar a esta persona.',
  },
  conflict: {
    title: (field) => `El campo “${field}” cambió mientras lo editabas`,
    stored: 'Valor actual',
    mine: 'Tu cambio',
    keepMine: 'Conservar mi cambio',
    useStored: 'Usar el valor actual',
    choose: 'Elige qué valor conservar antes de guardar.',
  },
  followsNames: 'Se forma con el nombre y los apellidos hasta que lo cambies.',
  upload: {
    remove: 'Quitar',
    removePhoto: 'Quitar foto',
    choose: 'Subir foto…',
    running: 'Subiendo la foto',
    cancel,
    faults: {
      type: 'Elige una imagen PNG, JPEG, WebP, GIF o AVIF.',
      size: 'Elige una imagen de 5\u00a0MB como máximo.',
      host: 'No se pudo subir la foto. Inténtalo de nuevo.',
    },
  },
  consequences: {
    own: {
      'changes-sign-in': (field) => `${field}: usarás el nuevo valor para iniciar sesión.`,
      'verification-mail': (_field, value) =>
        `Enviaremos un correo de verificación a ${value}. Usa el enlace que contiene para verificar tu dirección.`,
      'ends-sessions': () =>
        'Se cerrarán todas tus demás sesiones, y quizá tengas que volver a iniciar sesión aquí.',
    },
    theirs: {
      'changes-sign-in': (field) => `${field}: esta persona usará el nuevo valor para iniciar sesión.`,
      'verification-mail': (_field, value) => `Enviaremos un correo de verificación a ${value}.`,
      'ends-sessions': () => 'Se cerrarán todas las sesiones de esta persona.',
    },
    signInFirst: 'Primero tendrás que volver a iniciar sesión. Guardaremos tus cambios cuando regreses.',
  },
  lostDraft: {
    expired: 'Tus cambios no se guardaron porque el inicio de sesión tardó demasiado. Vuelve a escribirlos.',
    'other-account':
      'Tus cambios no se guardaron porque iniciaste sesión con otra cuenta o en otra organización.',
  },
  displaced: 'Este campo ya no se puede editar, así que tu cambio no se guardó:',
  dismiss: 'Ocultar',
  inItem: (item, text) => `“${item}”: ${text}`,
  violations: {
    required: () => 'Este campo es obligatorio.',
    'not-removable': () => 'Este campo se puede cambiar, pero no vaciar.',
    type: (_limit, kind) => formats[kind] ?? invalid,
    'too-short': (limit) => `Usa al menos ${characters(limit)}.`,
    'too-long': (limit) => `Usa ${characters(limit)} como máximo.`,
    'too-small': (limit, kind) =>
      kind === 'date' ? `Elige el ${limit} o una fecha posterior.` : `Escribe ${limit} o un número mayor.`,
    'too-large': (limit, kind) =>
      kind === 'date' ? `Elige el ${limit} o una fecha anterior.` : `Escribe ${limit} o un número menor.`,
    format: (_limit, kind) => formats[kind] ?? invalid,
    pattern: () => 'Usa el formato que se describe abajo.',
    prohibited: (character) => `Quita este carácter: ${character}`,
    invisible: (text) => `Quita el carácter invisible que sigue a “${text}” o vuelve a escribirlo todo.`,
    'look-alike': (_limit, kind) =>
      kind === 'email'
        ? 'Algunas letras solo se parecen a las de esta dirección. Vuelve a escribirla.'
        : 'Usa letras de un solo alfabeto.',
    'no-country-code': () => 'Incluye el código de país, como +34612345678.',
    'unknown-country-code': () =>
      'Ningún país tiene este código. Revisa los dígitos que siguen al signo más.',
    extension: () => 'Escribe el número sin la extensión.',
    'two-numbers': () => 'Escribe un solo número de teléfono.',
    'number-length': () => 'Este número tiene dígitos de más o de menos. Revísalo.',
    choice: () => 'Elige una opción de la lista.',
    'too-many': (limit) =>
      `Escribe ${plural(Number(limit), { one: '# elemento', other: '# elementos' })} como máximo.`,
  },
  saveProblems: {
    step_up_required: 'Vuelve a iniciar sesión para guardar este cambio.',
    body_too_large: 'Hay demasiado texto para guardarlo. Acorta el campo más largo.',
    profile_changed: 'Este perfil cambió mientras lo editabas.',
    reason_required: enterReason,
  },
  refusals: {
    field_unknown: 'Este campo ya no está disponible.',
    field_locked: 'Este campo ya no se puede editar.',
    value_invalid: invalid,
    step_up_required: 'Vuelve a iniciar sesión para cambiar esto.',
    value_in_use: 'Este valor ya está en uso. Prueba con otro.',
    value_refused: 'Este valor no se aceptó. Prueba con otro.',
    profile_too_large: 'No hay espacio suficiente en el perfil. Acorta el texto.',
  },
};
