/** Bulk actions and the export of the list, in Spanish. */
import type { BulkMessages } from '../en/bulk.js';
import {
  borrowedSession,
  cancel,
  close,
  continueIn,
  members,
  openApps,
  reasonHelp,
  rolesAbove,
  signInAgain,
  signInToContinue,
  typeExactly,
  typeToConfirm,
  plural,
  formatted,
} from './common.js';

/** How many of the members it was done for. */
const doneOf = (done: number, of: number) =>
  done === of ? members(of) : `${formatted(done)} de ${members(of)}`;

export const bulk: BulkMessages = {
  operations: {
    'password.reset': {
      title: (count) => `¿Enviar un correo para restablecer la contraseña a ${members(count)}?`,
      confirm: (count) => plural(count, { one: 'Enviar correo', other: 'Enviar correos' }),
      running: (count) =>
        plural(count, {
          one: 'Enviando un correo para restablecer la contraseña a # miembro…',
          other: 'Enviando correos para restablecer la contraseña a # miembros…',
        }),
      ended: (done, of) => `Correos para restablecer la contraseña enviados: ${doneOf(done, of)}`,
      consequences: [
        'Enviaremos a cada persona un enlace por correo. Las contraseñas no cambiarán hasta que se usen los enlaces.',
      ],
    },
    'member.block': {
      title: (count) => `¿Bloquear a ${members(count)}?`,
      confirm: (count) => `Bloquear a ${members(count)}`,
      running: (count) => `Bloqueando a ${members(count)}…`,
      ended: (done, of) => `Bloqueo completado: ${doneOf(done, of)}`,
      already: 'Ya tenía el acceso bloqueado.',
      consequences: [
        'Estas personas no podrán iniciar sesión, tampoco con SSO.',
        'Se cerrarán todas sus sesiones.',
      ],
      openApps,
    },
    'member.unblock': {
      title: (count) => `¿Desbloquear a ${members(count)}?`,
      confirm: (count) => `Desbloquear a ${members(count)}`,
      running: (count) => `Desbloqueando a ${members(count)}…`,
      ended: (done, of) => `Desbloqueo completado: ${doneOf(done, of)}`,
      already: 'No tiene el acceso bloqueado.',
      consequences: ['Estas personas podrán volver a iniciar sesión.'],
    },
    'member.revoke-access': {
      title: (count) => `¿Cerrar todas las sesiones de ${members(count)}?`,
      confirm: (count) => `Cerrar sesiones de ${members(count)}`,
      running: (count) => `Cerrando las sesiones de ${members(count)}…`,
      ended: (done, of) => `Sesiones cerradas: ${doneOf(done, of)}`,
      consequences: [
        'Se cerrarán sus sesiones en todos los navegadores y apps. Podrán volver a iniciar sesión.',
      ],
      openApps,
    },
    'membership.remove': {
      title: (count) => `¿Quitar a ${members(count)} de la organización?`,
      confirm: (count) => `Quitar a ${members(count)}`,
      running: (count) => `Quitando a ${members(count)}…`,
      ended: (done, of) => `Retirada de la organización completada: ${doneOf(done, of)}`,
      consequences: [
        'Estas personas perderán el acceso a esta organización, pero conservarán sus cuentas.',
        'Quien use un método de inicio de sesión que agrega miembros automáticamente volverá en cuanto inicie sesión.',
      ],
    },
    'user.delete': {
      title: (count) =>
        plural(count, {
          one: '¿Eliminar la cuenta de # miembro?',
          other: '¿Eliminar las cuentas de # miembros?',
        }),
      confirm: (count) => plural(count, { one: 'Eliminar cuenta', other: 'Eliminar cuentas' }),
      running: (count) =>
        plural(count, {
          one: 'Eliminando la cuenta de # miembro…',
          other: 'Eliminando las cuentas de # miembros…',
        }),
      ended: (done, of) => `Cuentas eliminadas: ${doneOf(done, of)}`,
      consequences: [
        'Las cuentas y los perfiles se eliminarán de forma permanente. No se puede deshacer.',
        'Las cuentas que usan SSO o un proveedor social se vuelven a crear en el siguiente inicio de sesión.',
      ],
    },
    'roles.assign': {
      title: (count) => `¿Cambiar los roles de ${members(count)}?`,
      confirm: () => 'Cambiar roles',
      running: (count) => `Cambiando los roles de ${members(count)}…`,
      ended: (done, of) => `Roles cambiados: ${doneOf(done, of)}`,
      consequences: ['Es posible que no se aplique hasta que cada persona vuelva a iniciar sesión.'],
    },
  },
  reasons: {
    'managed-by-connection': 'Lo administra el proveedor de inicio de sesión de esta persona.',
    'refreshed-at-login': 'Se sobrescribiría la próxima vez que esta persona inicie sesión.',
    'directory-owned': 'Se sincroniza desde un directorio, que lo sobrescribiría.',
    'sign-in-identifier': 'Esta persona lo usa para iniciar sesión.',
    'external-database': 'La cuenta se guarda fuera de este producto.',
    'invited-address': 'Tiene que seguir siendo la dirección de la invitación.',
    'shared-user': 'Pertenece a varias organizaciones. Puedes quitar a esta persona de la tuya.',
    'not-allowed': 'Tu organización no permite esto.',
    'connection-not-enabled':
      'El método de inicio de sesión propio de la cuenta no está disponible en tu organización.',
    masked: 'No puedes ver una parte.',
    'unreadable-value': 'Tiene un formato inesperado.',
    'recreated-at-login':
      'La cuenta se volvería a crear en el siguiente inicio de sesión. Es mejor bloquear a esta persona.',
    blocked: 'Esta persona está bloqueada, y esto la desbloquearía.',
    'role-above-own': 'Este rol tiene permisos que tú no tienes.',
    'last-admin': 'La organización se quedaría sin admin.',
    'delegated-session': borrowedSession,
    'no-such-attribute': 'No se aplica a esta cuenta.',
    'step-up-required': signInAgain,
    profile_not_found: 'Ya no es miembro.',
    yourself: 'Es tu cuenta. Las acciones masivas no te incluyen.',
    'already-done': 'No hay nada que cambiar.',
  },
  states: {
    allowed: 'Listo',
    waiting: 'En espera',
    done: 'Hecho',
    refused: 'Omitido',
    failed: 'Error',
  },
  notStarted: 'Sin empezar',
  checking: 'Comprobando a quién se aplica…',
  allowed: (count) => `Se aplica a ${members(count)}.`,
  skipped: (count) => plural(count, { one: 'Se omitirá # miembro:', other: 'Se omitirán # miembros:' }),
  noneApply: 'No se aplica a ninguno de los miembros seleccionados.',
  reason: 'Motivo',
  reasonHelp,
  phrase: typeToConfirm,
  word: 'eliminar',
  mismatch: typeExactly,
  signIn: signInToContinue,
  signInText: `${signInAgain} Después regresarás a esta página.`,
  add: 'Agregar',
  remove: 'Quitar',
  next: 'Siguiente',
  chooseOne: 'Elige al menos un rol.',
  rolesAbove,
  progress: (done, of) => `${formatted(done)} de ${formatted(of)}`,
  keepsRunning: 'Puedes salir de esta página. La acción continuará.',
  hide: 'Cerrar',
  pause: 'Pausar',
  pausing: 'Pausando…',
  paused: (done, of) => `En pausa. ${formatted(done)} de ${formatted(of)}`,
  staysPaused: 'Seguirá en pausa hasta que la reanudes, durante 24 horas como máximo.',
  resume: 'Reanudar',
  stop: 'Detener',
  stopping: 'Deteniendo…',
  show: 'Ver progreso',
  showResults: 'Ver resultados',
  ended: (done, of) => `Hecho: ${formatted(done)} de ${members(of)}.`,
  stopped: (done, of) => `Detenido. Hecho: ${formatted(done)} de ${members(of)}.`,
  resultsUnavailable:
    'Los resultados ya no están disponibles. Consulta el estado actual en la lista de miembros.',
  retryFor: (count) => `Reintentar con ${members(count)}`,
  partly: 'Algunos pasos no se completaron.',
  save: 'Descargar resultados',
  saveRest: 'Descargar incompletos',
  notListed: (count) => `${members(count)} más. El archivo descargado incluye a todos.`,
  cancel,
  close,
  wait: continueIn,
  export: {
    action: 'Exportar CSV',
    running: (count) => `Exportando… ${members(count)} hasta ahora`,
    done: (count) => plural(count, { one: 'Se exportó # miembro.', other: 'Se exportaron # miembros.' }),
    cancel: 'Detener exportación',
  },
  file: {
    selected: (count) =>
      plural(count, {
        one: '# miembro seleccionado desde el archivo.',
        other: '# miembros seleccionados desde el archivo.',
      }),
    failed: 'No se pudo leer el archivo. Vuelve a elegirlo.',
    unreadable:
      'Este archivo no tiene una columna “user_id”. Elige un archivo con resultados que hayas descargado aquí.',
    tooLong: (max) =>
      `Este archivo tiene demasiadas líneas. Una acción masiva admite ${members(max)} como máximo.`,
  },
  columns: ['name', 'email', 'user_id', 'result', 'detail'] as const,
};
