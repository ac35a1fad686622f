import type { LazyCommand } from './command.js';

/** Commands of `orgdesk`, in the order of the help. */
export const commands: readonly LazyCommand[] = [
  { name: 'policy init', load: async () => (await import('./policy/init.js')).init },
  { name: 'policy check', load: async () => (await import('./policy/check.js')).check },
  { name: 'policy test', load: async () => (await import('./policy/test.js')).test },
  { name: 'policy explain', load: async () => (await import('./policy/explain.js')).explain },
  { name: 'policy matrix', load: async () => (await import('./policy/matrix.js')).matrix },
  { name: 'policy diff', load: async () => (await import('./policy/diff.js')).diff },
  { name: 'policy scopes', load: async () => (await import('./policy/scopes.js')).scopes },
  { name: 'policy print', load: async () => (await import('./policy/print.js')).print },
  { name: 'policy schema', load: async () => (await import('./policy/schema.js')).schema },
  { name: 'audit verify', load: async () => (await import('./audit.js')).verifyAudit },
  { name: 'openapi', load: async () => (await import('./openapi.js')).openApi },
  { name: 'tenant plan', load: async () => (await import('./tenant/plan.js')).plan },
  { name: 'tenant apply', load: async () => (await import('./tenant/apply.js')).apply },
  { name: 'tenant doctor', load: async () => (await import('./tenant/doctor.js')).doctor },
  { name: 'serve', load: async () => (await import('./serve.js')).serve },
];
