/**
 * Formatters and texts that several parts share, in Brazilian Portuguese. Readers are addressed as você: “Faça login para
 * continuar.” No participle stands for a person, whose gender it would need: an account is blocked, a session is ended.
 */
import { createFormatter } from '../formatter.js';

export const { plural, formatted } = createFormatter('pt-BR');

export const seconds = (count: number) => plural(count, { one: '# segundo', other: '# segundos' });
export const days = (count: number) => plural(count, { one: '# dia', other: '# dias' });
export const members = (count: number) => plural(count, { one: '# membro', other: '# membros' });

export const withColon = (text: string) => `${text}:`;
export const labeled = (label: string, text: string) => `${label}: ${text}`;
export const justNow = 'agora mesmo';
export const cancel = 'Cancelar';
export const close = 'Fechar';
export const retry = 'Tentar novamente';
export const signIn = 'Fazer login';
export const signedOut = 'Sua sessão foi encerrada';
export const requestId = (id: string) => `ID da solicitação: ${id}`;

export const sessionExpired = 'Sua sessão expirou. Faça login novamente para continuar.';
export const checkFields = 'Confira os campos destacados.';
export const outdatedPage =
  'Esta página está desatualizada. Recarregue-a. Se o problema continuar, fale com o suporte.';
export const tryLater = 'Algo deu errado. Tente novamente em alguns minutos.';
export const outcomeUnknown =
  'Não sabemos se o e-mail foi enviado. Antes de enviar outro, pergunte à pessoa se ele chegou.';
export const unreachable = 'Não foi possível acessar o servidor. Confira sua conexão e tente novamente.';
export const offline = 'Você está offline.';
export const notSignedIn = 'Você não fez login.';
export const accountBlocked = 'Sua conta está bloqueada. Fale com um admin da sua organização.';
export const noOrganizationTitle = 'Você não fez login em uma organização';
export const signInFailedTitle = 'Não foi possível fazer login';
export const otherAccount = 'Usar outra conta';
export const chooseOrganization = 'Escolher uma organização';
export const signInDenied =
  'Não é possível fazer login aqui com esta conta. Use outra conta ou fale com um admin da sua organização.';
export const tooManyRequests = 'Muitas tentativas em pouco tempo.';
export const signInFailed =
  'Não foi possível fazer login. Tente novamente ou fale com um admin da sua organização.';
export const partMissing = 'Não foi possível carregar parte desta página.';
export const sections = 'Nesta página';
export const cantRightNow = 'Não é possível fazer isso agora.';
export const enterReason = 'Informe um motivo.';
export const reasonHelp = 'Fica salvo no registro de atividades.';
export const signInToContinue = 'Fazer login para continuar';
export const signInAgain = 'Faça login novamente para continuar.';
export const notAvailable = 'Isso não está disponível para sua organização.';
export const sessionsNotAvailable = 'A lista de sessões não está disponível para sua organização.';
export const continueIn = (left: number) => `Você poderá continuar em ${seconds(left)}.`;
export const typeToConfirm = (phrase: string) => `Digite “${phrase}” para confirmar`;
export const typeExactly = (phrase: string) => `Digite “${phrase}” para continuar.`;
export const reference = (id: string) => `Referência: ${id}`;
export const downloadReceipt = 'Baixar comprovante';
export const working = 'Processando…';
export const undo = 'Desfazer';
export const openApps = (until: string | null) =>
  until === null
    ? 'Apps que já estão abertos podem continuar funcionando por algum tempo.'
    : `Apps que já estão abertos podem continuar funcionando até ${until}.`;
export const rolesAbove = 'Funções com permissões que você não tem não aparecem na lista.';
export const lastAdmin = 'Sua organização ficaria sem nenhum admin. Primeiro, torne outra pessoa admin.';
export const sharedUser = 'A pessoa pertence a mais de uma organização, e isso afetaria todas elas.';
export const borrowedSession =
  'Você está agindo em nome de outra pessoa. Para fazer isso, faça login com sua própria conta.';
export const blockedReset =
  'A conta desta pessoa está bloqueada, e redefinir a senha a desbloquearia. Primeiro, desbloqueie a conta.';
