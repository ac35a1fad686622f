// @ts-check
/** Writes web-types for JetBrains IDEs: what they suggest and explain in HTML, JavaScript, and CSS. */

/** @typedef {import('./elements.js').Element} Element */

/**
 * Returns the file that `web-types` in package.json names.
 * @param {readonly Element[]} elements
 * @param {{ name: string, version: string }} ofPackage
 * @see https://plugins.jetbrains.com/docs/intellij/websymbols-web-types.html
 */
export function webTypes(elements, { name, version }) {
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'description-markup': 'markdown',
    contributions: { html: { elements: elements.map(elementContribution) } },
  };
}

/** @param {Element} element */
function elementContribution(element) {
  const { tag, description, attributes, properties, events, slots } = element;
  return {
    name: tag,
    description,
    attributes: attributes.map((attribute) => ({
      name: attribute.name,
      description: attribute.description,
      ...(attribute.default && !attribute.isBoolean && { default: attribute.default }),
      required: false,
      value: valueOf(attribute),
    })),
    slots: slots.map(entry),
    js: {
      properties: [
        ...attributes.map(({ property, description, isBoolean, values }) => ({
          name: property,
          description,
          value: { type: isBoolean ? 'boolean' : union(values) },
        })),
        ...properties.map(({ name, description, type }) => ({ name, description, value: { type } })),
      ],
      events: events.map(({ name, description, type }) => ({ name, description, value: { type } })),
    },
    css: {
      properties: element.customProperties.map(({ name, description, default: value }) => ({
        name,
        description,
        ...(value && { default: value }),
      })),
      parts: element.parts.map(entry),
      'pseudo-classes': element.states.map(({ name, description }) => ({
        name: `state(${name})`,
        description,
      })),
    },
  };
}

/** @param {import('./elements.js').Described} described */
const entry = ({ name, description }) => ({ name, description });

/** @param {import('./elements.js').Attribute} attribute */
const valueOf = ({ isBoolean, values }) =>
  isBoolean ? { kind: 'no-value' } : { kind: 'plain', type: union(values) };

/** @param {readonly string[]} values */
const union = (values) => (values.length > 0 ? values.map((value) => `"${value}"`).join(' | ') : 'string');
