/** Editing a profile, in Brazilian Portuguese. */
import type { Violation } from '../../policy/check-value.js';
import type { FieldKind } from '../../policy/vocabulary.js';
import type { EditingMessages } from '../en/editing.js';
import { cancel, enterReason, plural } from './common.js';

const invalid = 'Este valor não é válido.';
const unprintable = 'Remova os caracteres que não podem ser exibidos.';

const formats: Partial<Record<FieldKind, string>> = {
  text: unprintable,
  multiline: unprintable,
  list: unprintable,
  email: 'Digite um endereço de e-mail, como name@example.com.',
  phone: 'Digite um número de telefone com o código do país, como +5511987654321.',
  username:
    'Use apenas letras, números e . _ - +. Não pode ser um endereço de e-mail nem um número de telefone.',
  url: 'Digite um endereço da web, como https://example.com.',
  picture: 'Digite o endereço de uma imagem que comece com https://.',
  date: 'Digite uma data completa.',
  number: 'Digite um número.',
};

const characters = (limit: Violation['limit']) =>
  plural(Number(limit), { one: '# caractere', other: '# caracteres' });

export const editing: EditingMessages = {
  auditReason: 'Motivo desta alteração',
  signInAndSave: 'Fazer login e salvar',
  unsavedField: 'Não salvo',
  notSavedYet: 'Ainda não salvo. Revise suas alterações e salve.',
  saved: 'Alterações salvas.',
  partlySaved: (fields) =>
    `Campos salvos: ${fields}. Suas outras alterações não foram salvas. Tente novamente.`,
  theirReasons: {
    'refreshed-at-login': (source, changer) =>
      `Gerenciado por ${source} e atualizado a cada login da pessoa. ${changer}`,
    'sign-in-identifier': (_source, changer) => `A pessoa usa isso para fazer login. ${changer}`,
    'invited-address': (_source, changer) =>
      `A pessoa recebeu o convite neste endereço de e-mail. ${changer}`,
    'shared-user': (_source, changer) =>
      `A pessoa pertence a mais de uma organização, e uma alteração afetaria todas elas. ${changer}`,
    'not-allowed': (_source, changer) =>
      `Sua organização não permite alterar isso para outras pessoas. ${changer}`,
  },
  theirChangers: {
    person: 'A própria pessoa pode fazer a alteração.',
    inviter: 'Para usar outro endereço, convide a pessoa novamente.',
  },
  conflict: {
    title: (field) => `O campo “${field}” mudou durante a edição`,
    stored: 'Valor atual',
    mine: 'Sua alteração',
    keepMine: 'Manter minha alteração',
    useStored: 'Usar valor atual',
    choose: 'Escolha qual valor manter antes de salvar.',
  },
  followsNames: 'Segue o nome e o sobrenome até você alterar este campo.',
  upload: {
    remove: 'Remover',
    removePhoto: 'Remover foto',
    choose: 'Enviar foto…',
    running: 'Enviando foto',
    cancel,
    faults: {
      type: 'Escolha uma imagem PNG, JPEG, WebP, GIF ou AVIF.',
      size: 'Escolha uma imagem de até 5 MB.',
      host: 'Não foi possível enviar a foto. Tente novamente.',
    },
  },
  consequences: {
    own: {
      'changes-sign-in': (field) => `${field}: você usará o novo valor para fazer login.`,
      'verification-mail': (_field, value) =>
        `Enviaremos um e-mail de verificação para ${value}. Use o link dele para verificar seu endereço.`,
      'ends-sessions': () =>
        'Desconectaremos você de todos os outros lugares, e talvez seja preciso fazer login novamente aqui.',
    },
    theirs: {
      'changes-sign-in': (field) => `${field}: a pessoa usará o novo valor para fazer login.`,
      'verification-mail': (_field, value) => `Enviaremos um e-mail de verificação para ${value}.`,
      'ends-sessions': () => 'A pessoa será desconectada de todos os lugares.',
    },
    signInFirst: 'Primeiro, você fará login novamente. Salvaremos suas alterações quando você voltar.',
  },
  lostDraft: {
    expired: 'Suas alterações não foram salvas porque o login demorou demais. Preencha os campos novamente.',
    'other-account':
      'Suas alterações não foram salvas porque você fez login com outra conta ou em outra organização.',
  },
  displaced: 'Este campo agora está protegido, então sua alteração não foi salva:',
  dismiss: 'Dispensar',
  inItem: (item, text) => `“${item}”: ${text}`,
  violations: {
    required: () => 'Este campo é obrigatório.',
    'not-removable': () => 'Este campo pode ser alterado, mas não pode ficar vazio.',
    type: (_limit, kind) => formats[kind] ?? invalid,
    'too-short': (limit) => `Use pelo menos ${characters(limit)}.`,
    'too-long': (limit) => `Use no máximo ${characters(limit)}.`,
    'too-small': (limit, kind) =>
      kind === 'date' ? `Escolha ${limit} ou uma data posterior.` : `Digite ${limit} ou mais.`,
    'too-large': (limit, kind) =>
      kind === 'date' ? `Escolha ${limit} ou uma data anterior.` : `Digite ${limit} ou menos.`,
    format: (_limit, kind) => formats[kind] ?? invalid,
    pattern: () => 'Use o formato descrito abaixo.',
    prohibited: (character) => `Remova este caractere: ${character}`,
    invisible: (text) => `Remova o caractere invisível depois de “${text}” ou digite o valor novamente.`,
    'look-alike': (_limit, kind) =>
      kind === 'email'
        ? 'Algumas letras apenas se parecem com as deste endereço. Digite-o novamente.'
        : 'Use letras de um único alfabeto.',
    'no-country-code': () => 'Inclua o código do país, como +5511987654321.',
    'unknown-country-code': () => 'Nenhum país tem este código. Confira os dígitos depois do sinal de mais.',
    extension: () => 'Digite o número sem o ramal.',
    'two-numbers': () => 'Digite apenas um número de telefone.',
    'number-length': () => 'Este número tem dígitos de menos ou de mais. Confira-o.',
    choice: () => 'Escolha uma opção da lista.',
    'too-many': (limit) => `Digite no máximo ${plural(Number(limit), { one: '# item', other: '# itens' })}.`,
  },
  saveProblems: {
    step_up_required: 'Faça login novamente para salvar esta alteração.',
    body_too_large: 'Há texto demais para salvar. Encurte o campo mais longo.',
    profile_changed: 'Este perfil mudou durante a edição.',
    reason_required: enterReason,
  },
  refusals: {
    field_unknown: 'Este campo não está mais disponível.',
    field_locked: 'Este campo agora está protegido.',
    value_invalid: invalid,
    step_up_required: 'Faça login novamente para alterar isso.',
    value_in_use: 'Este valor já está em uso. Tente outro.',
    value_refused: 'Este valor não foi aceito. Tente outro.',
    profile_too_large: 'Não há espaço para isso no perfil. Encurte o texto.',
  },
};
