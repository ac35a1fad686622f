/** The account section: password, sessions, export and deletion, in Brazilian Portuguese. */
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
  again: (left) => `Você poderá pedir outro e-mail em ${seconds(left)}.`,
  cancel,
  locked: cantRightNow,
  missing: partMissing,
  verify: {
    text: (email) => `${email} ainda não foi verificado. Use o link do e-mail que enviamos.`,
    textFor: (email) =>
      `${email} ainda não foi verificado. A pessoa precisa usar o link do e-mail que enviamos.`,
    action: 'Reenviar e-mail de verificação',
    sent: (email) => `Enviamos um e-mail para ${email}.`,
  },
  password: {
    title: 'Senha',
    text: (organization, email) =>
      `Enviaremos um link de redefinição, em nome de ${organization}, para ${email}. Sua senha só mudará quando você usar o link.`,
    textFor: (name, email) =>
      `Enviaremos um link de redefinição para ${name}, no endereço ${email}. A senha só mudará quando o link for usado.`,
    action: 'Enviar link de redefinição',
    sent: (email) => `Se ${email} puder receber e-mails, o link chegará em alguns minutos.`,
  },
  sessions: {
    title: 'Onde sua conta está conectada',
    titleFor: 'Onde a conta desta pessoa está conectada',
    text: 'Navegadores conectados à sua conta, em qualquer organização.',
    textFor: 'Navegadores conectados à conta desta pessoa, em qualquer organização.',
    loading: 'Carregando sessões',
    unavailable: sessionsNotAvailable,
    none: 'Sua conta não está conectada em nenhum outro lugar.',
    noneFor: 'Nenhuma sessão ativa.',
    current: 'Este navegador',
    unknown: 'Navegador desconhecido',
    lastUsed: (when) => `Última atividade: ${when}`,
    end: 'Desconectar',
    endOf: (browser) => `Desconectar ${browser}`,
    endOthers: 'Desconectar dos outros lugares',
    endAll: 'Desconectar de todos os lugares',
    ended: 'Sessão encerrada.',
    endedOthers: 'As outras sessões foram encerradas.',
    endedAll: 'Todas as sessões foram encerradas.',
  },
  export: {
    title: 'Seus dados',
    text: 'Baixe uma cópia dos dados do seu perfil.',
    json: 'Baixar como JSON',
    html: 'Baixar como página da web',
    running: 'Preparando seu download…',
    done: 'Seu download está pronto.',
  },
  deletion: {
    dangerZone: 'Zona de perigo',
    notOffered: 'Não é possível excluir esta conta aqui.',
    title: 'Excluir conta',
    text: 'Exclua definitivamente sua conta em todas as organizações a que você pertence.',
    action: 'Excluir conta…',
    checking: 'Conferindo o que será excluído…',
    organizations: (name, others) =>
      others === 0
        ? `Você sairá de ${name}.`
        : plural(others, {
            one: (number) => `Você sairá de ${name} e de mais ${number} organização.`,
            other: (number) => `Você sairá de ${name} e de mais ${number} organizações.`,
          }),
    delay: (count) =>
      `Sua conta será excluída em ${days(count)}. Até lá, você pode cancelar a exclusão aqui.`,
    phrase: typeToConfirm,
    word: 'excluir',
    confirm: 'Excluir conta',
    confirming: 'Excluindo…',
    mismatch: typeExactly,
    signIn: signInToContinue,
    signInText: 'Para excluir sua conta, faça login novamente primeiro. Depois você voltará a esta página.',
    signInTooLate: 'Sua conta não foi excluída porque o login demorou demais. Comece de novo.',
    receiptTitle: 'Sua conta foi excluída',
    notDone: 'Seus dados em outros sistemas e backups não foram excluídos.',
    tokensUntil: (when) => `Alguns apps podem continuar conectados até ${when}.`,
    receiptId: reference,
    saveReceipt: downloadReceipt,
    leave: 'Continuar',
  },
  reveal: {
    action: (field) => `Mostrar ${field}`,
    done: (field) => `O campo “${field}” agora está visível. Isso foi incluído no registro de atividades.`,
  },
  pendingDeletion: {
    title: (when) => `Sua conta será excluída em ${when}.`,
    text: 'Até lá, você pode continuar usando a conta ou cancelar a exclusão.',
    keep: 'Manter minha conta',
    keeping: 'Cancelando a exclusão…',
  },
  problems: {
    step_up_required: `${signInAgain} Depois você voltará a esta página.`,
    operation_locked: cantRightNow,
    outcome_unknown: 'Não sabemos se o e-mail foi enviado. Confira a caixa de entrada antes de enviar outro.',
    feature_unavailable: notAvailable,
    erasure_failed:
      'Não foi possível apagar seus dados, então nada foi excluído. Tente novamente em alguns minutos.',
  },
  reasons: {
    'recreated-at-login': (source, connectionClass) =>
      connectionClass === 'social'
        ? `Sua conta seria recriada na próxima vez que você fizesse login com ${source}. Para sair, peça a um admin que remova você.`
        : `${source} recriaria sua conta no seu próximo login. Peça à sua equipe de TI que a remova por lá.`,
    'last-admin': () =>
      'Uma das suas organizações ficaria sem nenhum admin. Primeiro, torne outra pessoa admin.',
    'delegated-session': () => borrowedSession,
    'shared-user': () => `${sharedUser} Ela mesma pode fazer isso.`,
    blocked: () => blockedReset,
    'managed-by-connection': (source) => `Gerenciado por ${source}. Você pode fazer isso por lá.`,
    'not-allowed': () => 'Sua organização não permite isso. Fale com um admin.',
  },
  theirReasons: {
    'last-admin': () => lastAdmin,
    'recreated-at-login': (source, connectionClass) =>
      connectionClass === 'social'
        ? `A conta seria recriada no próximo login da pessoa com ${source}. Em vez disso, bloqueie a pessoa.`
        : `${source} recriaria a conta no próximo login da pessoa. Peça à sua equipe de TI que a remova por lá.`,
    'managed-by-connection': (source) => `Gerenciado por ${source}.`,
    'not-allowed': () => 'Sua organização não permite fazer isso por outras pessoas.',
  },
  consequences: {
    'mail-to-address': 'Enviaremos um e-mail para o endereço da conta.',
    'password-unchanged-until-used': 'A senha só mudará quando o link for usado.',
    'ends-other-sessions': 'Desconectaremos você de todos os outros lugares.',
    'ends-all-sessions': 'Desconectaremos você de todos os lugares, inclusive daqui.',
    'removes-account':
      'Sua conta e seu perfil serão excluídos definitivamente. Não é possível desfazer isso.',
    'removes-memberships': 'Você sairá de todas as organizações a que pertence.',
    'removes-linked-identities': 'Outros métodos de login vinculados à sua conta também serão excluídos.',
    'erases-product-data': 'Primeiro, seus dados neste produto serão apagados.',
    'keeps-other-systems': 'Seus dados em outros sistemas e backups não serão excluídos.',
  },
  done: {
    'product-data': 'Dados do produto apagados',
    account: 'Conta excluída',
    'linked-identities': 'Métodos de login vinculados excluídos',
    memberships: 'Saída de todas as organizações',
    sessions: 'Todas as sessões encerradas',
  },
};
