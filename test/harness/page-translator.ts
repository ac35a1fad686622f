/**
 * Translates what an element shows as browsers and extensions do: each text is replaced by two nested `<font>` elements.
 * Texts under `translate="no"` are left alone. The "translation" is the text in capitals.
 */
export function translatePage(element: Element): void {
  const root = element.shadowRoot;
  if (!root) throw new Error('The element has rendered nothing');
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    const parent = text.parentElement;
    if (!parent || !text.data.trim() || parent.closest('style, option, font, [translate="no"]')) continue;
    const outer = document.createElement('font');
    const inner = document.createElement('font');
    inner.textContent = text.data.toUpperCase();
    outer.append(inner);
    text.replaceWith(outer);
  }
}
