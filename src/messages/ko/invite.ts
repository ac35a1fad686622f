/** The dialog that invites people, in Korean. */
import type { InviteMessages } from '../en/invite.js';
import { addresses, cancel, continueIn, days, plural, rolesAbove, formatted } from './common.js';

export const invite: InviteMessages = {
  title: (organization) => `${organization}에 멤버 초대`,
  addresses: '이메일 주소',
  addressesHelp: '주소는 쉼표, 공백 또는 줄바꿈으로 구분하세요.',
  entered: (count) => `${addresses(count)} 입력됨`,
  remove: (email) => `${email} 제거`,
  edit: (email) => `${email} 편집`,
  file: '또는 CSV나 TSV 파일 업로드',
  fileHelp:
    '스프레드시트나 디렉터리에서 내보낸 파일로, 이메일 주소 열이 있어야 합니다. 역할 열은 선택 사항입니다. 보내기 전에 모든 내용을 확인할 수 있습니다.',
  fileRead: (count) => plural(count, { other: '파일에서 #명을 찾았습니다.' }),
  emailsFrom: (heading) => `이메일 주소는 “${heading}” 열에서 가져왔습니다.`,
  rolesFrom: (heading) => `역할은 “${heading}” 열에서 가져왔습니다.`,
  noRoleColumn: '파일에 역할 열이 없습니다.',
  skipped: (count, rows) =>
    plural(count, { other: (number) => `이메일 주소가 없는 행 ${number}개를 건너뛰었습니다: ${rows}` }),
  unknownRoles: (names) => `존재하지 않는 역할: ${names}`,
  fileProblems: {
    unreadable: '파일을 읽지 못했습니다. 다시 선택하세요.',
    'no-addresses': '이메일 주소를 찾지 못했습니다. 파일에 이메일 주소 열이 있어야 합니다.',
    workbook: 'Excel 통합 문서입니다. CSV로 저장한 후 그 파일을 선택하세요.',
  },
  roles: '역할',
  rolesHelp: '역할이 없으면 기본 액세스 권한만 부여됩니다.',
  rolesAbove,
  connection: '로그인 방법',
  anyConnection: '제한 없음(본인이 선택)',
  noConnection:
    '조직의 로그인 방법 중 초대를 지원하는 방법이 없어 멤버를 초대할 수 없습니다. 고객 지원팀에 문의하세요.',
  expiry: '유효 기간',
  days,
  hours: (count) => plural(count, { other: '#시간' }),
  language: '메일 언어',
  anyLanguage: '기본값',
  check: '보내지 않고 확인',
  checking: '확인하는 중…',
  send: (count) => (count === 0 ? '초대' : plural(count, { other: '#명 초대' })),
  sending: (done, of) => `${formatted(of)}개 중 ${formatted(done)}개 보내는 중…`,
  invited: (count) => plural(count, { other: '초대 #개를 보냈습니다.' }),
  ready: (count) => `${addresses(count)}를 초대할 수 있습니다.`,
  refused: (count) => `${addresses(count)}를 초대하지 못했습니다. 위의 사유를 확인하세요.`,
  enterOne: '이메일 주소를 하나 이상 입력하세요.',
  cancel,
  close: '완료',
  loading: '불러오는 중…',
  wait: continueIn,
  refusals: {
    'address-invalid': () => '올바른 이메일 주소가 아닙니다.',
    'address-invisible': () => '보이지 않는 문자가 있습니다. 다시 입력하세요.',
    'address-look-alike': () => '모양만 비슷한 다른 문자가 있습니다. 다시 입력하세요.',
    'address-twice': () => '중복된 주소입니다.',
    'already-member': () => '이미 멤버입니다.',
    'already-invited': () => '이미 초대되었습니다.',
    'signs-in-elsewhere': (connection) =>
      connection
        ? `${connection} 계정으로 로그인하는 사용자입니다. 해당 로그인 방법을 선택하거나 IT 팀에 문의하세요.`
        : '다른 로그인 방법을 사용하는 사용자입니다.',
    'connection-not-invitable': () => '이 로그인 방법은 초대를 지원하지 않습니다.',
    'role-not-assignable': () => '부여할 수 없는 역할이 있습니다.',
    'rate-limited': () => '초대가 너무 많아 보내지 못했습니다. 몇 분 후에 다시 시도하세요.',
    'not-sent': () => '보내지 못했습니다. 다시 시도하세요.',
    'outcome-unknown': () => '전송되었는지 확인할 수 없습니다. 1분 후에 다시 시도하여 확인하세요.',
  },
};
