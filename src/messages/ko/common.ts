/**
 * Formatters and texts that several parts share, in Korean. Readers are addressed without a pronoun: ‑세요 for what to do, ‑습니다
 * for facts, ‑ㄹ까요? for questions. Names get 님, and other parameters a noun, so that no particle depends on how one ends.
 */
import { createFormatter } from '../formatter.js';

export const { plural, formatted } = createFormatter('ko');

export const seconds = (count: number) => plural(count, { other: '#초' });
export const days = (count: number) => plural(count, { other: '#일' });
export const members = (count: number) => plural(count, { other: '멤버 #명' });
export const addresses = (count: number) => plural(count, { other: '이메일 주소 #개' });

export const withColon = (text: string) => `${text}:`;
export const labeled = (label: string, text: string) => `${label}: ${text}`;
export const justNow = '방금';
export const cancel = '취소';
export const close = '닫기';
export const retry = '다시 시도';
export const signIn = '로그인';
export const signedOut = '로그아웃되었습니다';
export const requestId = (id: string) => `요청 ID: ${id}`;

export const sessionExpired = '세션이 만료되었습니다. 계속하려면 다시 로그인하세요.';
export const checkFields = '강조 표시된 항목을 확인하세요.';
export const outdatedPage =
  '이 페이지는 최신 상태가 아닙니다. 페이지를 새로 고치세요. 문제가 계속되면 고객 지원팀에 문의하세요.';
export const tryLater = '문제가 발생했습니다. 몇 분 후에 다시 시도하세요.';
export const outcomeUnknown =
  '메일이 전송되었는지 확인할 수 없습니다. 다시 보내기 전에 받는 사람에게 확인하세요.';
export const unreachable = '서버에 연결하지 못했습니다. 연결 상태를 확인하고 다시 시도하세요.';
export const offline = '오프라인 상태입니다.';
export const notSignedIn = '로그인되어 있지 않습니다.';
export const accountBlocked = '계정이 차단되었습니다. 조직 관리자에게 문의하세요.';
export const noOrganizationTitle = '조직에 로그인되어 있지 않습니다';
export const signInFailedTitle = '로그인하지 못했습니다';
export const otherAccount = '다른 계정 사용';
export const chooseOrganization = '조직 선택';
export const signInDenied =
  '이 계정으로는 여기에 로그인할 수 없습니다. 다른 계정을 사용하거나 조직 관리자에게 문의하세요.';
export const tooManyRequests = '요청이 너무 많습니다.';
export const signInFailed = '로그인하지 못했습니다. 다시 시도하거나 조직 관리자에게 문의하세요.';
export const partMissing = '이 페이지의 일부를 불러오지 못했습니다.';
export const sections = '이 페이지의 내용';
export const cantRightNow = '지금은 이 작업을 할 수 없습니다.';
export const enterReason = '사유를 입력하세요.';
export const reasonHelp = '활동 기록에 저장됩니다.';
export const signInToContinue = '로그인하고 계속';
export const signInAgain = '계속하려면 다시 로그인하세요.';
export const notAvailable = '이 조직에서는 사용할 수 없는 기능입니다.';
export const sessionsNotAvailable = '이 조직에서는 세션 목록을 볼 수 없습니다.';
export const continueIn = (left: number) => `${seconds(left)} 후에 계속할 수 있습니다.`;
export const typeToConfirm = (phrase: string) => `확인하려면 “${phrase}” 입력`;
export const typeExactly = (phrase: string) => `계속하려면 “${phrase}” 문구를 입력하세요.`;
export const reference = (id: string) => `참조 번호: ${id}`;
export const downloadReceipt = '처리 내역 다운로드';
export const working = '처리 중…';
export const undo = '되돌리기';
export const openApps = (until: string | null) =>
  until === null
    ? '이미 열려 있는 앱은 한동안 계속 작동할 수 있습니다.'
    : `이미 열려 있는 앱은 ${until}까지 계속 작동할 수 있습니다.`;
export const rolesAbove = '내게 없는 권한이 포함된 역할은 표시되지 않습니다.';
export const lastAdmin = '조직에 관리자가 남지 않습니다. 먼저 다른 멤버를 관리자로 지정하세요.';
export const sharedUser = '이 사용자는 여러 조직에 속해 있으므로, 이 작업은 모든 조직에 영향을 줍니다.';
export const borrowedSession =
  '다른 사용자를 대신하여 로그인되어 있습니다. 이 작업을 하려면 본인 계정으로 로그인하세요.';
export const blockedReset =
  '이 사용자는 차단되어 있으며, 비밀번호를 재설정하면 차단이 해제됩니다. 먼저 차단을 해제하세요.';
