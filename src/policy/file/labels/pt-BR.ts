/** Labels of the default policy, in Brazilian Portuguese. */
import type { DefaultLabels } from './en.js';

export const ptBR: DefaultLabels = {
  groups: {
    identity: 'Informações pessoais',
    contact: 'Contato e login',
    work: 'Trabalho',
  },
  fields: {
    givenName: 'Nome',
    familyName: 'Sobrenome',
    name: 'Nome completo',
    nickname: 'Apelido',
    picture: 'Foto',
    email: 'E-mail',
    phoneNumber: 'Número de telefone',
    username: 'Nome de usuário',
    jobTitle: 'Cargo',
    deskPhone: 'Telefone comercial',
    timeZone: 'Fuso horário',
    language: 'Idioma',
  },
  help: {
    picture: 'Endereço da imagem, começando com https://',
    language: 'Usado no app e nos e-mails para você',
  },
};
