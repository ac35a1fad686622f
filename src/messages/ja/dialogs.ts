/** The dialogs about one member, in Japanese. */
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
  checking: '変更される内容を確認しています…',
  absent: 'この操作は、このユーザーには使用できません。',
  notLockedOut: 'このユーザーはロックされていません。',
  removed: (names) => `削除される認証方法：${names}`,
  openApps,
  regainTitle: '再びアクセスできる可能性があります',
  recommended: (why) => `削除ではなく、この操作をおすすめします。${why}`,
  recommendations: {
    'membership.remove': '代わりに、組織から外すことをおすすめします。',
    'member.revoke-access': '代わりに、すべてのデバイスからログアウトさせることをおすすめします。',
    'member.block': '代わりに、利用を停止することをおすすめします。',
    'user.delete': '代わりに、アカウントを削除することをおすすめします。',
  },
  instead: {
    'membership.remove': '代わりに組織から外す',
    'member.revoke-access': '代わりにログアウトさせる',
    'member.block': '代わりに利用を停止',
    'user.delete': '代わりに削除',
  },
  questions: {
    'password.reset': {
      title: (name) => `${name}さんにパスワード再設定メールを送信しますか？`,
      confirm: 'メールを送信',
      done: (name) => `${name}さんがメールを受信できる場合、数分以内にリンクが届きます。`,
      consequences: [
        '本人に再設定用リンクをメールで送信します。',
        '本人がリンクを使用するまで、パスワードは変わりません。',
        'リンクは本人以外には表示されません。管理者も見ることはできません。',
      ],
    },
    'email.verify': {
      title: (name) => `${name}さんに確認メールを送信しますか？`,
      confirm: 'メールを送信',
      done: (name) => `${name}さんに確認メールを送信しました。`,
      consequences: [
        '本人に新しいリンクをメールで送信します。',
        '本人がリンクを使用するまで、メールアドレスは未確認のままです。',
      ],
    },
    'member.clear-lockout': {
      title: (name) => `${name}さんのログインのロックを解除しますか？`,
      confirm: 'ロックを解除',
      done: (name) => `${name}さんは、もう一度ログインを試せるようになりました。`,
      consequences: [
        '本人は、すぐにパスワードを入力し直せます。',
        '管理者が利用を停止している場合は、利用停止のままです。',
      ],
    },
    'member.unblock': {
      title: (name) => `${name}さんの利用を再開しますか？`,
      confirm: '利用を再開',
      done: (name) => `${name}さんは再びログインできるようになりました。`,
      consequences: [
        '本人は再びログインできるようになります。',
        'パスワードを何度も間違えてロックされている場合は、別途ログインのロックを解除してください。',
      ],
    },
    'member.mfa-reset': {
      title: (name) => `${name}さんの2段階認証をリセットしますか？`,
      confirm: 'リセット',
      done: (name) => `${name}さんの2段階認証をリセットしました。`,
      consequences: [
        '信頼済みのブラウザーでも、再び認証が必要になります。',
        '本人が設定し直すまで、パスワードだけでログインできる場合があります。',
      ],
    },
    'member.revoke-access': {
      title: (name) => `${name}さんをすべてのデバイスからログアウトさせますか？`,
      confirm: 'ログアウトさせる',
      done: (name) => `${name}さんをすべてのデバイスからログアウトさせました。`,
      consequences: [],
    },
    'member.block': {
      title: (name) => `${name}さんの利用を停止しますか？`,
      confirm: '利用を停止',
      done: (name) => `${name}さんの利用を停止しました。`,
      consequences: [],
    },
    'membership.remove': {
      title: (name, organization) => `${name}さんを${organization}から外しますか？`,
      confirm: '組織から外す',
      done: (name) => `${name}さんを組織から外しました。`,
      consequences: [],
    },
    'user.delete': {
      title: (name) => `${name}さんのアカウントを削除しますか？`,
      confirm: 'アカウントを削除',
      done: (name) => `${name}さんのアカウントを削除しました。`,
      consequences: [],
    },
  },
  running: working,
  undo,
  partly: (name) => `${name}さんに対する一部の処理が完了しませんでした。`,
  phrase: typeToConfirm,
  word: '削除',
  mismatch: typeExactly,
  reason: '理由',
  reasonHelp,
  reasonMissing: enterReason,
  signIn: signInToContinue,
  signInText: `${signInAgain}ログイン後、この画面に戻ります。`,
  wait: continueIn,
  rolesDialog: {
    title: (name) => `${name}さんのロールを変更`,
    legend: '組織内のロール',
    current: '現在',
    next: '変更後',
    none: 'なし',
    unchanged: 'まだ変更はありません。',
    effect: '本人がログインし直すまで反映されない場合があります。',
    effectOwn: 'ログインし直すまで反映されない場合があります。',
    ownLoss:
      '自分のアクセス権を外そうとしています。自分では元に戻せません。元に戻すには、別の管理者による操作が必要です。',
    changedByOthers: '他のユーザーがロールを変更しました。確認してから続けてください。',
    added: (names) => `他のユーザーが追加したロール：${names}`,
    removed: (names) => `他のユーザーが外したロール：${names}`,
    confirm: 'ロールを変更',
    running: 'ロールを変更しています…',
    done: 'ロールを更新しました',
    empty: '使用できるロールはありません。',
  },
  plan: {
    steps: {
      'remove-membership': (_source, _federated, organization) =>
        `本人は${organization}にアクセスできなくなります。アカウントと他の組織には影響しません。`,
      'block-account': (source, federated) =>
        federated
          ? `本人はログインできなくなります（${source}を含む）。`
          : '本人はログインできなくなります。',
      'end-sessions': () => '本人はすべてのブラウザーからログアウトされます。',
      'revoke-refresh-tokens': () => 'アプリでは再ログインが必要になります。',
      'revoke-invitations': () => '本人のメールアドレス宛ての保留中の招待は取り消されます。',
      'delete-account': () =>
        '本人のアカウントとプロフィールは完全に削除されます。この操作は元に戻せません。',
      'delete-linked-identities': () => '本人のアカウントに連携している他のログイン方法も削除されます。',
    },
    regainPaths: {
      'joins-at-login': (source) =>
        `${source}でログインしたユーザーは自動的にメンバーになるため、本人が次にログインすると再びメンバーになります。`,
      'recreated-at-login': (source) =>
        `本人の次回のログイン時に、${source}によってアカウントが再作成されます。`,
      directory: (source) =>
        `次回の同期時に、${source}のディレクトリによってアカウントが再作成される場合があります。`,
      'pending-invitation': () => '本人宛ての保留中の招待があり、それを使うと再び参加できます。',
    },
  },
  receipt: {
    title: (name) => `${name}さんの処理記録`,
    done: '完了',
    already: 'すでに完了',
    notDone: '未完了',
    notCovered: '対象外',
    steps: {
      'remove-membership': '組織からの除外',
      'block-account': '利用の停止',
      'end-sessions': 'ブラウザーからのログアウト',
      'revoke-refresh-tokens': 'アプリからのログアウト',
      'revoke-invitations': '保留中の招待の取り消し',
      'delete-account': 'アカウントの削除',
      'delete-linked-identities': '連携しているログイン方法の削除',
      'unblock-account': '利用の再開',
      'clear-lockout': 'ログインのロック解除',
      'remove-authenticator': '認証方法の削除',
      'forget-trusted-browsers': '信頼済みブラウザーの解除',
    },
    notCoveredItems: {
      'issued-access-tokens': openApps,
      'application-sessions': () =>
        '独自にログイン状態を管理するアプリでは、アプリが次に確認するまでログインした状態が続きます。',
      'other-organizations': () => '本人が所属する他の組織',
    },
    repeated: (step, count) => `${step}（${count}件）`,
    failed: labeled,
    again: '再試行しても問題ありません。',
    id: reference,
    view: '処理記録を表示',
    save: downloadReceipt,
  },
};
