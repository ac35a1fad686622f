/** Editing a profile, in Japanese. */
import type { Violation } from '../../policy/check-value.js';
import type { FieldKind } from '../../policy/vocabulary.js';
import type { EditingMessages } from '../en/editing.js';
import { cancel, enterReason, plural } from './common.js';

const invalid = 'この値は無効です。';
const unprintable = '表示できない文字を削除してください。';

const formats: Partial<Record<FieldKind, string>> = {
  text: unprintable,
  multiline: unprintable,
  list: unprintable,
  email: 'メールアドレスを入力してください（例：name@example.com）。',
  phone: '電話番号を国番号から入力してください（例：+81312345678）。',
  username: '使用できる文字は、英字、数字、. _ - + のみです。メールアドレスや電話番号は使用できません。',
  url: 'ウェブアドレスを入力してください（例：https://example.com）。',
  picture: 'https:// で始まる画像のURLを入力してください。',
  date: '年月日をすべて入力してください。',
  number: '数値を入力してください。',
};

const characters = (limit: Violation['limit']) => plural(Number(limit), { other: '#文字' });

export const editing: EditingMessages = {
  auditReason: 'この変更の理由',
  signInAndSave: 'ログインして保存',
  unsavedField: '未保存',
  notSavedYet: 'まだ保存されていません。変更内容を確認して保存してください。',
  saved: '変更を保存しました。',
  partlySaved: (fields) =>
    `${fields}を保存しました。その他の変更は保存されていません。もう一度お試しください。`,
  theirReasons: {
    'refreshed-at-login': (source, changer) =>
      `${source}で管理され、本人がログインするたびに更新されます。${changer}`,
    'sign-in-identifier': (_source, changer) => `本人がログインに使用しています。${changer}`,
    'invited-address': (_source, changer) => `本人はこのメールアドレスで招待されました。${changer}`,
    'shared-user': (_source, changer) =>
      `このユーザーは複数の組織に所属しているため、変更するとすべての組織に影響します。${changer}`,
    'not-allowed': (_source, changer) =>
      `お使いの組織では、他のユーザーのこの項目の変更は許可されていません。${changer}`,
  },
  theirChangers: {
    person: '本人が変更できます。',
    inviter: '別のアドレスを使用するには、もう一度招待してください。',
  },
  conflict: {
    title: (field) => `編集中に${field}が変更されました`,
    stored: '現在の値',
    mine: '自分の変更',
    keepMine: '自分の変更を使用',
    useStored: '現在の値を使用',
    choose: '保存する前に、どちらの値を使用するか選択してください。',
  },
  followsNames: '変更するまでは、姓と名に合わせて更新されます。',
  upload: {
    remove: '削除',
    removePhoto: '写真を削除',
    choose: '写真をアップロード…',
    running: '写真をアップロードしています',
    cancel,
    faults: {
      type: 'PNG、JPEG、WebP、GIF、AVIFのいずれかの画像を選択してください。',
      size: '5 MB以下の画像を選択してください。',
      host: '写真をアップロードできませんでした。もう一度お試しください。',
    },
  },
  consequences: {
    own: {
      'changes-sign-in': (field) => `${field}：今後は新しい値でログインします。`,
      'verification-mail': (_field, value) =>
        `${value}に確認メールを送信します。メール内のリンクを開いて、アドレスを確認してください。`,
      'ends-sessions': () =>
        '他のすべてのデバイスからログアウトされます。このデバイスでも再ログインが必要になる場合があります。',
    },
    theirs: {
      'changes-sign-in': (field) => `${field}：本人は今後、新しい値でログインします。`,
      'verification-mail': (_field, value) => `${value}に確認メールを送信します。`,
      'ends-sessions': () => '本人はすべてのデバイスからログアウトされます。',
    },
    signInFirst: '先に、もう一度ログインします。ログイン後、変更内容が保存されます。',
  },
  lostDraft: {
    expired: 'ログインに時間がかかりすぎたため、変更内容は保存されませんでした。もう一度入力してください。',
    'other-account': '別のアカウントまたは別の組織にログインしたため、変更内容は保存されませんでした。',
  },
  displaced: 'この項目は編集できなくなったため、変更内容は保存されませんでした：',
  dismiss: '閉じる',
  violations: {
    required: () => 'この項目は必須です。',
    'not-removable': () => 'この項目は変更できますが、空にすることはできません。',
    type: (_limit, kind) => formats[kind] ?? invalid,
    'too-short': (limit) => `${characters(limit)}以上で入力してください。`,
    'too-long': (limit) => `${characters(limit)}以内で入力してください。`,
    'too-small': (limit, kind) =>
      kind === 'date' ? `${limit}以降の日付を選択してください。` : `${limit}以上の値を入力してください。`,
    'too-large': (limit, kind) =>
      kind === 'date' ? `${limit}以前の日付を選択してください。` : `${limit}以下の値を入力してください。`,
    format: (_limit, kind) => formats[kind] ?? invalid,
    pattern: () => '下記の形式で入力してください。',
    prohibited: (character) => `この文字を削除してください：${character}`,
    invisible: (text) => `「${text}」の後にある目に見えない文字を削除するか、もう一度入力してください。`,
    'look-alike': (_limit, kind) =>
      kind === 'email'
        ? '見た目がよく似た別の文字が含まれています。もう一度入力してください。'
        : '見た目がよく似た別の言語の文字が混ざっています。もう一度入力してください。',
    'no-country-code': () => '国番号を付けて入力してください（例：+819012345678）。',
    'unknown-country-code': () => 'この国番号は存在しません。プラス記号の後の数字を確認してください。',
    extension: () => '内線番号を除いて入力してください。',
    'two-numbers': () => '電話番号は1つだけ入力してください。',
    'number-length': () => '電話番号の桁数が正しくありません。確認してください。',
    choice: () => '一覧から選択してください。',
    'too-many': (limit) => plural(Number(limit), { other: '#件以内で入力してください。' }),
  },
  inItem: (item, text) => `「${item}」：${text}`,
  saveProblems: {
    step_up_required: 'この変更を保存するには、もう一度ログインしてください。',
    body_too_large: 'テキストが長すぎて保存できません。最も長い項目を短くしてください。',
    profile_changed: '編集中にこのプロフィールが変更されました。',
    reason_required: enterReason,
  },
  refusals: {
    field_unknown: 'この項目は使用できなくなりました。',
    field_locked: 'この項目は編集できなくなりました。',
    value_invalid: invalid,
    step_up_required: '変更するには、もう一度ログインしてください。',
    value_in_use: 'この値はすでに使用されています。別の値をお試しください。',
    value_refused: 'この値は受け付けられませんでした。別の値をお試しください。',
    profile_too_large: 'プロフィールの保存容量が足りません。短くしてください。',
  },
};
