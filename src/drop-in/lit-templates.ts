/**
 * Lets the copy of Lit in our scripts work on pages with Trusted Types where another copy took the policy `lit-html` first:
 * https://w3c.github.io/trusted-types/dist/spec/#create-a-trusted-type-policy. Put into Lit by the build.
 */

interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML(html: string): string }): TemplatePolicy;
}

interface TemplatePolicy {
  createHTML(html: string): unknown;
}

/** Returns the first policy that the page allows, or `undefined`. */
export function templatePolicy(factory: PolicyFactory | undefined): TemplatePolicy | undefined {
  for (const name of ['lit-html', 'orgdesk']) {
    try {
      return factory?.createPolicy(name, { createHTML: (html) => html });
    } catch {
      // Taken, or not on the page's list.
    }
  }
  return undefined;
}

/** `Element.setHTML` isn't in TypeScript's library yet: https://wicg.github.io/sanitizer-api/#dom-element-sethtml */
interface SanitizingElement {
  setHTML(html: string, options: { sanitizer: Record<string, unknown> }): void;
}

/** Fills a template. Without a policy, through the browser's sanitizer, which takes nothing away that our templates have. */
export function fillTemplate(template: HTMLTemplateElement, html: string): HTMLTemplateElement {
  try {
    template.innerHTML = html;
  } catch {
    const sanitizer = { removeElements: [], removeAttributes: [], comments: true };
    (template as unknown as SanitizingElement).setHTML(html, { sanitizer });
  }
  return template;
}
