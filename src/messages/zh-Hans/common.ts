/**
 * Formatters and texts that several parts share, in Simplified Chinese. Readers are addressed as 您; other people are 对方.
 * A space separates Chinese from Latin letters, digits, and names.
 */
import { createFormatter } from '../formatter.js';

export const { plural, formatted } = createFormatter('zh-Hans');

export const seconds = (count: number) => plural(count, { other: '# 秒' });
export const days = (count: number) => plural(count, { other: '# 天' });
export const members = (count: number) => plural(count, { other: '# 名成员' });
export const addresses = (count: number) => plural(count, { other: '# 个邮箱地址' });

export const withColon = (text: string) => `${text}：`;
export const labeled = (label: string, text: string) => `${label}：${text}`;
export const justNow = '刚刚';
export const cancel = '取消';
export const close = '关闭';
export const retry = '重试';
export const signIn = '登录';
export const signedOut = '您已退出登录';
export const requestId = (id: string) => `请求 ID：${id}`;

export const sessionExpired = '您的登录已过期。请重新登录以继续。';
export const checkFields = '请检查突出显示的内容。';
export const outdatedPage = '此页面不是最新版本。请重新加载。如果问题仍然存在，请联系技术支持。';
export const tryLater = '出了点问题。请过几分钟再试。';
export const outcomeUnknown = '我们无法确定邮件是否已发送。再次发送前，请先与收件人确认。';
export const unreachable = '无法连接到服务器。请检查网络连接，然后重试。';
export const offline = '您已离线。';
export const notSignedIn = '您尚未登录。';
export const accountBlocked = '您的账号已被停用。请联系您组织的管理员。';
export const noOrganizationTitle = '您尚未登录任何组织';
export const signInFailedTitle = '登录失败';
export const otherAccount = '使用其他账号';
export const chooseOrganization = '选择组织';
export const signInDenied = '您无法使用此账号在此处登录。请使用其他账号，或联系您组织的管理员。';
export const tooManyRequests = '操作过于频繁。';
export const signInFailed = '登录失败。请重试，或联系您组织的管理员。';
export const partMissing = '此页面的部分内容无法加载。';
export const sections = '本页内容';
export const cantRightNow = '您目前无法执行此操作。';
export const enterReason = '请输入原因。';
export const reasonHelp = '将保存在操作记录中。';
export const signInToContinue = '登录并继续';
export const signInAgain = '请重新登录以继续。';
export const notAvailable = '您的组织无法使用此功能。';
export const sessionsNotAvailable = '您的组织无法查看会话列表。';
export const continueIn = (left: number) => `${seconds(left)}后可以继续。`;
export const typeToConfirm = (phrase: string) => `输入“${phrase}”以确认`;
export const typeExactly = (phrase: string) => `请输入“${phrase}”以继续。`;
export const reference = (id: string) => `编号：${id}`;
export const downloadReceipt = '下载回执';
export const working = '正在处理…';
export const undo = '撤销';
export const openApps = (until: string | null) =>
  until === null ? '已打开的应用可能仍可继续使用一段时间。' : `已打开的应用可能仍可继续使用至 ${until}。`;
export const rolesAbove = '包含您所没有的权限的角色不会列出。';
export const lastAdmin = '这样您的组织将没有管理员。请先将其他成员设为管理员。';
export const sharedUser = '对方属于多个组织，此操作会影响所有这些组织。';
export const borrowedSession = '您当前是代他人登录。请改用您自己的账号登录，再执行此操作。';
export const blockedReset = '对方的账号已停用，重置密码会重新启用该账号。请先启用账号。';
