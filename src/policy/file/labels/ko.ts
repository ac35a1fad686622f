/** Labels of the default policy, in Korean. */
import type { DefaultLabels } from './en.js';

export const ko: DefaultLabels = {
  groups: {
    identity: '기본 정보',
    contact: '연락처 및 로그인',
    work: '직장',
  },
  fields: {
    givenName: '이름',
    familyName: '성',
    name: '전체 이름',
    nickname: '닉네임',
    picture: '사진',
    email: '이메일',
    phoneNumber: '전화번호',
    username: '사용자 이름',
    jobTitle: '직책',
    deskPhone: '직장 전화번호',
    timeZone: '시간대',
    language: '언어',
  },
  help: {
    picture: 'https:// 로 시작하는 이미지 URL',
    language: '앱과 보내 드리는 메일에 사용됩니다',
  },
};
