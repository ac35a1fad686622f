/** Setup shared by the stories of both elements: the signed-in user, the backend and the page. */
import type { ArgTypes } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { createSend, type Send } from '../src/client/send.js';
import type { ProblemCode } from '../src/contract/problem.js';
import type { SessionFetch } from '../src/index.js';
import { proxyPath, World, type WorldOptions } from './world.js';

export interface SceneArgs {
  /** Email of the signed-in user. Empty for no one. */
  email: string;
  organization: string;
  theme: 'light' | 'dark' | 'auto';
  readOnly: boolean;
  /** Right to left, in Arabic. */
  rightToLeft: boolean;
  /** 320 pixels wide. */
  narrow: boolean;
  behind: WorldOptions;
  /** Runs before the element is rendered. */
  before: (scene: Scene) => Promise<unknown> | void;
}

/** A tenant and a proxy for one story. */
export interface Scene {
  readonly world: World;
  readonly fetch: SessionFetch;
  /** Sends requests as the signed-in user. */
  readonly send: Send;
}

export const sceneArgs = {
  theme: 'light',
  readOnly: false,
  rightToLeft: false,
  narrow: false,
  behind: {},
  before: () => {},
} satisfies Partial<SceneArgs>;

export const sceneArgTypes = {
  theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  behind: { table: { disable: true } },
  before: { table: { disable: true } },
} satisfies Partial<ArgTypes<SceneArgs>>;

export async function loadScene({ args }: { args: SceneArgs }): Promise<{ scene: Scene }> {
  const world = new World(args.behind);
  const fetch = args.email ? world.sessionOf(args.email, args.organization) : world.anonymous;
  const scene = { world, fetch, send: createSend(proxyPath, fetch) };
  await args.before(scene);
  return { scene };
}

/** The scene of a story's `render` and `play`. */
export function sceneOf({ loaded }: { loaded: Readonly<Record<string, unknown>> }): Scene {
  return loaded['scene'] as Scene;
}

/** Wraps the element for right-to-left and narrow stories. */
export function stage({ rightToLeft, narrow, theme }: SceneArgs, element: TemplateResult): TemplateResult {
  return html`<div dir=${rightToLeft ? 'rtl' : 'ltr'} class=${`${theme} ${narrow ? 'narrow' : ''}`}>
    ${element}
  </div>`;
}

export const languageOf = ({ rightToLeft }: SceneArgs): string => (rightToLeft ? 'ar' : 'en');

/** Horizontal overflow of the page in pixels. */
export const overflow = (): number =>
  document.documentElement.scrollWidth - document.documentElement.clientWidth;

/** Makes the browser report that it is offline. For the `beforeEach` of a story. */
export function withoutNetwork(): () => void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
  return () => void Reflect.deleteProperty(navigator, 'onLine');
}

/** An answer of the proxy that refuses a request. */
export function problem(code: ProblemCode, status: number): Response {
  return Response.json({ type: `urn:orgdesk:problem:${code}`, title: code, status, code }, { status });
}
