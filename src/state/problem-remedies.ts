/** What a person can do about a problem, in both elements. */
import type { ProxyProblem } from '../client/problem.js';

/** Whether signing in again solves the problem. */
export function isSolvedBySignIn({ code }: ProxyProblem): boolean {
  return /^token_(missing|invalid|expired)|^sign_in|^step_up/.test(code);
}

/** Whether only another account helps. The same one would be refused again. */
export function needsOtherAccount({ code }: ProxyProblem): boolean {
  return code === 'sign_in_blocked' || code === 'sign_in_denied';
}

/** Whether trying the same again can't help: someone else has to act, or the person has to sign in otherwise. */
export function isFinal(problem: ProxyProblem): boolean {
  const { code } = problem;
  if (code === 'operation_locked' || code === 'user_blocked') return true;
  return code === 'token_without_organization' || needsOtherAccount(problem);
}
