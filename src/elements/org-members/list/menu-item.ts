import type { TemplateResult } from 'lit';

/** An item of the panel's menu. */
export interface MenuItem {
  readonly name: string;
  readonly label: string;
  readonly icon?: TemplateResult;
  /** Items of one kind stand together. Those without one change something. */
  readonly kind?: 'view' | 'destructive';
  /** Why it can't be chosen. It can be focused all the same, so that the reason is read out. */
  readonly locked?: string;
  run(): void;
}
