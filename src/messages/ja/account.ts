/** The account section: password, sessions, export and deletion, in Japanese. */
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
  again: (left) => `${seconds(left)}後に、もう一度メールを送信できます。`,
  cancel,
  locked: cantRightNow,
  missing: partMissing,
  verify: {
    text: (email) => `${email}はまだ確認されていません。お送りしたメール内のリンクを開いて確認してください。`,
    textFor: (email) =>
      `${email}はまだ確認されていません。本人が、送信済みのメール内のリンクを開く必要があります。`,
    action: '確認メールを再送信',
    sent: (email) => `${email}にメールを送信しました。`,
  },
  password: {
    title: 'パスワード',
    text: (organization, email) =>
      `${organization}からの再設定用リンクを${email}に送信します。リンクを使用するまで、パスワードは変わりません。`,
    textFor: (name, email) =>
      `${name}さん（${email}）に再設定用リンクを送信します。本人がリンクを使用するまで、パスワードは変わりません。`,
    action: '再設定用リンクを送信',
    sent: (email) => `${email}がメールを受信できる場合、数分以内にリンクが届きます。`,
  },
  sessions: {
    title: 'ログイン中のブラウザー',
    titleFor: '本人がログイン中のブラウザー',
    text: '組織を問わず、お使いのアカウントでログインしているブラウザーです。',
    textFor: '組織を問わず、本人のアカウントでログインしているブラウザーです。',
    loading: 'セッションを読み込んでいます',
    unavailable: sessionsNotAvailable,
    none: '他のブラウザーではログインしていません。',
    noneFor: 'アクティブなセッションはありません。',
    current: 'このブラウザー',
    unknown: '不明なブラウザー',
    lastUsed: (when) => `最終アクセス：${when}`,
    end: 'ログアウト',
    endOf: (browser) => `${browser}からログアウト`,
    endOthers: '他のすべてのデバイスからログアウト',
    endAll: 'すべてのデバイスからログアウト',
    ended: 'セッションを終了しました。',
    endedOthers: '他のすべてのデバイスからログアウトしました。',
    endedAll: 'すべてのデバイスからログアウトしました。',
  },
  export: {
    title: '自分のデータ',
    text: 'プロフィールデータのコピーをダウンロードできます。',
    json: 'JSONでダウンロード',
    html: 'ウェブページでダウンロード',
    running: 'ダウンロードを準備しています…',
    done: 'ダウンロードの準備ができました。',
  },
  deletion: {
    dangerZone: '注意が必要な操作',
    notOffered: 'このアカウントは、ここでは削除できません。',
    title: 'アカウントの削除',
    text: '所属するすべての組織で、アカウントを完全に削除します。',
    action: 'アカウントを削除…',
    checking: '削除される内容を確認しています…',
    organizations: (name, others) =>
      others === 0
        ? `${name}から脱退します。`
        : plural(others, { other: (number) => `${name}と、ほか${number}件の組織から脱退します。` }),
    delay: (count) => `アカウントは${days(count)}後に削除されます。それまでは、ここで削除を取り消せます。`,
    phrase: typeToConfirm,
    word: '削除',
    confirm: 'アカウントを削除',
    confirming: '削除しています…',
    mismatch: typeExactly,
    signIn: signInToContinue,
    signInText:
      'アカウントを削除するには、先にもう一度ログインしてください。ログイン後、このページに戻ります。',
    signInTooLate:
      'ログインに時間がかかりすぎたため、アカウントは削除されませんでした。最初からやり直してください。',
    receiptTitle: 'アカウントを削除しました',
    notDone: '他のシステムやバックアップにあるご自身のデータは削除されていません。',
    tokensUntil: (when) => `一部のアプリでは、${when}までログインした状態が続く場合があります。`,
    receiptId: reference,
    saveReceipt: downloadReceipt,
    leave: '続ける',
  },
  reveal: {
    action: (field) => `${field}を表示`,
    done: (field) => `${field}を表示しました。この操作はアクティビティログに記録されました。`,
  },
  pendingDeletion: {
    title: (when) => `アカウントは${when}に削除されます。`,
    text: 'それまでは、引き続き使用することも、削除を取り消すこともできます。',
    keep: 'アカウントを残す',
    keeping: '削除を取り消しています…',
  },
  problems: {
    step_up_required: `${signInAgain}ログイン後、このページに戻ります。`,
    operation_locked: cantRightNow,
    outcome_unknown:
      'メールが送信されたかどうかを確認できませんでした。もう一度送信する前に、受信トレイを確認してください。',
    feature_unavailable: notAvailable,
    erasure_failed: 'データを消去できなかったため、何も削除されていません。数分後にもう一度お試しください。',
  },
  reasons: {
    'recreated-at-login': (source, connectionClass) =>
      connectionClass === 'social'
        ? `削除しても、次に${source}でログインするとアカウントが再作成されます。脱退するには、組織から外すよう管理者に依頼してください。`
        : `削除しても、次回のログイン時に${source}によってアカウントが再作成されます。${source}での削除をIT担当者に依頼してください。`,
    'last-admin': () =>
      '所属する組織のいずれかに管理者がいなくなります。先に別のメンバーを管理者にしてください。',
    'delegated-session': () => borrowedSession,
    'shared-user': () => `${sharedUser}本人は自分で操作できます。`,
    blocked: () => blockedReset,
    'managed-by-connection': (source) => `${source}で管理されています。この操作は${source}で行えます。`,
    'not-allowed': () => 'お使いの組織では許可されていません。管理者にお問い合わせください。',
  },
  theirReasons: {
    'last-admin': () => lastAdmin,
    'recreated-at-login': (source, connectionClass) =>
      connectionClass === 'social'
        ? `削除しても、本人が次に${source}でログインするとアカウントが再作成されます。代わりに利用を停止してください。`
        : `削除しても、本人の次回のログイン時に${source}によってアカウントが再作成されます。${source}での削除をIT担当者に依頼してください。`,
    'managed-by-connection': (source) => `${source}で管理されています。`,
    'not-allowed': () => 'お使いの組織では、他のユーザーに対するこの操作は許可されていません。',
  },
  consequences: {
    'mail-to-address': 'アカウントのメールアドレスにメールを送信します。',
    'password-unchanged-until-used': 'リンクを使用するまで、パスワードは変わりません。',
    'ends-other-sessions': '他のすべてのデバイスからログアウトされます。',
    'ends-all-sessions': 'このデバイスを含む、すべてのデバイスからログアウトされます。',
    'removes-account': 'アカウントとプロフィールは完全に削除されます。この操作は元に戻せません。',
    'removes-memberships': '所属するすべての組織から脱退します。',
    'removes-linked-identities': 'アカウントに連携している他のログイン方法も削除されます。',
    'erases-product-data': '最初に、この製品にあるデータが消去されます。',
    'keeps-other-systems': '他のシステムやバックアップにあるご自身のデータは削除されません。',
  },
  done: {
    'product-data': '製品データの消去',
    account: 'アカウントの削除',
    'linked-identities': '連携しているログイン方法の削除',
    memberships: 'すべての組織からの脱退',
    sessions: 'すべてのデバイスからのログアウト',
  },
};
