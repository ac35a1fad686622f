// @ts-check
/** Writes custom data for VS Code: what it suggests and explains in HTML and CSS. */

/** @typedef {import('./elements.js').Element} Element */

/**
 * Returns the data for `html.customData`.
 * @param {readonly Element[]} elements
 * @see https://github.com/microsoft/vscode-html-languageservice/blob/main/docs/customData.md
 */
export function htmlCustomData(elements) {
  return {
    version: 1.1,
    tags: elements.map(({ tag, description, attributes, slots, events }) => ({
      name: tag,
      description: markdown(
        [description, list('Events', events), list('Slots', slots)].filter(Boolean).join('\n\n'),
      ),
      attributes: attributes.map((attribute) => ({
        name: attribute.name,
        description: markdown(attribute.description),
        ...(attribute.isBoolean && { valueSet: 'v' }),
        ...(attribute.values.length > 0 && { values: attribute.values.map((name) => ({ name })) }),
      })),
    })),
  };
}

/**
 * Returns the data for `css.customData`. What both elements have is there once.
 * @param {readonly Element[]} elements
 * @see https://github.com/microsoft/vscode-css-languageservice/blob/main/docs/customData.md
 */
export function cssCustomData(elements) {
  const properties = elements.flatMap(({ customProperties }) => customProperties);
  return {
    version: 1.1,
    properties: merged(properties, ({ name }) => name, withDefault),
    pseudoClasses: merged(
      withTags(elements, ({ states }) => states),
      ({ name }) => `:state(${name})`,
      taggedText,
    ),
    pseudoElements: merged(
      withTags(elements, ({ parts }) => parts),
      ({ name }) => `::part(${name})`,
      taggedText,
    ),
  };
}

/** @typedef {import('./elements.js').Described} Described */
/** @typedef {Described & { tag: string }} Tagged */

/**
 * @param {readonly Element[]} elements
 * @param {(element: Element) => readonly Described[]} pick
 * @returns {Tagged[]}
 */
const withTags = (elements, pick) =>
  elements.flatMap((element) => pick(element).map((each) => ({ ...each, tag: element.tag })));

/**
 * @template {Described} T
 * @param {readonly T[]} all
 * @param {(each: T) => string} nameOf
 * @param {(each: T) => string} textOf
 */
function merged(all, nameOf, textOf) {
  /** @type {Map<string, Set<string>>} */
  const texts = new Map();
  for (const each of all) {
    const name = nameOf(each);
    texts.set(name, (texts.get(name) ?? new Set()).add(textOf(each)));
  }
  return [...texts].map(([name, lines]) => ({ name, description: markdown([...lines].join('\n\n')) }));
}

/** @param {import('./elements.js').CustomProperty} property */
const withDefault = ({ description, default: value }) =>
  value ? `${description} Default: \`${value}\`` : description;

/** @param {Tagged} tagged */
const taggedText = ({ tag, description }) => `\`<${tag}>\`: ${description}`;

/** @param {string} value */
const markdown = (value) => ({ kind: 'markdown', value });

/**
 * @param {string} title
 * @param {readonly Described[]} entries
 */
const list = (title, entries) =>
  [`**${title}**`, '', ...entries.map(({ name, description }) => `- \`${name}\`: ${description}`)].join('\n');
