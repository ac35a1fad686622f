/** The dialogs about one member, in Korean. */
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
} from './common.js';

export const dialogs: DialogMessages = {
  checking: '변경될 내용을 확인하는 중…',
  absent: '이 사용자에게는 사용할 수 없는 작업입니다.',
  notLockedOut: '로그인이 잠겨 있지 않은 사용자입니다.',
  removed: (names) => `삭제될 인증 방법: ${names}`,
  openApps,
  regainTitle: '다시 액세스할 수 있는 경로',
  recommended: (why) => `삭제 대신 권장되는 작업입니다. ${why}`,
  recommendations: {
    'membership.remove': '대신 이 사용자를 조직에서 제외하는 것이 좋습니다.',
    'member.revoke-access': '대신 이 사용자를 모든 기기에서 강제 로그아웃하는 것이 좋습니다.',
    'member.block': '대신 이 사용자를 차단하는 것이 좋습니다.',
    'user.delete': '대신 이 사용자의 계정을 삭제하는 것이 좋습니다.',
  },
  instead: {
    'membership.remove': '대신 조직에서 제외',
    'member.revoke-access': '대신 강제 로그아웃',
    'member.block': '대신 차단',
    'user.delete': '대신 삭제',
  },
  questions: {
    'password.reset': {
      title: (name) => `${name} 님에게 비밀번호 재설정 메일을 보낼까요?`,
      confirm: '메일 보내기',
      done: (name) => `${name} 님이 메일을 받을 수 있다면 몇 분 안에 링크가 도착합니다.`,
      consequences: [
        '재설정 링크를 메일로 보냅니다.',
        '본인이 링크를 사용하기 전까지 비밀번호는 바뀌지 않습니다.',
        '관리자를 포함해 다른 누구도 링크를 볼 수 없습니다.',
      ],
    },
    'email.verify': {
      title: (name) => `${name} 님에게 인증 메일을 보낼까요?`,
      confirm: '메일 보내기',
      done: (name) => `${name} 님에게 인증 메일을 보냈습니다.`,
      consequences: [
        '새 링크를 메일로 보냅니다.',
        '본인이 링크를 사용하기 전까지 이메일은 인증되지 않은 상태로 유지됩니다.',
      ],
    },
    'member.clear-lockout': {
      title: (name) => `${name} 님의 로그인 잠금을 풀까요?`,
      confirm: '잠금 풀기',
      done: (name) => `${name} 님이 다시 로그인을 시도할 수 있습니다.`,
      consequences: [
        '이 사용자는 바로 비밀번호를 다시 입력할 수 있습니다.',
        '관리자가 차단한 경우에는 차단 상태가 유지됩니다.',
      ],
    },
    'member.unblock': {
      title: (name) => `${name} 님의 차단을 해제할까요?`,
      confirm: '차단 해제',
      done: (name) => `${name} 님이 다시 로그인할 수 있습니다.`,
      consequences: [
        '이 사용자는 다시 로그인할 수 있게 됩니다.',
        '비밀번호를 여러 번 잘못 입력하여 로그인도 잠긴 경우에는 로그인 잠금을 따로 풀어야 합니다.',
      ],
    },
    'member.mfa-reset': {
      title: (name) => `${name} 님의 2단계 인증을 초기화할까요?`,
      confirm: '초기화',
      done: (name) => `${name} 님의 2단계 인증을 초기화했습니다.`,
      consequences: [
        '신뢰할 수 있는 브라우저에서도 다시 인증해야 합니다.',
        '본인이 다시 설정하기 전까지 비밀번호만으로 로그인이 가능할 수 있습니다.',
      ],
    },
    'member.revoke-access': {
      title: (name) => `${name} 님을 모든 기기에서 강제 로그아웃할까요?`,
      confirm: '강제 로그아웃',
      done: (name) => `${name} 님을 모든 기기에서 강제 로그아웃했습니다.`,
      consequences: [],
    },
    'member.block': {
      title: (name) => `${name} 님을 차단할까요?`,
      confirm: '차단',
      done: (name) => `${name} 님을 차단했습니다.`,
      consequences: [],
    },
    'membership.remove': {
      title: (name, organization) => `${name} 님을 ${organization}에서 제외할까요?`,
      confirm: '조직에서 제외',
      done: (name) => `${name} 님을 조직에서 제외했습니다.`,
      consequences: [],
    },
    'user.delete': {
      title: (name) => `${name} 님의 계정을 삭제할까요?`,
      confirm: '계정 삭제',
      done: (name) => `${name} 님의 계정을 삭제했습니다.`,
      consequences: [],
    },
  },
  running: working,
  undo,
  partly: (name) => `${name} 님에 대한 일부 단계가 완료되지 않았습니다.`,
  phrase: typeToConfirm,
  word: '삭제',
  mismatch: typeExactly,
  reason: '사유',
  reasonHelp,
  reasonMissing: enterReason,
  signIn: signInToContinue,
  signInText: `${signInAgain} 로그인하면 이 단계로 돌아옵니다.`,
  wait: continueIn,
  rolesDialog: {
    title: (name) => `${name} 님의 역할 변경`,
    legend: '조직 내 역할',
    current: '현재',
    next: '변경 후',
    none: '없음',
    unchanged: '아직 변경 사항이 없습니다.',
    effect: '본인이 다시 로그인해야 적용되는 경우가 있습니다.',
    effectOwn: '다시 로그인해야 적용되는 경우가 있습니다.',
    ownLoss: '내 액세스 권한을 제거하려고 합니다. 직접 되돌릴 수 없으며, 다른 관리자가 복원해야 합니다.',
    changedByOthers: '다른 사용자가 역할을 변경했습니다. 확인한 후 계속하세요.',
    added: (names) => `다른 사용자가 추가한 역할: ${names}`,
    removed: (names) => `다른 사용자가 제거한 역할: ${names}`,
    confirm: '역할 변경',
    running: '역할을 변경하는 중…',
    done: '역할을 변경했습니다',
    empty: '사용할 수 있는 역할이 없습니다.',
  },
  plan: {
    steps: {
      'remove-membership': (_source, _federated, organization) =>
        `이 사용자는 ${organization}에 더 이상 액세스할 수 없습니다. 계정과 다른 조직에는 영향이 없습니다.`,
      'block-account': (source, federated) =>
        federated
          ? `이 사용자는 ${source} 계정을 포함해 어떤 방법으로도 로그인할 수 없습니다.`
          : '이 사용자는 로그인할 수 없습니다.',
      'end-sessions': () => '이 사용자는 모든 브라우저에서 로그아웃됩니다.',
      'revoke-refresh-tokens': () => '이 사용자는 앱에서 다시 로그인해야 합니다.',
      'revoke-invitations': () => '이 사용자의 이메일로 보낸 대기 중인 초대가 철회됩니다.',
      'delete-account': () =>
        '이 사용자의 계정과 프로필이 영구적으로 삭제됩니다. 이 작업은 되돌릴 수 없습니다.',
      'delete-linked-identities': () => '이 사용자의 계정에 연결된 다른 로그인 방법도 삭제됩니다.',
    },
    regainPaths: {
      'joins-at-login': (source) =>
        `${source} 계정으로 로그인하는 사용자는 누구나 멤버가 되므로, 다음에 로그인하면 다시 멤버가 됩니다.`,
      'recreated-at-login': (source) => `다음 로그인 시 ${source}에서 계정을 다시 만듭니다.`,
      directory: (source) => `다음 동기화 시 ${source} 디렉터리에서 계정을 다시 만들 수 있습니다.`,
      'pending-invitation': () => '대기 중인 초대가 있어 이를 통해 다시 참여할 수 있습니다.',
    },
  },
  receipt: {
    title: (name) => `${name} 님의 처리 내역`,
    done: '완료',
    already: '이미 완료됨',
    notDone: '완료되지 않음',
    notCovered: '영향 없음',
    steps: {
      'remove-membership': '조직에서 제외',
      'block-account': '로그인 차단',
      'end-sessions': '브라우저에서 로그아웃',
      'revoke-refresh-tokens': '앱에서 로그아웃',
      'revoke-invitations': '대기 중인 초대 철회',
      'delete-account': '계정 삭제',
      'delete-linked-identities': '연결된 로그인 방법 삭제',
      'unblock-account': '차단 해제',
      'clear-lockout': '로그인 잠금 풀기',
      'remove-authenticator': '인증 방법 삭제',
      'forget-trusted-browsers': '신뢰할 수 있는 브라우저 초기화',
    },
    notCoveredItems: {
      'issued-access-tokens': openApps,
      'application-sessions': () =>
        '로그인 상태를 자체적으로 관리하는 앱은 다음에 확인할 때까지 로그인 상태가 유지됩니다.',
      'other-organizations': () => '이 사용자가 속한 다른 조직',
    },
    again: '다시 시도해도 안전합니다.',
    id: reference,
    view: '처리 내역 보기',
    save: downloadReceipt,
  },
};
