/** Labels of the default policy, in Spanish. */
import type { DefaultLabels } from './en.js';

export const es: DefaultLabels = {
  groups: {
    identity: 'Información personal',
    contact: 'Contacto e inicio de sesión',
    work: 'Trabajo',
  },
  fields: {
    givenName: 'Nombre',
    familyName: 'Apellidos',
    name: 'Nombre completo',
    nickname: 'Apodo',
    picture: 'Foto',
    email: 'Correo electrónico',
    phoneNumber: 'Número de teléfono',
    username: 'Nombre de usuario',
    jobTitle: 'Cargo',
    deskPhone: 'Teléfono del trabajo',
    timeZone: 'Zona horaria',
    language: 'Idioma',
  },
  help: {
    picture: 'URL de una imagen, que empieza por https://',
    language: 'Se usa en la app y en los correos que recibes',
  },
};
