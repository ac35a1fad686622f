// @ts-check
/** Writes declarations: what those of every framework have in common. */

/** @typedef {import('./elements.js').Element} Element */
/** @typedef {{ name: string, type: string, description: string }} Member an optional member of an interface */

/**
 * Returns the imports of a declaration file beside the package's own: the classes of elements and events, and the entries
 * that add the tags to `HTMLElementTagNameMap`.
 * @param {readonly Element[]} elements
 */
export function imports(elements) {
  const classes = elements.flatMap(({ className, events }) => [className, ...events.map(({ type }) => type)]);
  const names = [...new Set(classes)].sort().map((name) => `  ${name},\n`);
  const entries = elements.map(({ tag }) => `import type {} from '../define/${tag}.js';\n`);
  return `import type {\n${names.join('')}} from '../index.js';\n${entries.join('')}`;
}

/**
 * Returns an interface whose members are all optional. Each can be `undefined`, for projects with
 * `exactOptionalPropertyTypes`.
 * @param {{ name: string, extending?: string, description: string, members: readonly Member[] }} options
 */
export function optionalInterface({ name, extending, description, members }) {
  const lines = members.map(
    (member) => `  ${comment(member.description)}\n  ${keyOf(member.name)}?: ${member.type} | undefined;\n`,
  );
  const head = `${comment(description)}\nexport interface ${name}${extending ? ` extends ${extending}` : ''}`;
  return `${head} {\n${lines.join('')}}\n`;
}

/**
 * Returns members that add the elements to a namespace or module of a framework.
 * @param {readonly Element[]} elements
 * @param {(element: Element) => string} typeOf
 */
export function tagMembers(elements, typeOf) {
  return elements.map((element) => `'${element.tag}': ${typeOf(element)};`).join('\n      ');
}

/**
 * Returns the handlers of an element's events.
 * @param {Element} element
 * @param {(name: string) => string} nameOf - How the framework names the handler of an event.
 * @returns {Member[]}
 */
export function handlers({ events }, nameOf) {
  return events.map(({ name, type, description }) => ({
    name: nameOf(name),
    type: `((event: ${type}) => void)`,
    description,
  }));
}

/**
 * Returns what an element takes in a template that looks like HTML: attributes, and properties without one.
 * @param {Element} element
 * @param {{ writesFalse: boolean }} framework - Whether it writes `false` into an attribute as text, which the element reads
 *   as true. Then a boolean that varies is set as a property, and its attribute can only be true.
 * @returns {Member[]}
 */
export function htmlMembers(element, { writesFalse }) {
  const own = element.attributes.filter(isOwn);
  const asProperty = own.filter(
    ({ isBoolean, name, property }) => writesFalse && isBoolean && name !== property,
  );
  const properties = [
    ...asProperty.map(({ property, description }) => ({ name: property, description })),
    ...element.properties,
  ];
  return [
    ...own.map((attribute) => ({
      name: attribute.name,
      type: asProperty.includes(attribute) ? 'true' : typeOfProperty(element, attribute.property),
      description: attribute.description,
    })),
    ...properties.map(({ name, description }) => ({
      name,
      type: typeOfProperty(element, name),
      description,
    })),
  ];
}

/**
 * Returns a member of the class: `ProfileEditor['proxyUrl']`.
 * @param {Element} element
 * @param {string} property
 */
export const typeOfProperty = ({ className }, property) => `${className}['${property}']`;

/**
 * HTML and the frameworks type attributes that all elements have.
 * @param {{ name: string }} attribute
 */
export const isOwn = ({ name }) => name !== 'lang';

/** @param {string} text */
const comment = (text) => `/** ${text.replaceAll('*/', '*\\/')} */`;

/** @param {string} name */
const keyOf = (name) => (/^[\w$]+$/.test(name) ? name : `'${name}'`);
