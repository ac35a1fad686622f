import type { LitElement } from 'lit';

/** What in this group waits for the person: the first conflict or refused value. */
export function firstBlocked(host: LitElement, group: string): HTMLElement | null {
  const sections = host.shadowRoot?.querySelectorAll<HTMLElement & { group?: string }>('section') ?? [];
  const section = [...sections].find((candidate) => candidate.group === group);
  return section?.querySelector<HTMLElement>('.conflict, [aria-invalid="true"], .reason :invalid') ?? null;
}
