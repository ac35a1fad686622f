/** The actions of the activity log, in Japanese. */
import type { AuditAction } from '../../contract/activity.js';

export const actionNames: Record<AuditAction, string> = {
  'profile.update': 'プロフィールの編集',
  'profile.export': 'プロフィールデータのダウンロード',
  'profile.delete': '自分のアカウントの削除',
  'profile.deletion-request': 'アカウント削除のリクエスト',
  'profile.deletion-cancel': 'アカウント削除の取り消し',
  'field.reveal': '非表示の値の表示',
  'password.reset': 'パスワード再設定メールの送信',
  'email.verify': '確認メールの送信',
  'sessions.revoke': 'セッションの終了',
  'member.block': '利用の停止',
  'member.unblock': '利用の再開',
  'member.clear-lockout': 'ログインのロック解除',
  'member.mfa-reset': '2段階認証のリセット',
  'member.revoke-access': 'すべてのデバイスからのログアウト',
  'membership.remove': '組織からの除外',
  'user.delete': 'アカウントの削除',
  'roles.assign': 'ロールの変更',
  'invitation.create': '招待の送信',
  'invitation.revoke': '招待の取り消し',
  'invitation.resend': '招待の再送信',
  'invitation.link': '招待リンクのコピー',
  'members.export': 'メンバー一覧のエクスポート',
  'activity.export': 'アクティビティログのエクスポート',
  'bulk.run': '一括操作の開始',
};
