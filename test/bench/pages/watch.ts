/** What is measured from inside a page. */

export interface Bench {
  /** Milliseconds from the start of the navigation until the first row or field has been painted. */
  readonly ready: Promise<number>;
  /** How much of what was on screen has moved by itself so far (cumulative layout shift, https://web.dev/articles/cls). */
  layoutShift(): number;
  /** Elements, in shadow trees too. */
  countElements(root: ParentNode): number;
  /** Milliseconds between the frames of a way from top to bottom, twenty pixels a frame. */
  scroll(): Promise<number[]>;
  /** Clicks on a row. Resolves with the milliseconds until the first field of its member has been painted. */
  open(row: number): Promise<number>;
  /** Whether a member is shown. */
  isOpen(): boolean;
}

declare global {
  interface Window {
    bench: Bench;
  }
}

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/** Callbacks of a frame run before it is painted, and this after it, ahead of timers that the page has set for then. */
const nextTask = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });

/** Tags whose content comes from an answer, and no skeleton has it. */
const content = 'tbody tr, label input, [part~="field"]';
const page = () => document.body.lastElementChild?.shadowRoot;
const isReady = () => page()?.querySelector(content) != null;
const isOpen = () => {
  const editor = page()?.querySelector('.member-page profile-editor');
  return (editor?.shadowRoot?.querySelector('dd') ?? page()?.querySelector('dialog[open] dd')) != null;
};

/** Resolves with the time at which a condition holds on screen. */
async function whenPainted(holds: () => boolean): Promise<number> {
  do await frame();
  while (!holds());
  await nextTask();
  return performance.now();
}

async function open(row: number): Promise<number> {
  const clicked = page()?.querySelectorAll<HTMLElement>('tbody tr')[row];
  clicked?.focus();
  const clickedAt = performance.now();
  clicked?.click();
  return (await whenPainted(isOpen)) - clickedAt;
}

function countElements(root: ParentNode): number {
  return [...root.querySelectorAll('*')].reduce(
    (count, { shadowRoot }) => count + 1 + (shadowRoot ? countElements(shadowRoot) : 0),
    0,
  );
}

async function scroll(): Promise<number[]> {
  const gaps: number[] = [];
  const steps = Math.min(120, Math.ceil(document.documentElement.scrollHeight / 20));
  let last = await frame();
  for (let step = 0; step < steps; step += 1) {
    window.scrollBy(0, 20);
    const now = await frame();
    gaps.push(now - last);
    last = now;
  }
  window.scrollTo(0, 0);
  return gaps;
}

/** To be called before anything else. */
export function watch(): void {
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  window.bench = {
    ready: whenPainted(isReady),
    layoutShift: () => shift,
    countElements,
    scroll,
    open,
    isOpen,
  };
}
