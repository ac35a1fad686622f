import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { elementsOf } from '../../tools/integrations/elements.js';
import { preactTypes, reactTypes } from '../../tools/integrations/jsx.js';
import { svelteTypes } from '../../tools/integrations/svelte.js';
import { cssCustomData, htmlCustomData } from '../../tools/integrations/vs-code.js';
import { vueTypes } from '../../tools/integrations/vue.js';
import { webTypes } from '../../tools/integrations/web-types.js';

const text = (value: string) => ({ text: value });
const card = {
  name: 'UserCard',
  tagName: 'user-card',
  description: 'A card.',
  attributes: [
    { name: 'user-id', fieldName: 'userId', type: text('string'), default: "''", description: 'Whose.' },
    { name: 'is-small', fieldName: 'isSmall', type: text('boolean'), default: 'false', description: 'Less.' },
    { name: 'theme', fieldName: 'theme', type: text("'light' | 'dark'"), default: "'light'" },
    { name: 'lang', fieldName: 'lang', type: text('string'), description: 'Language.' },
  ],
  members: [
    { name: 'userId', kind: 'field', attribute: 'user-id', type: text('string') },
    {
      name: 'fetch',
      kind: 'field',
      type: text('Fetch | undefined'),
      description: 'A session.\nOf the host.',
    },
    { name: 'hasChanges', kind: 'field', readonly: true, type: text('boolean') },
    { name: 'define', kind: 'field', static: true, type: text('string') },
    { name: 'reload', kind: 'method' },
  ],
  events: [{ name: 'card-saved', type: text('CardSavedEvent'), description: 'It was saved.' }],
  slots: [{ name: 'footer', description: 'Below it.' }],
  cssParts: [
    { name: 'save', description: 'A button.' },
    { name: 'column-*', description: 'A cell.' },
  ],
  cssProperties: [{ name: '--card-accent', default: 'red', description: 'Accent.' }],
  cssStates: [{ name: 'ready', description: 'It is there.' }],
};
const list = {
  name: 'UserList',
  tagName: 'user-list',
  cssParts: [{ name: 'save', description: 'Another button.' }],
  cssProperties: card.cssProperties,
};
const elements = elementsOf({
  modules: [{ declarations: [list, { name: 'CardSavedEvent' }] }, { declarations: [card] }],
});

/** The names of the members of an interface, in a declaration file. */
function membersOf(declarations: string, name: string): string[] {
  const [, body = ''] = declarations.split(new RegExp(`interface ${name}\\b[^{]*{`));
  const [members = ''] = body.split('\n}');
  return [...members.matchAll(/^ {2}'?([\w-]+)'?\?: /gm)].map(([, member = '']) => member);
}

describe('types for JSX', () => {
  it('have attributes, properties without one, and handlers named after events', () => {
    const names = ['user-id', 'is-small', 'theme', 'fetch', 'oncard-saved'];
    assert.deepEqual(membersOf(reactTypes(elements), 'UserCardProps'), names);
    assert.deepEqual(
      membersOf(preactTypes(elements), 'UserCardProps').filter((name) => name !== 'isSmall'),
      names,
    );
  });

  it('have a property for each boolean in Preact, which writes some of them as text', () => {
    assert.match(preactTypes(elements), /'is-small'\?: true \| undefined;/);
    assert.match(preactTypes(elements), /isSmall\?: UserCard\['isSmall'\] \| undefined;/);
    assert.match(reactTypes(elements), /'is-small'\?: UserCard\['isSmall'\] \| undefined;/);
  });

  it('take types from the class, and describe each on one line', () => {
    const types = reactTypes(elements);
    assert.match(types, /'user-id'\?: UserCard\['userId'\] \| undefined;/);
    assert.match(types, /'oncard-saved'\?: \(\(event: CardSavedEvent\) => void\) \| undefined;/);
    assert.match(types, /\/\*\* A session\. Of the host\. \*\/\n {2}fetch\?/);
  });

  it('add the tags to the framework', () => {
    assert.match(
      reactTypes(elements),
      /declare module 'react' \{\n {2}namespace JSX \{[^}]*'user-card': UserCardProps;/,
    );
    assert.match(
      preactTypes(elements),
      /declare module 'preact' \{\n {2}namespace JSX \{[^}]*'user-list': UserListProps;/,
    );
  });
});

describe('types for Vue', () => {
  it('have properties and handlers in camel case', () => {
    const names = ['userId', 'isSmall', 'theme', 'fetch', 'onCardSaved'];
    assert.deepEqual(membersOf(vueTypes(elements), 'UserCardProps'), names);
  });
});

describe('types for Svelte', () => {
  it('have a property for each boolean, whose attribute can only be true', () => {
    const types = svelteTypes(elements);
    const names = ['user-id', 'is-small', 'theme', 'isSmall', 'fetch', 'oncard-saved'];
    assert.deepEqual(membersOf(types, 'UserCardAttributes'), names);
    assert.match(types, /'is-small'\?: true \| undefined;/);
    assert.match(types, /isSmall\?: UserCard\['isSmall'\] \| undefined;/);
  });
});

describe('data for editors', () => {
  it('suggests the values of an attribute, and none for a boolean', () => {
    const [tag] = htmlCustomData(elements).tags;
    assert.deepEqual(
      tag?.attributes.map((attribute) => [attribute.name, 'valueSet' in attribute, 'values' in attribute]),
      [
        ['user-id', false, false],
        ['is-small', true, false],
        ['theme', false, true],
        ['lang', false, false],
      ],
    );
    assert.match(
      tag?.description.value ?? '',
      /^A card\.\n\n\*\*Events\*\*\n\n- `card-saved`: It was saved\./,
    );
  });

  it('explains a part that several elements have for each of them, and no patterns', () => {
    const { properties, pseudoElements, pseudoClasses } = cssCustomData(elements);
    assert.deepEqual(
      properties.map(({ name, description }) => [name, description.value]),
      [['--card-accent', 'Accent. Default: `red`']],
    );
    assert.deepEqual(
      pseudoElements.map(({ name, description }) => [name, description.value]),
      [['::part(save)', '`<user-card>`: A button.\n\n`<user-list>`: Another button.']],
    );
    assert.deepEqual(
      pseudoClasses.map(({ name }) => name),
      [':state(ready)'],
    );
  });

  it('names the package and everything of an element in web-types', () => {
    const { name, version, contributions } = webTypes(elements, { name: 'cards', version: '1.2.3' });
    const [element] = contributions.html.elements;
    assert.deepEqual([name, version, element?.name], ['cards', '1.2.3', 'user-card']);
    assert.deepEqual(
      element?.js.properties.map((property) => property.name),
      ['userId', 'isSmall', 'theme', 'lang', 'fetch'],
    );
    assert.deepEqual(
      element?.attributes.map(({ value }) => value),
      [
        { kind: 'plain', type: 'string' },
        { kind: 'no-value' },
        { kind: 'plain', type: '"light" | "dark"' },
        { kind: 'plain', type: 'string' },
      ],
    );
    assert.deepEqual(element?.js.events, [
      { name: 'card-saved', description: 'It was saved.', value: { type: 'CardSavedEvent' } },
    ]);
  });
});
