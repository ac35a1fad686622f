export { ProxyProblem, type ClientProblemCode } from './problem.js';
export {
  createProxyClient,
  type CallOptions,
  type ProxyClient,
  type ProxyClientOptions,
  type SessionFetch,
  type Versioned,
} from './proxy-client.js';
export { connectSignIn, type SignIn, type SignInOptions } from './sign-in.js';
