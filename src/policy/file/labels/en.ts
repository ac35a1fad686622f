/** Labels of the default policy, in English. */
export const en = {
  groups: {
    identity: 'Personal info',
    contact: 'Contact and sign-in',
    work: 'Work',
  },
  fields: {
    givenName: 'First name',
    familyName: 'Last name',
    name: 'Full name',
    nickname: 'Nickname',
    picture: 'Photo',
    email: 'Email',
    phoneNumber: 'Phone number',
    username: 'Username',
    jobTitle: 'Job title',
    deskPhone: 'Work phone',
    timeZone: 'Time zone',
    language: 'Language',
  },
  help: {
    picture: 'Image URL, starting with https://',
    language: 'Used in the app and in emails to you',
  },
};

/** The labels of one language. A missing one doesn't compile. */
export type DefaultLabels = {
  readonly [Part in keyof typeof en]: Readonly<Record<keyof (typeof en)[Part], string>>;
};
