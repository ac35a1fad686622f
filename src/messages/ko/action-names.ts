/** The actions of the activity log, in Korean. */
import type { AuditAction } from '../../contract/activity.js';

export const actionNames: Record<AuditAction, string> = {
  'profile.update': '프로필 편집',
  'profile.export': '프로필 데이터 다운로드',
  'profile.delete': '본인 계정 삭제',
  'profile.deletion-request': '계정 삭제 요청',
  'profile.deletion-cancel': '계정 삭제 취소',
  'field.reveal': '숨겨진 값 표시',
  'password.reset': '비밀번호 재설정 메일 보내기',
  'email.verify': '인증 메일 보내기',
  'sessions.revoke': '세션 종료',
  'member.block': '차단',
  'member.unblock': '차단 해제',
  'member.clear-lockout': '로그인 잠금 풀기',
  'member.mfa-reset': '2단계 인증 초기화',
  'member.revoke-access': '모든 기기에서 강제 로그아웃',
  'membership.remove': '조직에서 제외',
  'user.delete': '계정 삭제',
  'roles.assign': '역할 변경',
  'invitation.create': '초대 보내기',
  'invitation.revoke': '초대 철회',
  'invitation.resend': '초대 다시 보내기',
  'invitation.link': '초대 링크 복사',
  'members.export': '멤버 목록 내보내기',
  'activity.export': '활동 기록 내보내기',
  'bulk.run': '일괄 작업 시작',
};
