// @ts-check
/** Reads the custom elements manifest into what the writers of this folder need. */

/** @typedef {{ name: string, description: string }} Described */
/** @typedef {Described & { property: string, isBoolean: boolean, values: readonly string[], default?: string | undefined }} Attribute */
/** @typedef {Described & { type: string }} Property has no attribute */
/** @typedef {Described & { type: string }} ElementEvent `type` is the name of its class */
/** @typedef {Described & { default?: string | undefined }} CustomProperty */
/**
 * @typedef {object} Element
 * @property {string} tag
 * @property {string} className
 * @property {string} description - Markdown.
 * @property {readonly Attribute[]} attributes
 * @property {readonly Property[]} properties - Those that can be set and have no attribute.
 * @property {readonly ElementEvent[]} events
 * @property {readonly Described[]} slots
 * @property {readonly Described[]} parts
 * @property {readonly CustomProperty[]} customProperties
 * @property {readonly Described[]} states
 */

/** @typedef {{ name: string, description?: string, default?: string, type?: { text: string } }} Entry */
/**
 * @typedef {object} Declaration
 * @property {string} name
 * @property {string} [tagName]
 * @property {string} [description]
 * @property {readonly (Entry & { fieldName: string })[]} [attributes]
 * @property {readonly (Entry & { kind: string, attribute?: string, static?: boolean, readonly?: boolean })[]} [members]
 * @property {readonly Entry[]} [events]
 * @property {readonly Entry[]} [slots]
 * @property {readonly Entry[]} [cssParts]
 * @property {readonly Entry[]} [cssProperties]
 * @property {readonly Entry[]} [cssStates]
 */
/** @typedef {{ modules: readonly { declarations?: readonly Declaration[] }[] }} Manifest */

/**
 * Returns the elements of a manifest, by tag.
 * @param {Manifest} manifest
 * @returns {readonly Element[]}
 * @example elementsOf(manifest).map(({ tag }) => tag) // ['org-members', 'profile-editor']
 */
export function elementsOf(manifest) {
  return manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap((declaration) => (declaration.tagName ? [elementOf(declaration, declaration.tagName)] : []))
    .sort((one, other) => one.tag.localeCompare(other.tag));
}

/**
 * @param {Declaration} declaration
 * @param {string} tag
 * @returns {Element}
 */
function elementOf(declaration, tag) {
  const { name, description = '', attributes = [], members = [], events = [] } = declaration;
  return {
    tag,
    className: name,
    description,
    attributes: attributes.map((attribute) => ({
      ...described(attribute),
      property: attribute.fieldName,
      isBoolean: attribute.type?.text === 'boolean',
      values: literalsIn(attribute.type?.text ?? ''),
      default: attribute.default?.replaceAll("'", ''),
    })),
    properties: members
      .filter((member) => member.kind === 'field' && !member.static && !member.readonly && !member.attribute)
      .map((member) => ({ ...described(member), type: member.type?.text ?? '' })),
    events: events.map((event) => ({ ...described(event), type: event.type?.text ?? 'Event' })),
    slots: (declaration.slots ?? []).map(described),
    // A name with a star is a pattern, which only people understand.
    parts: (declaration.cssParts ?? []).filter(({ name }) => !name.includes('*')).map(described),
    customProperties: (declaration.cssProperties ?? []).map((each) => ({
      ...described(each),
      default: each.default,
    })),
    states: (declaration.cssStates ?? []).map(described),
  };
}

/**
 * @param {Entry} entry
 * @returns {Described}
 */
const described = ({ name, description = '' }) => ({
  name,
  description: description.replaceAll(/\s*\n\s*/g, ' '),
});

/** @param {string} type */
const literalsIn = (type) => [...type.matchAll(/'([^']*)'/g)].map(([, literal = '']) => literal);
