/** The dialogs about one member, in Spanish. */
import type { DialogMessages } from '../en/dialogs.js';
import {
  continueIn,
  downloadReceipt,
  enterReason,
  openApps,
  reasonHelp,
  reference,
  signInAgain,
  signInToContinue,
  typeExactly,
  typeToConfirm,
  working,
  undo,
  labeled,
} from './common.js';

export const dialogs: DialogMessages = {
  checking: 'Comprobando qué cambiará…',
  absent: 'Esto no está disponible para esta persona.',
  notLockedOut: 'El inicio de sesión de esta persona no está suspendido.',
  removed: (names) => `Se quitará lo siguiente: ${names}.`,
  openApps,
  regainTitle: 'Cómo podría recuperar el acceso esta persona',
  recommended: (why) => `Recomendado en lugar de eliminar la cuenta. ${why}`,
  recommendations: {
    'membership.remove': 'En su lugar, recomendamos quitar a esta persona de tu organización.',
    'member.revoke-access': 'En su lugar, recomendamos cerrar todas las sesiones de esta persona.',
    'member.block': 'En su lugar, recomendamos bloquear a esta persona.',
    'user.delete': 'En su lugar, recomendamos eliminar la cuenta de esta persona.',
  },
  instead: {
    'membership.remove': 'Quitar en su lugar',
    'member.revoke-access': 'Cerrar sesiones en su lugar',
    'member.block': 'Bloquear en su lugar',
    'user.delete': 'Eliminar en su lugar',
  },
  questions: {
    'password.reset': {
      title: (name) => `¿Enviar a ${name} un correo para restablecer la contraseña?`,
      confirm: 'Enviar correo',
      done: (name) => `Si ${name} puede recibir correos, el enlace llegará en unos minutos.`,
      consequences: [
        'Enviaremos por correo un enlace para restablecer la contraseña.',
        'La contraseña no cambiará hasta que se use el enlace.',
        'Nadie más puede ver el enlace, ni siquiera tú.',
      ],
    },
    'email.verify': {
      title: (name) => `¿Enviar a ${name} un correo de verificación?`,
      confirm: 'Enviar correo',
      done: (name) => `Enviamos a ${name} un correo de verificación.`,
      consequences: [
        'Enviaremos un enlace nuevo por correo.',
        'La dirección seguirá sin verificar hasta que se use el enlace.',
      ],
    },
    'member.clear-lockout': {
      title: (name) => `¿Reactivar el inicio de sesión de ${name}?`,
      confirm: 'Reactivar',
      done: (name) => `${name} puede volver a intentar iniciar sesión.`,
      consequences: [
        'Esta persona podrá volver a probar su contraseña de inmediato.',
        'Si un admin la bloqueó, seguirá bloqueada.',
      ],
    },
    'member.unblock': {
      title: (name) => `¿Desbloquear a ${name}?`,
      confirm: 'Desbloquear',
      done: (name) => `${name} puede volver a iniciar sesión.`,
      consequences: [
        'Esta persona podrá volver a iniciar sesión.',
        'Si su inicio de sesión también está suspendido tras demasiadas contraseñas incorrectas, reactívalo por separado.',
      ],
    },
    'member.mfa-reset': {
      title: (name) => `¿Restablecer la verificación en dos pasos de ${name}?`,
      confirm: 'Restablecer',
      done: (name) => `Se restableció la verificación en dos pasos de ${name}.`,
      consequences: [
        'Los navegadores de confianza volverán a pedir la verificación.',
        'Hasta que se configure de nuevo, es posible que baste la contraseña para iniciar sesión.',
      ],
    },
    'member.revoke-access': {
      title: (name) => `¿Cerrar todas las sesiones de ${name}?`,
      confirm: 'Cerrar sesiones',
      done: (name) => `Se cerraron todas las sesiones de ${name}.`,
      consequences: [],
    },
    'member.block': {
      title: (name) => `¿Bloquear a ${name}?`,
      confirm: 'Bloquear',
      done: (name) => `Se bloqueó a ${name}.`,
      consequences: [],
    },
    'membership.remove': {
      title: (name, organization) => `¿Quitar a ${name} de ${organization}?`,
      confirm: 'Quitar',
      done: (name) => `Se quitó a ${name} de la organización.`,
      consequences: [],
    },
    'user.delete': {
      title: (name) => `¿Eliminar la cuenta de ${name}?`,
      confirm: 'Eliminar cuenta',
      done: (name) => `Se eliminó la cuenta de ${name}.`,
      consequences: [],
    },
  },
  running: working,
  undo,
  partly: (name) => `Algunos pasos para ${name} no se completaron.`,
  phrase: typeToConfirm,
  word: 'eliminar',
  mismatch: typeExactly,
  reason: 'Motivo',
  reasonHelp,
  reasonMissing: enterReason,
  signIn: signInToContinue,
  signInText: `${signInAgain} Después regresarás a este paso.`,
  wait: continueIn,
  rolesDialog: {
    title: (name) => `Cambiar los roles de ${name}`,
    legend: 'Roles en tu organización',
    current: 'Actuales',
    next: 'Nuevos',
    none: 'Ninguno',
    unchanged: 'Aún no hay cambios.',
    effect: 'Es posible que no se aplique hasta que esta persona vuelva a iniciar sesión.',
    effectOwn: 'Es posible que no se aplique hasta que vuelvas a iniciar sesión.',
    ownLoss: 'Estás quitando tu propio acceso. No podrás deshacerlo: otro admin tendrá que restaurarlo.',
    changedByOthers: 'Otra persona cambió estos roles. Revísalos antes de continuar.',
    added: (names) => `Roles que agregó: ${names}`,
    removed: (names) => `Roles que quitó: ${names}`,
    confirm: 'Cambiar roles',
    running: 'Cambiando los roles…',
    done: 'Roles actualizados',
    empty: 'No hay roles disponibles.',
  },
  plan: {
    steps: {
      'remove-membership': (_source, _federated, organization) =>
        `Esta persona perderá el acceso a ${organization}. Su cuenta y sus otras organizaciones no se verán afectadas.`,
      'block-account': (source, federated) =>
        federated
          ? `Esta persona no podrá iniciar sesión, tampoco con ${source}.`
          : 'Esta persona no podrá iniciar sesión.',
      'end-sessions': () => 'Se cerrarán sus sesiones en todos los navegadores.',
      'revoke-refresh-tokens': () => 'Las apps le pedirán que vuelva a iniciar sesión.',
      'revoke-invitations': () => 'Se revocarán las invitaciones pendientes a su dirección de correo.',
      'delete-account': () =>
        'Su cuenta y su perfil se eliminarán de forma permanente. No se puede deshacer.',
      'delete-linked-identities': () =>
        'También se eliminarán otros métodos de inicio de sesión vinculados a su cuenta.',
    },
    regainPaths: {
      'joins-at-login': (source) =>
        `Quien inicia sesión con ${source} pasa a ser miembro, así que esta persona volverá en cuanto inicie sesión.`,
      'recreated-at-login': (source) =>
        `${source} volverá a crear la cuenta la próxima vez que esta persona inicie sesión.`,
      directory: (source) =>
        `El directorio de ${source} puede volver a crear la cuenta en la próxima sincronización.`,
      'pending-invitation': () => 'Tiene una invitación pendiente que le devolvería el acceso.',
    },
  },
  receipt: {
    title: (name) => `Comprobante de ${name}`,
    done: 'Hecho',
    already: 'Ya estaba hecho',
    notDone: 'Sin hacer',
    notCovered: 'Sin cambios',
    steps: {
      'remove-membership': 'Retirada de la organización',
      'block-account': 'Bloqueo del acceso',
      'end-sessions': 'Cierre de sesión en navegadores',
      'revoke-refresh-tokens': 'Cierre de sesión en apps',
      'revoke-invitations': 'Revocación de invitaciones pendientes',
      'delete-account': 'Eliminación de la cuenta',
      'delete-linked-identities': 'Eliminación de métodos de inicio de sesión vinculados',
      'unblock-account': 'Desbloqueo del acceso',
      'clear-lockout': 'Reactivación del inicio de sesión',
      'remove-authenticator': 'Eliminación de un método de verificación',
      'forget-trusted-browsers': 'Restablecimiento de los navegadores de confianza',
    },
    notCoveredItems: {
      'issued-access-tokens': openApps,
      'application-sessions': () =>
        'Las apps con sesión propia la mantienen abierta hasta que vuelvan a comprobarla.',
      'other-organizations': () => 'Las otras organizaciones a las que pertenece esta persona.',
    },
    repeated: (step, count) => `${step} (${count})`,
    failed: labeled,
    again: 'Puedes intentarlo de nuevo sin riesgo.',
    id: reference,
    view: 'Ver comprobante',
    save: downloadReceipt,
  },
};
