/** Input and output of a command. An argument, so that tests need no process. */
export interface Io {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Reads a file, or the standard input for `-`. Rejects if it isn't UTF-8. */
  readonly readFile: (path: string) => Promise<string>;
  readonly writeFile: (path: string, text: string) => Promise<void>;
  /** Writes a new file that only its owner can read. Rejects if it exists. */
  readonly writeSecret: (path: string, text: string) => Promise<void>;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly pause: (ms: number) => Promise<void>;
  /** Whether the standard output is a terminal. */
  readonly isTTY: boolean;
  /** Asks the person at the terminal, and returns an empty text if they leave. `null` if there is no one to ask. */
  readonly ask: ((question: string) => Promise<string>) | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Resolves on SIGINT or SIGTERM. */
  readonly interrupted: () => Promise<void>;
}
