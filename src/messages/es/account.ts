/** The account section: password, sessions, export and deletion, in Spanish. */
import type { AccountMessages } from '../en/account.js';
import {
  blockedReset,
  borrowedSession,
  cancel,
  cantRightNow,
  days,
  downloadReceipt,
  lastAdmin,
  notAvailable,
  partMissing,
  plural,
  reference,
  seconds,
  sessionsNotAvailable,
  sharedUser,
  signInAgain,
  signInToContinue,
  typeExactly,
  typeToConfirm,
  justNow,
} from './common.js';

export const account: AccountMessages = {
  justNow,
  again: (left) => `Podrás pedir otro correo en ${seconds(left)}.`,
  cancel,
  locked: cantRightNow,
  missing: partMissing,
  verify: {
    text: (email) => `La dirección ${email} aún no está verificada. Usa el enlace del correo que enviamos.`,
    textFor: (email) =>
      `La dirección ${email} aún no está verificada. Esta persona debe usar el enlace del correo que enviamos.`,
    action: 'Reenviar correo de verificación',
    sent: (email) => `Enviamos un correo a ${email}.`,
  },
  password: {
    title: 'Contraseña',
    text: (organization, email) =>
      `Enviaremos a ${email} un enlace de ${organization} para restablecer tu contraseña, que no cambiará hasta que lo uses.`,
    textFor: (name, email) =>
      `Enviaremos a ${name} un enlace para restablecer la contraseña (${email}). La contraseña no cambiará hasta que se use el enlace.`,
    action: 'Enviar enlace de restablecimiento',
    sent: (email) => `Si ${email} puede recibir correos, el enlace llegará en unos minutos.`,
  },
  sessions: {
    title: 'Tus sesiones activas',
    titleFor: 'Sus sesiones activas',
    text: 'Navegadores con una sesión de tu cuenta, en cualquier organización.',
    textFor: 'Navegadores con una sesión de la cuenta de esta persona, en cualquier organización.',
    loading: 'Cargando las sesiones',
    unavailable: sessionsNotAvailable,
    none: 'No tienes otras sesiones activas.',
    noneFor: 'No hay sesiones activas.',
    current: 'Este navegador',
    unknown: 'Navegador desconocido',
    lastUsed: (when) => `Última actividad: ${when}`,
    end: 'Cerrar sesión',
    endOf: (browser) => `Cerrar sesión en ${browser}`,
    endOthers: 'Cerrar las demás sesiones',
    endAll: 'Cerrar todas las sesiones',
    ended: 'Sesión cerrada.',
    endedOthers: 'Se cerraron las demás sesiones.',
    endedAll: 'Se cerraron todas las sesiones.',
  },
  export: {
    title: 'Tus datos',
    text: 'Descarga una copia de los datos de tu perfil.',
    json: 'Descargar como JSON',
    html: 'Descargar como página web',
    running: 'Preparando tu descarga…',
    done: 'Tu descarga está lista.',
  },
  deletion: {
    dangerZone: 'Zona de peligro',
    notOffered: 'No puedes eliminar esta cuenta aquí.',
    title: 'Eliminar cuenta',
    text: 'Elimina tu cuenta de forma permanente en todas las organizaciones a las que perteneces.',
    action: 'Eliminar cuenta…',
    checking: 'Comprobando qué se eliminará…',
    organizations: (name, others) =>
      others === 0
        ? `Dejarás ${name}.`
        : plural(others, {
            one: (number) => `Dejarás ${name} y ${number} organización más.`,
            other: (number) => `Dejarás ${name} y ${number} organizaciones más.`,
          }),
    delay: (count) => `Tu cuenta se eliminará en ${days(count)}. Hasta entonces, puedes cancelarlo aquí.`,
    phrase: typeToConfirm,
    word: 'eliminar',
    confirm: 'Eliminar cuenta',
    confirming: 'Eliminando…',
    mismatch: typeExactly,
    signIn: signInToContinue,
    signInText: 'Para eliminar tu cuenta, primero vuelve a iniciar sesión. Después regresarás a esta página.',
    signInTooLate: 'Tu cuenta no se eliminó porque el inicio de sesión tardó demasiado. Empieza de nuevo.',
    receiptTitle: 'Tu cuenta se eliminó',
    notDone: 'No se eliminaron los datos sobre ti en otros sistemas ni en copias de seguridad.',
    tokensUntil: (when) => `Tu sesión puede seguir abierta en algunas apps hasta el ${when}.`,
    receiptId: reference,
    saveReceipt: downloadReceipt,
    leave: 'Continuar',
  },
  reveal: {
    action: (field) => `Mostrar “${field}”`,
    done: (field) => `El campo “${field}” ya se muestra. Quedó constancia en el registro de actividad.`,
  },
  pendingDeletion: {
    title: (when) => `Tu cuenta se eliminará el ${when}.`,
    text: 'Hasta entonces, puedes seguir usándola o cancelar la eliminación.',
    keep: 'Conservar mi cuenta',
    keeping: 'Cancelando la eliminación…',
  },
  problems: {
    step_up_required: `${signInAgain} Después regresarás a esta página.`,
    operation_locked: cantRightNow,
    outcome_unknown: 'No sabemos si se envió el correo. Revisa la bandeja de entrada antes de enviar otro.',
    feature_unavailable: notAvailable,
    erasure_failed:
      'No pudimos borrar tus datos, así que no se eliminó nada. Inténtalo de nuevo en unos minutos.',
  },
  reasons: {
    'recreated-at-login': (source, connectionClass) =>
      connectionClass === 'social'
        ? `Tu cuenta se volvería a crear la próxima vez que inicies sesión con ${source}. Para salir, pide a un admin que te quite.`
        : `${source} volvería a crear tu cuenta la próxima vez que inicies sesión. Pide a tu equipo de TI que la elimine allí.`,
    'last-admin': () =>
      'Una de tus organizaciones se quedaría sin admin. Antes, da permisos de admin a otra persona.',
    'delegated-session': () => borrowedSession,
    'shared-user': () => `${sharedUser} Puede hacerlo directamente.`,
    blocked: () => blockedReset,
    'managed-by-connection': (source) => `Lo administra ${source}. Puedes hacerlo allí.`,
    'not-allowed': () => 'Tu organización no permite esto. Consulta a un admin.',
  },
  theirReasons: {
    'last-admin': () => lastAdmin,
    'recreated-at-login': (source, connectionClass) =>
      connectionClass === 'social'
        ? `La cuenta se volvería a crear la próxima vez que esta persona inicie sesión con ${source}. Es mejor bloquearla.`
        : `${source} volvería a crear la cuenta la próxima vez que esta persona inicie sesión. Pide a tu equipo de TI que la elimine allí.`,
    'managed-by-connection': (source) => `Lo administra ${source}.`,
    'not-allowed': () => 'Tu organización no permite hacer esto a otras personas.',
  },
  consequences: {
    'mail-to-address': 'Enviaremos un correo a la dirección de la cuenta.',
    'password-unchanged-until-used': 'La contraseña no cambiará hasta que se use el enlace.',
    'ends-other-sessions': 'Se cerrarán todas tus demás sesiones.',
    'ends-all-sessions': 'Se cerrarán todas tus sesiones, también esta.',
    'removes-account': 'Tu cuenta y tu perfil se eliminarán de forma permanente. No se puede deshacer.',
    'removes-memberships': 'Dejarás todas las organizaciones a las que perteneces.',
    'removes-linked-identities':
      'También se eliminarán otros métodos de inicio de sesión vinculados a tu cuenta.',
    'erases-product-data': 'Primero se borrarán tus datos en este producto.',
    'keeps-other-systems': 'No se eliminarán los datos sobre ti en otros sistemas ni en copias de seguridad.',
  },
  done: {
    'product-data': 'Datos del producto borrados',
    account: 'Cuenta eliminada',
    'linked-identities': 'Métodos de inicio de sesión vinculados eliminados',
    memberships: 'Salida de todas las organizaciones',
    sessions: 'Todas las sesiones cerradas',
  },
};
