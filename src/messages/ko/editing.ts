/** Editing a profile, in Korean. */
import type { Violation } from '../../policy/check-value.js';
import type { FieldKind } from '../../policy/vocabulary.js';
import type { EditingMessages } from '../en/editing.js';
import { cancel, enterReason, plural } from './common.js';

const invalid = '올바르지 않은 값입니다.';
const unprintable = '표시할 수 없는 문자를 삭제하세요.';

const formats: Partial<Record<FieldKind, string>> = {
  text: unprintable,
  multiline: unprintable,
  list: unprintable,
  email: '이메일 주소를 입력하세요. 예: name@example.com',
  phone: '국가 번호를 포함한 전화번호를 입력하세요. 예: +82212345678',
  username: '문자, 숫자, 그리고 . _ - + 기호만 사용하세요. 이메일 주소나 전화번호는 사용할 수 없습니다.',
  url: '웹 주소를 입력하세요. 예: https://example.com',
  picture: 'https:// 로 시작하는 이미지 URL을 입력하세요.',
  date: '연월일을 모두 입력하세요.',
  number: '숫자를 입력하세요.',
};

const characters = (limit: Violation['limit']) => plural(Number(limit), { other: '#자' });

export const editing: EditingMessages = {
  auditReason: '변경 사유',
  signInAndSave: '로그인하고 저장',
  unsavedField: '저장 안 됨',
  notSavedYet: '아직 저장되지 않았습니다. 변경 내용을 확인하고 저장하세요.',
  saved: '변경 내용을 저장했습니다.',
  partlySaved: (fields) => `저장된 항목: ${fields}. 다른 변경 내용은 저장되지 않았습니다. 다시 시도하세요.`,
  theirReasons: {
    'refreshed-at-login': (source, changer) =>
      `${source}에서 관리하며, 본인이 로그인할 때마다 업데이트됩니다. ${changer}`,
    'sign-in-identifier': (_source, changer) => `본인이 로그인에 사용하는 정보입니다. ${changer}`,
    'invited-address': (_source, changer) => `이 이메일 주소로 초대받은 사용자입니다. ${changer}`,
    'shared-user': (_source, changer) =>
      `이 사용자는 여러 조직에 속해 있어, 변경하면 모든 조직에 영향을 줍니다. ${changer}`,
    'not-allowed': (_source, changer) =>
      `조직에서 다른 사용자의 이 항목을 변경하는 것을 허용하지 않습니다. ${changer}`,
  },
  theirChangers: {
    person: '본인이 직접 변경할 수 있습니다.',
    inviter: '다른 주소를 사용하려면 다시 초대하세요.',
  },
  conflict: {
    title: (field) => `편집하는 동안 변경된 항목: ${field}`,
    stored: '현재 값',
    mine: '내 변경 내용',
    keepMine: '내 변경 내용 유지',
    useStored: '현재 값 사용',
    choose: '저장하기 전에 어떤 값을 사용할지 선택하세요.',
  },
  followsNames: '직접 변경하기 전까지 이름과 성에 맞춰 업데이트됩니다.',
  upload: {
    remove: '삭제',
    removePhoto: '사진 삭제',
    choose: '사진 업로드…',
    running: '사진을 업로드하는 중',
    cancel,
    faults: {
      type: 'PNG, JPEG, WebP, GIF, AVIF 이미지를 선택하세요.',
      size: '5MB 이하의 이미지를 선택하세요.',
      host: '사진을 업로드하지 못했습니다. 다시 시도하세요.',
    },
  },
  consequences: {
    own: {
      'changes-sign-in': (field) => `${field}: 앞으로 새 값으로 로그인합니다.`,
      'verification-mail': (_field, value) =>
        `${value} 주소로 인증 메일을 보냅니다. 메일에 있는 링크로 주소를 인증하세요.`,
      'ends-sessions': () => '다른 모든 기기에서 로그아웃되며, 여기에서도 다시 로그인해야 할 수 있습니다.',
    },
    theirs: {
      'changes-sign-in': (field) => `${field}: 앞으로 본인이 새 값으로 로그인합니다.`,
      'verification-mail': (_field, value) => `${value} 주소로 인증 메일을 보냅니다.`,
      'ends-sessions': () => '이 사용자는 모든 기기에서 로그아웃됩니다.',
    },
    signInFirst: '먼저 다시 로그인해야 합니다. 돌아오면 변경 내용이 저장됩니다.',
  },
  lostDraft: {
    expired: '로그인하는 데 시간이 너무 오래 걸려 변경 내용이 저장되지 않았습니다. 다시 입력하세요.',
    'other-account': '다른 계정이나 다른 조직에 로그인하여 변경 내용이 저장되지 않았습니다.',
  },
  displaced: '이제 변경할 수 없는 항목이므로 변경 내용이 저장되지 않았습니다:',
  dismiss: '닫기',
  violations: {
    required: () => '필수 항목입니다.',
    'not-removable': () => '이 항목은 변경할 수 있지만 비워 둘 수는 없습니다.',
    type: (_limit, kind) => formats[kind] ?? invalid,
    'too-short': (limit) => `${characters(limit)} 이상 입력하세요.`,
    'too-long': (limit) => `${characters(limit)} 이하로 입력하세요.`,
    'too-small': (limit, kind) =>
      kind === 'date' ? `${limit} 또는 그 이후의 날짜를 선택하세요.` : `${limit} 이상의 값을 입력하세요.`,
    'too-large': (limit, kind) =>
      kind === 'date' ? `${limit} 또는 그 이전의 날짜를 선택하세요.` : `${limit} 이하의 값을 입력하세요.`,
    format: (_limit, kind) => formats[kind] ?? invalid,
    pattern: () => '아래에 설명된 형식으로 입력하세요.',
    prohibited: (character) => `다음 문자를 삭제하세요: ${character}`,
    invisible: (text) => `“${text}” 뒤에 있는 보이지 않는 문자를 삭제하거나 다시 입력하세요.`,
    'look-alike': (_limit, kind) =>
      kind === 'email'
        ? '이 주소에는 모양만 비슷한 다른 문자가 있습니다. 다시 입력하세요.'
        : '모양이 비슷한 다른 언어의 문자가 섞여 있습니다. 다시 입력하세요.',
    'no-country-code': () => '국가 번호를 포함하세요. 예: +821012345678',
    'unknown-country-code': () => '존재하지 않는 국가 번호입니다. 더하기 기호 뒤의 숫자를 확인하세요.',
    extension: () => '내선 번호를 빼고 입력하세요.',
    'two-numbers': () => '전화번호를 하나만 입력하세요.',
    'number-length': () => '전화번호의 자릿수가 맞지 않습니다. 확인하세요.',
    choice: () => '목록에서 선택하세요.',
    'too-many': (limit) => plural(Number(limit), { other: '#개 이하로 입력하세요.' }),
  },
  inItem: (item, text) => `“${item}”: ${text}`,
  saveProblems: {
    step_up_required: '이 변경 내용을 저장하려면 다시 로그인하세요.',
    body_too_large: '텍스트가 너무 길어 저장할 수 없습니다. 가장 긴 항목을 줄이세요.',
    profile_changed: '편집하는 동안 이 프로필이 변경되었습니다.',
    reason_required: enterReason,
  },
  refusals: {
    field_unknown: '더 이상 사용할 수 없는 항목입니다.',
    field_locked: '이제 변경할 수 없는 항목입니다.',
    value_invalid: invalid,
    step_up_required: '변경하려면 다시 로그인하세요.',
    value_in_use: '이미 사용 중입니다. 다른 값을 입력하세요.',
    value_refused: '사용할 수 없는 값입니다. 다른 값을 입력하세요.',
    profile_too_large: '프로필에 저장할 공간이 부족합니다. 내용을 줄이세요.',
  },
};
