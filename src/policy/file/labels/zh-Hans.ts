/** Labels of the default policy, in Simplified Chinese. */
import type { DefaultLabels } from './en.js';

export const zhHans: DefaultLabels = {
  groups: {
    identity: '基本信息',
    contact: '联系方式与登录',
    work: '工作',
  },
  fields: {
    givenName: '名',
    familyName: '姓',
    name: '姓名',
    nickname: '昵称',
    picture: '头像',
    email: '邮箱',
    phoneNumber: '电话号码',
    username: '用户名',
    jobTitle: '职位',
    deskPhone: '办公电话',
    timeZone: '时区',
    language: '语言',
  },
  help: {
    picture: '图片网址，以 https:// 开头',
    language: '用于本应用和发送给您的邮件',
  },
};
