import type { Command } from '../../backend-proxy/src/cli/command.js';
import type { Io } from '../../backend-proxy/src/cli/io.js';
import { run } from '../../backend-proxy/src/cli/run.js';

export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What was written to files, by path. */
  readonly written: Readonly<Record<string, string>>;
}

export interface Surroundings {
  /** Texts of files, or objects to be written as JSON. */
  readonly files?: Readonly<Record<string, unknown>>;
  readonly isTTY?: boolean;
  /** What a person at the terminal types, question by question. Default: there is no one. */
  readonly answers?: readonly string[];
  readonly env?: Io['env'];
  /** How the tenant is reached. Default: it can't be. */
  readonly fetch?: Io['fetch'];
  /** Those of the proxy unless told. */
  readonly commands?: readonly Command[];
  /** Called once a server listens; it closes when this resolves. */
  readonly whileServing?: (outcome: Outcome) => Promise<void>;
}

/** Runs one command line, split at spaces, without a process. */
export async function orgdesk(line: string, around: Surroundings = {}): Promise<Outcome> {
  const outcome = { status: 0, stdout: '', stderr: '', written: {} as Record<string, string> };
  const answers = around.answers?.values();
  const io: Io = {
    stdout: (text) => (outcome.stdout += text),
    stderr: (text) => (outcome.stderr += text),
    readFile: async (path) => readFrom(around.files ?? {}, path),
    writeFile: async (path, text) => void (outcome.written[path] = text),
    writeSecret: async (path, text) => void (outcome.written[path] = text),
    fetch: around.fetch ?? (() => Promise.reject(new TypeError('fetch failed'))),
    pause: async () => {},
    isTTY: around.isTTY ?? false,
    ask: answers
      ? async (question) => {
          outcome.stderr += question;
          return answers.next().value ?? '';
        }
      : null,
    env: around.env ?? {},
    interrupted: async () => around.whileServing?.(outcome),
  };
  outcome.status = await run(
    line.split(' ').filter(Boolean),
    io,
    around.commands?.map((command) => ({ name: command.name, load: async () => command })),
  );
  return outcome;
}

function readFrom(files: Readonly<Record<string, unknown>>, path: string): string {
  if (!Object.hasOwn(files, path)) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
  const content = files[path];
  return typeof content === 'string' ? content : JSON.stringify(content, null, 2);
}

/** A small policy without a warning; tests change copies of it. */
export function smallPolicy() {
  return {
    version: 1,
    actors: { admin: { permissions: ['manage:members'] } },
    groups: { main: { label: { en: 'Main' } } },
    fields: {
      email: { attribute: 'email', kind: 'email', group: 'main', label: { en: 'Email' } },
      jobTitle: {
        attribute: 'user_metadata.job_title',
        kind: 'text',
        group: 'main',
        label: { en: 'Job title' },
      },
    },
    rules: [
      { id: 'own', effect: 'allow', actors: ['self'], actions: ['read', 'update'], fields: ['*'] },
      {
        id: 'invited-email',
        effect: 'deny',
        actors: ['self'],
        actions: ['update'],
        fields: ['email'],
        when: { connection: ['database'], provisioning: ['invitation'] },
        reason: 'invited-address',
      },
      { id: 'deletes', effect: 'allow', actors: ['admin'], operations: ['user.delete'] },
    ] as object[],
    safeguards: {
      lastAdmin: true,
      sharedUsers: 'membership-only',
      stepUp: { maxAge: 300, for: ['user.delete'] },
    },
  };
}
export type SmallPolicy = ReturnType<typeof smallPolicy>;

/** A changed copy. */
export function policyBut(change: (policy: SmallPolicy) => void): SmallPolicy {
  const policy = smallPolicy();
  change(policy);
  return policy;
}
