/** What the stories of both elements have in common: who is signed in, what is behind the element and what is around it. */
import type { ArgTypes } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { createSend, type Send } from '../src/client/send.js';
import type { SessionFetch } from '../src/index.js';
import { proxyPath, World, type WorldOptions } from './world.js';

export interface SceneArgs {
  /** Who is signed in; nobody where it is empty. */
  email: string;
  organization: string;
  theme: 'light' | 'dark' | 'auto';
  readOnly: boolean;
  /** From right to left, with the dates and numbers of Arabic. */
  rightToLeft: boolean;
  /** In 320 pixels. */
  narrow: boolean;
  behind: WorldOptions;
  /** What has happened before anybody looks. */
  before: (scene: Scene) => Promise<unknown> | void;
}

/** A story's own tenant and proxy, and its person's way to them. */
export interface Scene {
  readonly world: World;
  readonly fetch: SessionFetch;
  /** For what they do before the story begins. */
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
  const fetch = args.email ? world.sessionOf(args.email, args.organization) : world.nobody;
  const scene = { world, fetch, send: createSend(proxyPath, fetch) };
  await args.before(scene);
  return { scene };
}

/** The scene that `loadScene` has set, as a story's `render` and `play` are given it. */
export function sceneOf({ loaded }: { loaded: Readonly<Record<string, unknown>> }): Scene {
  return loaded['scene'] as Scene;
}

/** The element's surroundings in the page. */
export function stage({ rightToLeft, narrow }: SceneArgs, element: TemplateResult): TemplateResult {
  return html`<div dir=${rightToLeft ? 'rtl' : 'ltr'} class=${narrow ? 'narrow' : ''}>${element}</div>`;
}

export const languageOf = ({ rightToLeft }: SceneArgs): string => (rightToLeft ? 'ar' : 'en');

/** What the page itself says of an overflow: a story that is told to be narrow has none. */
export const overflow = (): number =>
  document.documentElement.scrollWidth - document.documentElement.clientWidth;

/** What the browser says of itself while it has no network; for a story's `beforeEach`. */
export function withoutNetwork(): () => void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
  return () => void Reflect.deleteProperty(navigator, 'onLine');
}
