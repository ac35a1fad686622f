/** The dialogs about one member, in Brazilian Portuguese. */
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
  checking: 'Conferindo o que vai mudar…',
  absent: 'Isso não está disponível para esta pessoa.',
  notLockedOut: 'Esta pessoa não esgotou as tentativas de login.',
  removed: (names) => `O que será removido: ${names}.`,
  openApps,
  regainTitle: 'Como a pessoa poderia recuperar o acesso',
  recommended: (why) => `Recomendado em vez de excluir a conta. ${why}`,
  recommendations: {
    'membership.remove': 'Em vez disso, recomendamos remover esta pessoa da sua organização.',
    'member.revoke-access': 'Em vez disso, recomendamos desconectar esta pessoa de todos os lugares.',
    'member.block': 'Em vez disso, recomendamos bloquear esta pessoa.',
    'user.delete': 'Em vez disso, recomendamos excluir a conta desta pessoa.',
  },
  instead: {
    'membership.remove': 'Remover em vez disso',
    'member.revoke-access': 'Desconectar em vez disso',
    'member.block': 'Bloquear em vez disso',
    'user.delete': 'Excluir em vez disso',
  },
  questions: {
    'password.reset': {
      title: (name) => `Enviar um e-mail de redefinição de senha para ${name}?`,
      confirm: 'Enviar e-mail',
      done: (name) => `Se ${name} puder receber e-mails, o link chegará em alguns minutos.`,
      consequences: [
        'Enviaremos um link de redefinição por e-mail.',
        'A senha só mudará quando o link for usado.',
        'Ninguém mais pode ver o link, nem mesmo você.',
      ],
    },
    'email.verify': {
      title: (name) => `Enviar um e-mail de verificação para ${name}?`,
      confirm: 'Enviar e-mail',
      done: (name) => `Enviamos um e-mail de verificação para ${name}.`,
      consequences: [
        'Enviaremos um novo link por e-mail.',
        'O e-mail continua não verificado até que o link seja usado.',
      ],
    },
    'member.clear-lockout': {
      title: (name) => `Liberar o login de ${name}?`,
      confirm: 'Liberar login',
      done: (name) => `${name} já pode tentar fazer login novamente.`,
      consequences: [
        'A pessoa poderá tentar a senha de novo imediatamente.',
        'Se um admin bloqueou a conta, ela continua bloqueada.',
      ],
    },
    'member.unblock': {
      title: (name) => `Desbloquear ${name}?`,
      confirm: 'Desbloquear',
      done: (name) => `${name} já pode fazer login novamente.`,
      consequences: [
        'A pessoa poderá fazer login novamente.',
        'Se a pessoa também esgotou as tentativas com senhas incorretas, libere o login separadamente.',
      ],
    },
    'member.mfa-reset': {
      title: (name) => `Redefinir a verificação em duas etapas de ${name}?`,
      confirm: 'Redefinir',
      done: (name) => `A verificação em duas etapas de ${name} foi redefinida.`,
      consequences: [
        'Os navegadores confiáveis voltarão a pedir verificação.',
        'Até que a verificação seja configurada de novo, a pessoa talvez consiga fazer login só com a senha.',
      ],
    },
    'member.revoke-access': {
      title: (name) => `Desconectar ${name} de todos os lugares?`,
      confirm: 'Desconectar',
      done: (name) => `Todas as sessões de ${name} foram encerradas.`,
      consequences: [],
    },
    'member.block': {
      title: (name) => `Bloquear ${name}?`,
      confirm: 'Bloquear',
      done: (name) => `A conta de ${name} foi bloqueada.`,
      consequences: [],
    },
    'membership.remove': {
      title: (name, organization) => `Remover ${name} de ${organization}?`,
      confirm: 'Remover',
      done: (name) => `${name} não faz mais parte da organização.`,
      consequences: [],
    },
    'user.delete': {
      title: (name) => `Excluir a conta de ${name}?`,
      confirm: 'Excluir conta',
      done: (name) => `A conta de ${name} foi excluída.`,
      consequences: [],
    },
  },
  running: working,
  undo,
  partly: (name) => `Algumas etapas referentes a ${name} não foram concluídas.`,
  phrase: typeToConfirm,
  word: 'excluir',
  mismatch: typeExactly,
  reason: 'Motivo',
  reasonHelp,
  reasonMissing: enterReason,
  signIn: signInToContinue,
  signInText: `${signInAgain} Depois você voltará a esta etapa.`,
  wait: continueIn,
  rolesDialog: {
    title: (name) => `Alterar as funções de ${name}`,
    legend: 'Funções na sua organização',
    current: 'Atuais',
    next: 'Novas',
    none: 'Nenhuma',
    unchanged: 'Nenhuma alteração ainda.',
    effect: 'Pode não ter efeito até o próximo login da pessoa.',
    effectOwn: 'Pode não ter efeito até seu próximo login.',
    ownLoss:
      'Você está removendo seu próprio acesso. Não é possível desfazer isso por conta própria: outro admin precisa restaurá-lo.',
    changedByOthers: 'Outra pessoa alterou estas funções. Revise-as antes de continuar.',
    added: (names) => `A outra pessoa adicionou: ${names}`,
    removed: (names) => `A outra pessoa removeu: ${names}`,
    confirm: 'Alterar funções',
    running: 'Alterando funções…',
    done: 'Funções atualizadas',
    empty: 'Nenhuma função disponível.',
  },
  plan: {
    steps: {
      'remove-membership': (_source, _federated, organization) =>
        `A pessoa perderá o acesso a ${organization}. A conta e as outras organizações dela não serão afetadas.`,
      'block-account': (source, federated) =>
        federated
          ? `A pessoa não poderá fazer login, nem mesmo com ${source}.`
          : 'A pessoa não poderá fazer login.',
      'end-sessions': () => 'A pessoa será desconectada de todos os navegadores.',
      'revoke-refresh-tokens': () => 'Os apps pedirão um novo login.',
      'revoke-invitations': () => 'Os convites pendentes para o e-mail desta pessoa serão revogados.',
      'delete-account': () =>
        'A conta e o perfil serão excluídos definitivamente. Não é possível desfazer isso.',
      'delete-linked-identities': () => 'Outros métodos de login vinculados à conta também serão excluídos.',
    },
    regainPaths: {
      'joins-at-login': (source) =>
        `Quem faz login com ${source} se torna membro. Por isso, a pessoa voltará no próximo login.`,
      'recreated-at-login': (source) => `${source} recriará a conta no próximo login da pessoa.`,
      directory: (source) => `O diretório de ${source} pode recriar a conta na próxima sincronização.`,
      'pending-invitation': () => 'Um convite pendente permitiria que a pessoa voltasse.',
    },
  },
  receipt: {
    title: (name) => `Comprovante: ${name}`,
    done: 'Concluído',
    already: 'Já estava concluído',
    notDone: 'Não concluído',
    notCovered: 'Não afetado',
    steps: {
      'remove-membership': 'Remoção da organização',
      'block-account': 'Bloqueio da conta',
      'end-sessions': 'Desconexão dos navegadores',
      'revoke-refresh-tokens': 'Desconexão dos apps',
      'revoke-invitations': 'Revogação dos convites pendentes',
      'delete-account': 'Exclusão da conta',
      'delete-linked-identities': 'Exclusão dos métodos de login vinculados',
      'unblock-account': 'Desbloqueio da conta',
      'clear-lockout': 'Liberação do login',
      'remove-authenticator': 'Remoção do método de verificação',
      'forget-trusted-browsers': 'Remoção dos navegadores confiáveis',
    },
    notCoveredItems: {
      'issued-access-tokens': openApps,
      'application-sessions': () =>
        'Apps que mantêm a própria sessão continuam conectados até conferirem o acesso de novo.',
      'other-organizations': () => 'Outras organizações a que a pessoa pertence.',
    },
    repeated: (step, count) => `${step} (${count})`,
    failed: labeled,
    again: 'Você pode tentar novamente sem risco.',
    id: reference,
    view: 'Ver comprovante',
    save: downloadReceipt,
  },
};
