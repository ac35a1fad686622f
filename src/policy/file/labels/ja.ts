/** Labels of the default policy, in Japanese. */
import type { DefaultLabels } from './en.js';

export const ja: DefaultLabels = {
  groups: {
    identity: '基本情報',
    contact: '連絡先とログイン',
    work: '勤務先',
  },
  fields: {
    givenName: '名',
    familyName: '姓',
    name: '氏名',
    nickname: 'ニックネーム',
    picture: '写真',
    email: 'メールアドレス',
    phoneNumber: '電話番号',
    username: 'ユーザー名',
    jobTitle: '役職',
    deskPhone: '勤務先の電話番号',
    timeZone: 'タイムゾーン',
    language: '言語',
  },
  help: {
    picture: 'https:// で始まる画像のURL',
    language: 'アプリと、お送りするメールで使用されます',
  },
};
