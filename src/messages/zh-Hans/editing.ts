/** Editing a profile, in Simplified Chinese. */
import type { Violation } from '../../policy/check-value.js';
import type { FieldKind } from '../../policy/vocabulary.js';
import type { EditingMessages } from '../en/editing.js';
import { cancel, enterReason, plural } from './common.js';

const invalid = '此值无效。';
const unprintable = '请删除无法显示的字符。';

const formats: Partial<Record<FieldKind, string>> = {
  text: unprintable,
  multiline: unprintable,
  list: unprintable,
  email: '请输入邮箱地址，例如 name@example.com。',
  phone: '请输入带国家/地区代码的电话号码，例如 +862112345678。',
  username: '只能使用字母、数字和 . _ - +，并且不能是邮箱地址或电话号码。',
  url: '请输入网址，例如 https://example.com。',
  picture: '请输入以 https:// 开头的图片网址。',
  date: '请输入完整日期。',
  number: '请输入数字。',
};

const characters = (limit: Violation['limit']) => plural(Number(limit), { other: '# 个字符' });

export const editing: EditingMessages = {
  auditReason: '此次更改的原因',
  signInAndSave: '登录并保存',
  unsavedField: '未保存',
  notSavedYet: '尚未保存。请检查您的更改并保存。',
  saved: '更改已保存。',
  partlySaved: (fields) => `已保存：${fields}。您的其他更改未保存。请重试。`,
  theirReasons: {
    'refreshed-at-login': (source, changer) => `由 ${source} 管理，并在对方每次登录时更新。${changer}`,
    'sign-in-identifier': (_source, changer) => `对方使用此项登录。${changer}`,
    'invited-address': (_source, changer) => `对方是通过此邮箱地址受邀加入的。${changer}`,
    'shared-user': (_source, changer) => `对方属于多个组织，更改会影响所有这些组织。${changer}`,
    'not-allowed': (_source, changer) => `您的组织不允许更改其他人的此项内容。${changer}`,
  },
  theirChangers: {
    person: '对方可以自行更改。',
    inviter: '如需使用其他地址，请重新邀请对方。',
  },
  conflict: {
    title: (field) => `${field}在您编辑期间已被更改`,
    stored: '当前值',
    mine: '您的更改',
    keepMine: '保留我的更改',
    useStored: '使用当前值',
    choose: '请先选择要保留的值，然后再保存。',
  },
  followsNames: '在您更改之前，会随姓和名自动更新。',
  upload: {
    remove: '移除',
    removePhoto: '移除头像',
    choose: '上传头像…',
    running: '正在上传头像',
    cancel,
    faults: {
      type: '请选择 PNG、JPEG、WebP、GIF 或 AVIF 图片。',
      size: '请选择不超过 5 MB 的图片。',
      host: '头像上传失败。请重试。',
    },
  },
  consequences: {
    own: {
      'changes-sign-in': (field) => `${field}：今后您将使用新值登录。`,
      'verification-mail': (_field, value) =>
        `我们会向 ${value} 发送验证邮件。请使用邮件中的链接验证您的地址。`,
      'ends-sessions': () => '您将退出所有其他设备，可能还需要在此处重新登录。',
    },
    theirs: {
      'changes-sign-in': (field) => `${field}：今后对方将使用新值登录。`,
      'verification-mail': (_field, value) => `我们会向 ${value} 发送验证邮件。`,
      'ends-sessions': () => '对方将退出所有设备。',
    },
    signInFirst: '您需要先重新登录。返回后，我们会保存您的更改。',
  },
  lostDraft: {
    expired: '由于登录用时过长，您的更改未保存。请重新输入。',
    'other-account': '由于您登录了其他账号或其他组织，您的更改未保存。',
  },
  displaced: '此项现在不可更改，因此您的更改未保存：',
  dismiss: '关闭',
  violations: {
    required: () => '此项为必填项。',
    'not-removable': () => '此项可以更改，但不能清空。',
    type: (_limit, kind) => formats[kind] ?? invalid,
    'too-short': (limit) => `请至少输入 ${characters(limit)}。`,
    'too-long': (limit) => `请输入不超过 ${characters(limit)}。`,
    'too-small': (limit, kind) =>
      kind === 'date' ? `请选择 ${limit} 或之后的日期。` : `请输入不小于 ${limit} 的值。`,
    'too-large': (limit, kind) =>
      kind === 'date' ? `请选择 ${limit} 或之前的日期。` : `请输入不大于 ${limit} 的值。`,
    format: (_limit, kind) => formats[kind] ?? invalid,
    pattern: () => '请使用下方说明的格式。',
    prohibited: (character) => `请删除此字符：${character}`,
    invisible: (text) => `请删除“${text}”后面的不可见字符，或重新输入。`,
    'look-alike': (_limit, kind) =>
      kind === 'email'
        ? '此地址中有些字符只是看起来相似。请重新输入。'
        : '其中混有其他字母表中外形相似的字符。请重新输入。',
    'no-country-code': () => '请加上国家/地区代码，例如 +8613812345678。',
    'unknown-country-code': () => '没有使用此代码的国家/地区。请检查加号后面的数字。',
    extension: () => '请输入不含分机号的号码。',
    'two-numbers': () => '请只输入一个电话号码。',
    'number-length': () => '此号码的位数过少或过多。请检查。',
    choice: () => '请从列表中选择。',
    'too-many': (limit) => plural(Number(limit), { other: '最多输入 # 项。' }),
  },
  inItem: (item, text) => `“${item}”：${text}`,
  saveProblems: {
    step_up_required: '请重新登录以保存此更改。',
    body_too_large: '文字过多，无法保存。请缩短最长的一项。',
    profile_changed: '您编辑期间，此个人资料已被更改。',
    reason_required: enterReason,
  },
  refusals: {
    field_unknown: '此项已不再可用。',
    field_locked: '此项现在不可更改。',
    value_invalid: invalid,
    step_up_required: '请重新登录以更改此项。',
    value_in_use: '此值已被使用。请换一个。',
    value_refused: '此值未被接受。请换一个。',
    profile_too_large: '个人资料的空间不足。请缩短内容。',
  },
};
