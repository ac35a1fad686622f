/** The actions of the activity log, in Simplified Chinese. */
import type { AuditAction } from '../../contract/activity.js';

export const actionNames: Record<AuditAction, string> = {
  'profile.update': '编辑个人资料',
  'profile.export': '下载个人资料数据',
  'profile.delete': '删除自己的账号',
  'profile.deletion-request': '申请删除账号',
  'profile.deletion-cancel': '取消删除账号',
  'field.reveal': '查看隐藏内容',
  'password.reset': '发送密码重置邮件',
  'email.verify': '发送验证邮件',
  'sessions.revoke': '结束会话',
  'member.block': '停用账号',
  'member.unblock': '启用账号',
  'member.clear-lockout': '解锁登录',
  'member.mfa-reset': '重置两步验证',
  'member.revoke-access': '强制退出所有设备',
  'membership.remove': '移出组织',
  'user.delete': '删除账号',
  'roles.assign': '更改角色',
  'invitation.create': '发送邀请',
  'invitation.revoke': '撤回邀请',
  'invitation.resend': '重新发送邀请',
  'invitation.link': '复制邀请链接',
  'members.export': '导出成员列表',
  'activity.export': '导出操作记录',
  'bulk.run': '开始批量操作',
};
