import { expect } from '@open-wc/testing';

/** Calls `look` after each change in the shadow tree of an element. */
export function observe({ shadowRoot }: Element, look: () => void): MutationObserver {
  const observer = new MutationObserver(look);
  observer.observe(shadowRoot ?? expect.fail(), { childList: true, subtree: true });
  return observer;
}
