/** Formatters and texts that several parts share, in Spanish for all countries. Readers are addressed as tú. */
import { createFormatter } from '../formatter.js';

export const { plural, formatted } = createFormatter('es');

export const seconds = (count: number) => plural(count, { one: '# segundo', other: '# segundos' });
export const days = (count: number) => plural(count, { one: '# día', other: '# días' });
export const members = (count: number) => plural(count, { one: '# miembro', other: '# miembros' });

export const withColon = (text: string) => `${text}:`;
export const labeled = (label: string, text: string) => `${label}: ${text}`;
export const justNow = 'ahora mismo';
export const cancel = 'Cancelar';
export const close = 'Cerrar';
export const retry = 'Reintentar';
export const signIn = 'Iniciar sesión';
export const signedOut = 'No has iniciado sesión';
export const requestId = (id: string) => `ID de solicitud: ${id}`;

export const sessionExpired = 'Tu sesión expiró. Vuelve a iniciar sesión para continuar.';
export const checkFields = 'Revisa los campos resaltados.';
export const outdatedPage =
  'Esta página está desactualizada. Vuelve a cargarla. Si el problema continúa, ponte en contacto con soporte.';
export const tryLater = 'Algo salió mal. Inténtalo de nuevo en unos minutos.';
export const outcomeUnknown =
  'No sabemos si se envió el correo. Pregunta a la persona si lo recibió antes de enviar otro.';
export const unreachable = 'No se pudo conectar con el servidor. Revisa tu conexión e inténtalo de nuevo.';
export const offline = 'No tienes conexión.';
export const notSignedIn = 'No has iniciado sesión.';
export const accountBlocked = 'Tu cuenta está bloqueada. Habla con un admin de tu organización.';
export const noOrganizationTitle = 'No has iniciado sesión en una organización';
export const signInFailedTitle = 'No se pudo iniciar sesión';
export const otherAccount = 'Usar otra cuenta';
export const chooseOrganization = 'Elegir una organización';
export const signInDenied =
  'No puedes iniciar sesión aquí con esta cuenta. Usa otra cuenta o habla con un admin de tu organización.';
export const tooManyRequests = 'Demasiadas solicitudes.';
export const signInFailed =
  'No se pudo iniciar sesión. Inténtalo de nuevo o habla con un admin de tu organización.';
export const partMissing = 'No se pudo cargar una parte de esta página.';
export const sections = 'En esta página';
export const cantRightNow = 'No puedes hacer esto en este momento.';
export const enterReason = 'Indica un motivo.';
export const reasonHelp = 'Se guarda en el registro de actividad.';
export const signInToContinue = 'Iniciar sesión para continuar';
export const signInAgain = 'Vuelve a iniciar sesión para continuar.';
export const notAvailable = 'Esto no está disponible para tu organización.';
export const sessionsNotAvailable = 'La lista de sesiones no está disponible para tu organización.';
export const continueIn = (left: number) => `Podrás continuar en ${seconds(left)}.`;
export const typeToConfirm = (phrase: string) => `Escribe “${phrase}” para confirmar`;
export const typeExactly = (phrase: string) => `Escribe “${phrase}” para continuar.`;
export const reference = (id: string) => `Referencia: ${id}`;
export const downloadReceipt = 'Descargar comprobante';
export const working = 'En curso…';
export const undo = 'Deshacer';
export const openApps = (until: string | null) =>
  until === null
    ? 'Las apps que ya están abiertas pueden seguir funcionando un tiempo.'
    : `Las apps que ya están abiertas pueden seguir funcionando. Hora límite: ${until}.`;
export const rolesAbove = 'No se muestran los roles con permisos que tú no tienes.';
export const lastAdmin = 'Tu organización se quedaría sin admin. Antes, da permisos de admin a otra persona.';
export const sharedUser = 'Esta persona pertenece a varias organizaciones, y esto afectaría a todas.';
export const borrowedSession =
  'Has iniciado sesión en nombre de otra persona. Inicia sesión con tu propia cuenta para hacer esto.';
export const blockedReset =
  'Esta persona está bloqueada, y restablecer su contraseña la desbloquearía. Desbloquéala primero.';
