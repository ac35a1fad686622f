/** The dialog that invites people, in Japanese. */
import type { InviteMessages } from '../en/invite.js';
import { addresses, cancel, continueIn, plural, rolesAbove, formatted } from './common.js';

export const invite: InviteMessages = {
  title: (organization) => `${organization}にメンバーを招待`,
  addresses: 'メールアドレス',
  addressesHelp: '複数のアドレスは、カンマ、スペース、または改行で区切ってください。',
  entered: (count) => `${addresses(count)}を入力済み`,
  remove: (email) => `${email}を削除`,
  edit: (email) => `${email}を編集`,
  file: 'またはCSV/TSVファイルをアップロード',
  fileHelp:
    '表計算ソフトやディレクトリから出力した、メールアドレスの列があるファイルです。ロールの列も含められます。送信する前に、すべての内容を確認できます。',
  fileRead: (count) => plural(count, { other: 'ファイルから#人を読み込みました。' }),
  emailsFrom: (heading) => `メールアドレスは「${heading}」列から読み込みました。`,
  rolesFrom: (heading) => `ロールは「${heading}」列から読み込みました。`,
  noRoleColumn: 'ファイルにロールの列がありません。',
  skipped: (count, rows) =>
    plural(count, { other: (number) => `メールアドレスのない${number}行をスキップしました：${rows}` }),
  unknownRoles: (names) => `存在しないロール：${names}`,
  fileProblems: {
    unreadable: 'ファイルを読み込めませんでした。もう一度選択してください。',
    'no-addresses': 'メールアドレスが見つかりませんでした。ファイルにはメールアドレスの列が必要です。',
    workbook: 'これはExcelブックです。CSV形式で保存し、そのファイルを選択してください。',
  },
  roles: 'ロール',
  rolesHelp: 'ロールがない場合は、既定のアクセス権のみが付与されます。',
  rolesAbove,
  connection: 'ログイン方法',
  anyConnection: '指定なし（本人が選択）',
  noConnection:
    'お使いの組織には招待に対応したログイン方法がないため、招待できません。サポートにお問い合わせください。',
  expiry: '有効期間',
  days: (count) => plural(count, { other: '#日間' }),
  hours: (count) => plural(count, { other: '#時間' }),
  language: 'メールの言語',
  anyLanguage: '既定',
  check: '送信せずに確認',
  checking: '確認しています…',
  send: (count) => (count === 0 ? '招待' : plural(count, { other: '#人を招待' })),
  sending: (done, of) => `送信しています…（${formatted(of)}件中${formatted(done)}件）`,
  invited: (count) => plural(count, { other: '#件の招待を送信しました。' }),
  ready: (count) => `${addresses(count)}を招待できます。`,
  refused: (count) => `${addresses(count)}は招待できませんでした。上記の理由を確認してください。`,
  enterOne: 'メールアドレスを1件以上入力してください。',
  cancel,
  close: '完了',
  loading: '読み込んでいます…',
  wait: continueIn,
  refusals: {
    'address-invalid': () => '有効なメールアドレスではありません。',
    'address-invisible': () => '目に見えない文字が含まれています。もう一度入力してください。',
    'address-look-alike': () => '見た目がよく似た別の文字が含まれています。もう一度入力してください。',
    'address-twice': () => '重複しています。',
    'already-member': () => 'すでにメンバーです。',
    'already-invited': () => 'すでに招待されています。',
    'signs-in-elsewhere': (connection) =>
      connection
        ? `${connection}でログインするユーザーです。そのログイン方法を選択するか、IT担当者にお問い合わせください。`
        : '別のログイン方法を使用しています。',
    'connection-not-invitable': () => 'このログイン方法は招待に対応していません。',
    'role-not-assignable': () => '付与できないロールが含まれています。',
    'rate-limited': () => '招待が多すぎるため、送信されませんでした。数分後にもう一度お試しください。',
    'not-sent': () => '送信できませんでした。もう一度お試しください。',
    'outcome-unknown': () =>
      '送信されたかどうかを確認できませんでした。1分後にもう一度お試しいただくと確認できます。',
  },
};
