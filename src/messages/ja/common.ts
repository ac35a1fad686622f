/**
 * Formatters and texts that several parts share, in Japanese. Readers are addressed politely (です・ます) and without a pronoun;
 * names get さん, except in the activity log.
 */
import { createFormatter } from '../formatter.js';

export const { plural, formatted } = createFormatter('ja');

export const seconds = (count: number) => plural(count, { other: '#秒' });
export const days = (count: number) => plural(count, { other: '#日' });
export const members = (count: number) => plural(count, { other: 'メンバー#人' });
export const addresses = (count: number) => plural(count, { other: 'メールアドレス#件' });

export const withColon = (text: string) => `${text}：`;
export const labeled = (label: string, text: string) => `${label}：${text}`;
export const justNow = 'たった今';
export const cancel = 'キャンセル';
export const close = '閉じる';
export const retry = '再試行';
export const signIn = 'ログイン';
export const signedOut = 'ログアウトしました';
export const requestId = (id: string) => `リクエストID：${id}`;

export const sessionExpired = 'セッションの有効期限が切れました。続けるには、もう一度ログインしてください。';
export const checkFields = '強調表示された項目を確認してください。';
export const outdatedPage =
  'このページは最新の状態ではありません。再読み込みしてください。解決しない場合は、サポートにお問い合わせください。';
export const tryLater = '問題が発生しました。数分後にもう一度お試しください。';
export const outcomeUnknown =
  'メールが送信されたかどうかを確認できませんでした。もう一度送信する前に、受信者に確認してください。';
export const unreachable = 'サーバーに接続できませんでした。接続を確認して、もう一度お試しください。';
export const offline = 'オフラインです。';
export const notSignedIn = 'ログインしていません。';
export const accountBlocked = 'お使いのアカウントは利用停止中です。組織の管理者にお問い合わせください。';
export const noOrganizationTitle = '組織にログインしていません';
export const signInFailedTitle = 'ログインできませんでした';
export const otherAccount = '別のアカウントを使用';
export const chooseOrganization = '組織を選択';
export const signInDenied =
  'このアカウントではログインできません。別のアカウントを使用するか、組織の管理者にお問い合わせください。';
export const tooManyRequests = '操作の回数が多すぎます。';
export const signInFailed = 'ログインできませんでした。もう一度試すか、組織の管理者にお問い合わせください。';
export const partMissing = 'このページの一部を読み込めませんでした。';
export const sections = 'このページの内容';
export const cantRightNow = '現在、この操作はできません。';
export const enterReason = '理由を入力してください。';
export const reasonHelp = 'アクティビティログに保存されます。';
export const signInToContinue = 'ログインして続ける';
export const signInAgain = '続けるには、もう一度ログインしてください。';
export const notAvailable = 'この機能は、お使いの組織では使用できません。';
export const sessionsNotAvailable = 'お使いの組織では、セッションの一覧を表示できません。';
export const continueIn = (left: number) => `${seconds(left)}後に続行できます。`;
export const typeToConfirm = (phrase: string) => `確認のため「${phrase}」と入力してください`;
export const typeExactly = (phrase: string) => `続けるには「${phrase}」と入力してください。`;
export const reference = (id: string) => `参照番号：${id}`;
export const downloadReceipt = '処理記録をダウンロード';
export const working = '処理しています…';
export const undo = '元に戻す';
export const openApps = (until: string | null) =>
  until === null
    ? 'すでに開いているアプリは、しばらくの間、引き続き使用できる場合があります。'
    : `すでに開いているアプリは、${until}まで引き続き使用できる場合があります。`;
export const rolesAbove = '自分にない権限を含むロールは表示されません。';
export const lastAdmin = '組織に管理者がいなくなります。先に別のメンバーを管理者にしてください。';
export const sharedUser = 'このユーザーは複数の組織に所属しているため、すべての組織に影響します。';
export const borrowedSession =
  '他のユーザーの代理としてログインしています。この操作を行うには、自分のアカウントでログインしてください。';
export const blockedReset =
  'このユーザーは利用停止中です。パスワードを再設定すると利用が再開されてしまうため、先に利用を再開してください。';
