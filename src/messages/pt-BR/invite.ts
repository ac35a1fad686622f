/** The dialog that invites people, in Brazilian Portuguese. */
import type { InviteMessages } from '../en/invite.js';
import { cancel, continueIn, days, plural, rolesAbove, formatted } from './common.js';

export const invite: InviteMessages = {
  title: (organization) => `Convidar pessoas para ${organization}`,
  addresses: 'Endereços de e-mail',
  addressesHelp: 'Separe os endereços com vírgulas, espaços ou novas linhas.',
  entered: (count) => plural(count, { one: '# endereço informado', other: '# endereços informados' }),
  remove: (email) => `Remover ${email}`,
  edit: (email) => `Editar ${email}`,
  file: 'Ou envie um arquivo CSV ou TSV',
  fileHelp:
    'De uma planilha ou de um diretório, com uma coluna de endereços de e-mail e, se quiser, uma de funções. Você pode revisar tudo antes do envio.',
  fileRead: (count) =>
    plural(count, { one: '# pessoa encontrada no arquivo.', other: '# pessoas encontradas no arquivo.' }),
  emailsFrom: (heading) => `Os endereços de e-mail são da coluna “${heading}”.`,
  rolesFrom: (heading) => `As funções são da coluna “${heading}”.`,
  noRoleColumn: 'O arquivo não tem uma coluna de funções.',
  skipped: (count, rows) =>
    plural(count, {
      one: (number) => `${number} linha sem endereço de e-mail ignorada: ${rows}`,
      other: (number) => `${number} linhas sem endereço de e-mail ignoradas: ${rows}`,
    }),
  unknownRoles: (names) => `Estas funções não existem: ${names}`,
  fileProblems: {
    unreadable: 'Não foi possível ler o arquivo. Escolha-o novamente.',
    'no-addresses':
      'Nenhum endereço de e-mail encontrado. O arquivo precisa de uma coluna de endereços de e-mail.',
    workbook: 'Esta é uma pasta de trabalho do Excel. Salve-a como CSV e escolha esse arquivo.',
  },
  roles: 'Funções',
  rolesHelp: 'Sem uma função, a pessoa tem apenas o acesso padrão.',
  rolesAbove,
  connection: 'Método de login',
  anyConnection: 'Qualquer um (a pessoa escolhe)',
  noConnection:
    'Não é possível convidar pessoas: nenhum método de login da sua organização aceita convites. Fale com o suporte.',
  expiry: 'Expira em',
  days,
  hours: (count) => plural(count, { one: '# hora', other: '# horas' }),
  language: 'Idioma do e-mail',
  anyLanguage: 'Padrão',
  check: 'Conferir sem enviar',
  checking: 'Conferindo…',
  send: (count) =>
    count === 0 ? 'Convidar' : plural(count, { one: 'Convidar # pessoa', other: 'Convidar # pessoas' }),
  sending: (done, of) => `Enviando ${formatted(done)} de ${formatted(of)}…`,
  invited: (count) => plural(count, { one: '# convite enviado.', other: '# convites enviados.' }),
  ready: (count) =>
    plural(count, {
      one: '# endereço pronto para receber convite.',
      other: '# endereços prontos para receber convite.',
    }),
  refused: (count) =>
    plural(count, {
      one: 'Não foi possível enviar convite para # endereço. Veja o motivo acima.',
      other: 'Não foi possível enviar convite para # endereços. Veja os motivos acima.',
    }),
  enterOne: 'Informe pelo menos um endereço de e-mail.',
  cancel,
  close: 'Concluir',
  loading: 'Carregando…',
  wait: continueIn,
  refusals: {
    'address-invalid': () => 'Não é um endereço de e-mail válido.',
    'address-invisible': () => 'Tem um caractere invisível. Digite novamente.',
    'address-look-alike': () => 'Tem letras que apenas se parecem com outras. Digite novamente.',
    'address-twice': () => 'Está na lista duas vezes.',
    'already-member': () => 'Já é membro.',
    'already-invited': () => 'Já tem um convite.',
    'signs-in-elsewhere': (connection) =>
      connection
        ? `Faz login com ${connection}. Escolha esse método de login ou fale com sua equipe de TI.`
        : 'Usa outro método de login.',
    'connection-not-invitable': () => 'Este método de login não aceita convites.',
    'role-not-assignable': () => 'Você não pode atribuir uma destas funções.',
    'rate-limited': () => 'Não enviado: convites demais. Tente novamente em alguns minutos.',
    'not-sent': () => 'Não foi possível enviar. Tente novamente.',
    'outcome-unknown': () =>
      'Não sabemos se o convite foi enviado. Tente novamente em um minuto para descobrir.',
  },
};
