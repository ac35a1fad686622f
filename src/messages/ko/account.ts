/** The account section: password, sessions, export and deletion, in Korean. */
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
  again: (left) => `${seconds(left)} 후에 메일을 다시 요청할 수 있습니다.`,
  cancel,
  locked: cantRightNow,
  missing: partMissing,
  verify: {
    text: (email) => `${email} 주소가 아직 인증되지 않았습니다. 보내 드린 메일의 링크로 인증하세요.`,
    textFor: (email) =>
      `${email} 주소가 아직 인증되지 않았습니다. 본인이 받은 메일의 링크로 인증해야 합니다.`,
    action: '인증 메일 다시 보내기',
    sent: (email) => `${email} 주소로 메일을 보냈습니다.`,
  },
  password: {
    title: '비밀번호',
    text: (organization, email) =>
      `${organization} 이름으로 ${email} 주소에 재설정 링크를 보냅니다. 링크를 사용하기 전까지 비밀번호는 바뀌지 않습니다.`,
    textFor: (name, email) =>
      `${name} 님의 ${email} 주소로 재설정 링크를 보냅니다. 본인이 링크를 사용하기 전까지 비밀번호는 바뀌지 않습니다.`,
    action: '재설정 링크 보내기',
    sent: (email) => `${email} 주소로 메일을 받을 수 있다면 몇 분 안에 링크가 도착합니다.`,
  },
  sessions: {
    title: '로그인한 브라우저',
    titleFor: '이 사용자가 로그인한 브라우저',
    text: '조직과 관계없이 내 계정으로 로그인한 브라우저입니다.',
    textFor: '조직과 관계없이 이 사용자의 계정으로 로그인한 브라우저입니다.',
    loading: '세션을 불러오는 중',
    unavailable: sessionsNotAvailable,
    none: '다른 곳에 로그인되어 있지 않습니다.',
    noneFor: '활성 세션이 없습니다.',
    current: '현재 브라우저',
    unknown: '알 수 없는 브라우저',
    lastUsed: (when) => `마지막 활동: ${when}`,
    end: '로그아웃',
    endOf: (browser) => `${browser}에서 로그아웃`,
    endOthers: '다른 모든 기기에서 로그아웃',
    endAll: '모든 기기에서 로그아웃',
    ended: '세션을 종료했습니다.',
    endedOthers: '다른 모든 기기에서 로그아웃했습니다.',
    endedAll: '모든 기기에서 로그아웃했습니다.',
  },
  export: {
    title: '내 데이터',
    text: '프로필 데이터의 사본을 다운로드하세요.',
    json: 'JSON으로 다운로드',
    html: '웹 페이지로 다운로드',
    running: '다운로드 준비 중…',
    done: '다운로드할 준비가 되었습니다.',
  },
  deletion: {
    dangerZone: '주의가 필요한 작업',
    notOffered: '여기에서는 이 계정을 삭제할 수 없습니다.',
    title: '계정 삭제',
    text: '소속된 모든 조직에서 계정을 영구적으로 삭제합니다.',
    action: '계정 삭제…',
    checking: '삭제될 내용을 확인하는 중…',
    organizations: (name, others) =>
      others === 0
        ? `${name}에서 탈퇴합니다.`
        : plural(others, { other: (number) => `${name} 및 다른 조직 ${number}개에서 탈퇴합니다.` }),
    delay: (count) => `계정은 ${days(count)} 후에 삭제됩니다. 그때까지 여기에서 삭제를 취소할 수 있습니다.`,
    phrase: typeToConfirm,
    word: '삭제',
    confirm: '계정 삭제',
    confirming: '삭제 중…',
    mismatch: typeExactly,
    signIn: signInToContinue,
    signInText: '계정을 삭제하려면 먼저 다시 로그인하세요. 로그인하면 이 페이지로 돌아옵니다.',
    signInTooLate:
      '로그인하는 데 시간이 너무 오래 걸려 계정이 삭제되지 않았습니다. 처음부터 다시 시작하세요.',
    receiptTitle: '계정이 삭제되었습니다',
    notDone: '다른 시스템과 백업에 있는 내 데이터는 삭제되지 않았습니다.',
    tokensUntil: (when) => `일부 앱에서는 ${when}까지 로그인 상태가 유지될 수 있습니다.`,
    receiptId: reference,
    saveReceipt: downloadReceipt,
    leave: '계속',
  },
  reveal: {
    action: (field) => `${field} 표시`,
    done: (field) => `${field} 항목을 표시했습니다. 이 작업은 활동 기록에 남습니다.`,
  },
  pendingDeletion: {
    title: (when) => `계정이 ${when}에 삭제됩니다.`,
    text: '그때까지 계속 사용하거나 삭제를 취소할 수 있습니다.',
    keep: '계정 유지',
    keeping: '삭제를 취소하는 중…',
  },
  problems: {
    step_up_required: `${signInAgain} 로그인하면 이 페이지로 돌아옵니다.`,
    operation_locked: cantRightNow,
    outcome_unknown: '메일이 전송되었는지 확인할 수 없습니다. 다시 보내기 전에 받은편지함을 확인하세요.',
    feature_unavailable: notAvailable,
    erasure_failed: '데이터를 지우지 못해 아무것도 삭제되지 않았습니다. 몇 분 후에 다시 시도하세요.',
  },
  reasons: {
    'recreated-at-login': (source, connectionClass) =>
      connectionClass === 'social'
        ? `삭제해도 다음에 ${source} 계정으로 로그인하면 계정이 다시 만들어집니다. 탈퇴하려면 조직에서 제외해 달라고 관리자에게 요청하세요.`
        : `삭제해도 다음 로그인 시 ${source}에서 계정을 다시 만듭니다. ${source}에서 계정을 삭제해 달라고 IT 팀에 요청하세요.`,
    'last-admin': () => '소속된 조직 중 하나에 관리자가 남지 않습니다. 먼저 다른 멤버를 관리자로 지정하세요.',
    'delegated-session': () => borrowedSession,
    'shared-user': () => `${sharedUser} 본인은 직접 할 수 있습니다.`,
    blocked: () => blockedReset,
    'managed-by-connection': (source) => `${source}에서 관리합니다. 이 작업은 ${source}에서 할 수 있습니다.`,
    'not-allowed': () => '조직에서 허용하지 않는 작업입니다. 관리자에게 문의하세요.',
  },
  theirReasons: {
    'last-admin': () => lastAdmin,
    'recreated-at-login': (source, connectionClass) =>
      connectionClass === 'social'
        ? `삭제해도 본인이 다음에 ${source} 계정으로 로그인하면 계정이 다시 만들어집니다. 대신 차단하세요.`
        : `삭제해도 본인의 다음 로그인 시 ${source}에서 계정을 다시 만듭니다. ${source}에서 계정을 삭제해 달라고 IT 팀에 요청하세요.`,
    'managed-by-connection': (source) => `${source}에서 관리합니다.`,
    'not-allowed': () => '조직에서 다른 사용자에 대한 이 작업을 허용하지 않습니다.',
  },
  consequences: {
    'mail-to-address': '계정의 이메일 주소로 메일을 보냅니다.',
    'password-unchanged-until-used': '링크를 사용하기 전까지 비밀번호는 바뀌지 않습니다.',
    'ends-other-sessions': '다른 모든 기기에서 로그아웃됩니다.',
    'ends-all-sessions': '현재 기기를 포함한 모든 기기에서 로그아웃됩니다.',
    'removes-account': '계정과 프로필이 영구적으로 삭제됩니다. 이 작업은 되돌릴 수 없습니다.',
    'removes-memberships': '소속된 모든 조직에서 탈퇴합니다.',
    'removes-linked-identities': '계정에 연결된 다른 로그인 방법도 삭제됩니다.',
    'erases-product-data': '이 제품에 있는 내 데이터가 먼저 지워집니다.',
    'keeps-other-systems': '다른 시스템과 백업에 있는 내 데이터는 삭제되지 않습니다.',
  },
  done: {
    'product-data': '제품 데이터 삭제',
    account: '계정 삭제',
    'linked-identities': '연결된 로그인 방법 삭제',
    memberships: '모든 조직에서 탈퇴',
    sessions: '모든 기기에서 로그아웃',
  },
};
