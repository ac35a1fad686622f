import { expect } from '@open-wc/testing';
import { renderers } from '../../src/elements/profile-editor/fields/renderers.js';
import { fieldKinds, type FieldKind, type FieldValue } from '../../src/policy/vocabulary.js';
import { editable, profileOf } from './profiles.js';
import { ProxyStub } from './stub.js';
import { openEditor } from './support.js';

const choices = [{ value: 'R1', label: { en: 'Research' } }, { value: 'R2' }];

interface Example {
  readonly type: string;
  readonly stored: Exclude<FieldValue, null>;
  /** What the control says for it. */
  readonly displayed: string;
  readonly typed: string;
  readonly sent: FieldValue;
  /** If it isn't that of the policy. */
  readonly help?: string;
}

const examples: Record<FieldKind, Example> = {
  text: { type: 'text', stored: 'a', displayed: 'a', typed: 'b', sent: 'b' },
  multiline: { type: 'textarea', stored: 'a\nb', displayed: 'a\nb', typed: 'c\nd', sent: 'c\nd' },
  email: { type: 'email', stored: 'a@b.pt', displayed: 'a@b.pt', typed: 'C@b.pt', sent: 'c@b.pt' },
  phone: {
    type: 'tel',
    stored: '+3511',
    displayed: '+3511',
    typed: '+351 (21) 555-0125',
    sent: '+351215550125',
  },
  username: { type: 'text', stored: 'ada', displayed: 'ada', typed: 'Bea', sent: 'bea' },
  url: {
    type: 'url',
    stored: 'https://a.pt',
    displayed: 'https://a.pt',
    typed: 'http://b.pt',
    sent: 'http://b.pt',
  },
  picture: {
    type: 'url',
    stored: 'https://a.test/a',
    displayed: 'https://a.test/a',
    typed: 'https://a.test/b',
    sent: 'https://a.test/b',
  },
  choice: { type: 'select-one', stored: 'R1', displayed: 'R1', typed: 'R2', sent: 'R2' },
  'multi-choice': { type: 'checkbox', stored: ['R1'], displayed: 'R1', typed: 'R2', sent: ['R1', 'R2'] },
  list: {
    type: 'textarea',
    stored: ['a', 'b'],
    displayed: 'a\nb',
    typed: ' c \n\nd\nc',
    sent: ['c', 'd'],
    help: 'About it Enter one per line.',
  },
  boolean: { type: 'checkbox', stored: true, displayed: 'on', typed: 'on', sent: false },
  date: {
    type: 'date',
    stored: '2024-02-29',
    displayed: '2024-02-29',
    typed: '2024-03-01',
    sent: '2024-03-01',
  },
  language: { type: 'select-one', stored: 'pt', displayed: 'pt', typed: 'de', sent: 'de' },
  'time-zone': {
    type: 'select-one',
    stored: 'Europe/Lisbon',
    displayed: 'Europe/Lisbon',
    typed: 'Asia/Tokyo',
    sent: 'Asia/Tokyo',
  },
  number: { type: 'number', stored: 4, displayed: '4', typed: '5.5', sent: 5.5 },
};

const fieldOf = (kind: FieldKind, value: FieldValue) =>
  editable({
    name: 'f',
    kind,
    value,
    label: { en: 'My field' },
    help: { en: 'About it' },
    constraints: /choice/.test(kind) ? { choices } : {},
  });

describe('fields', () => {
  it('has a renderer for each kind', () => {
    expect(Object.keys(renderers)).to.have.members([...fieldKinds]);
  });

  for (const kind of fieldKinds) {
    const { type, stored, displayed, typed, sent, help = 'About it' } = examples[kind];
    const picks = ['choice', 'multi-choice', 'boolean', 'language', 'time-zone'].includes(kind);

    describe(kind, () => {
      it('renders label, help and stored value with a native control', async () => {
        const editor = await openEditor(new ProxyStub(profileOf(fieldOf(kind, stored))));
        expect(editor.control('f').type).to.equal(type);
        expect(editor.label('f')).to.equal('My field');
        expect(editor.help('f')).to.equal(help);
        expect(editor.value('f')).to.equal(displayed);
        expect(editor.buttons).to.deep.equal([]);
      });

      it('takes what is typed, and shows the stored value after Discard', async () => {
        const proxy = new ProxyStub(profileOf(fieldOf(kind, stored)));
        const editor = await openEditor(proxy);
        await (picks ? editor.choose('f', typed) : editor.fill('f', typed));
        await editor.discard();
        expect(editor.value('f')).to.equal(displayed);
        await (picks ? editor.choose('f', typed) : editor.fill('f', typed));
        await editor.save();
        expect(proxy.patches[0]?.fields).to.deep.equal({ f: sent });
        expect(editor.buttons).to.deep.equal([]);
      });

      it('starts empty without a value, and is accessible', async () => {
        const editor = await openEditor(new ProxyStub(profileOf(fieldOf(kind, null))));
        expect(editor.value('f')).to.equal('');
        await expect(editor.element).to.be.accessible();
      });
    });
  }

  it('sets autocomplete, and marks required fields', async () => {
    const field = editable({ name: 'f', autocomplete: 'given-name', required: true });
    const editor = await openEditor(new ProxyStub(profileOf(field)));
    expect(editor.control('f').autocomplete).to.equal('given-name');
    expect(editor.control('f').required).to.equal(true);
  });

  it('changes the order of a list, and takes the repetition of an item for none', async () => {
    const proxy = new ProxyStub(profileOf(fieldOf('list', ['a', 'b'])));
    const editor = await openEditor(proxy);
    await editor.type('f', 'a\nb\n\na');
    await editor.leave('f');
    expect(editor.buttons).to.deep.equal([]);
    expect(editor.value('f')).to.equal('a\nb');
    await editor.fill('f', 'b\na');
    await editor.save();
    expect(proxy.patches[0]?.fields).to.deep.equal({ f: ['b', 'a'] });
  });

  it('keeps an empty line of a list while it is typed', async () => {
    const editor = await openEditor(new ProxyStub(profileOf(fieldOf('list', ['a']))));
    await editor.type('f', 'a\n');
    expect(editor.value('f')).to.equal('a\n');
  });

  it('names the item of a list that is wrong, and how many there can be', async () => {
    const list = { ...fieldOf('list', null), constraints: { maxItems: 2, maxLength: 3 } };
    const editor = await openEditor(new ProxyStub(profileOf(list)));
    await editor.type('f', 'abc\nabcd');
    await editor.leave('f');
    expect(editor.error('f')).to.equal('“abcd”: Use 3 characters or fewer.');
    await editor.type('f', 'a\nb\nc');
    await editor.leave('f');
    expect(editor.error('f')).to.equal('Enter 2 items or fewer.');
  });

  it('says where an invisible character is', async () => {
    const editor = await openEditor(new ProxyStub(profileOf(fieldOf('text', 'Uli'))));
    await editor.type('f', 'U\u200bli');
    await editor.leave('f');
    expect(editor.error('f')).to.equal('Remove the invisible character after “U”, or type this again.');
    await editor.type('f', '\u200bUli\u2060');
    await editor.leave('f');
    expect(editor.value('f')).to.equal('Uli');
    expect(editor.error('f')).to.equal('');
  });

  it('shows a phone number grouped for reading, until it is changed', async () => {
    const phone = { ...fieldOf('phone', '+49305550100'), formatted: '+49 30 5550100' };
    const proxy = new ProxyStub(profileOf(phone));
    const editor = await openEditor(proxy);
    expect(editor.value('f')).to.equal('+49 30 5550100');
    await editor.type('f', '+49 (0)30 5550100');
    await editor.leave('f');
    expect(editor.buttons).to.deep.equal([]);
    expect(editor.value('f')).to.equal('+49 30 5550100');
    await editor.type('f', '+49 30 5550101');
    await editor.leave('f');
    expect(editor.value('f')).to.equal('+49305550101');
    await editor.save();
    expect(proxy.patches[0]?.fields).to.deep.equal({ f: '+49305550101' });
  });

  it('says what to change in a phone number', async () => {
    const editor = await openEditor(new ProxyStub(profileOf(fieldOf('phone', null))));
    const texts = {
      '030 5550100': 'Include the country code, like +12125550100.',
      '+49 30 5550100 ext. 12': 'Enter the number without its extension.',
      '+49 30 5550100 / +49 170 1234567': 'Enter only one phone number.',
      '+4930': 'This number has too few or too many digits. Check it.',
      '+1 800 FLOWERS': 'Enter a phone number with its country code, like +12125550100.',
    };
    for (const [typed, text] of Object.entries(texts)) {
      await editor.type('f', typed);
      await editor.leave('f');
      expect(editor.value('f')).to.equal(typed);
      expect(editor.error('f')).to.equal(text);
    }
  });

  it('shows a locked list as text', async () => {
    const list = {
      ...fieldOf('list', ['Português', 'Deutsch']),
      editable: false,
      reason: 'not-allowed',
    } as const;
    const editor = await openEditor(new ProxyStub(profileOf(list)));
    expect(editor.value('f')).to.equal('Português, Deutsch');
  });

  it('keeps a value that is no longer offered', async () => {
    const editor = await openEditor(new ProxyStub(profileOf(fieldOf('choice', 'R9'))));
    expect(editor.value('f')).to.equal('R9');
    expect(editor.options('f')).to.deep.equal(['Not set', 'Research', 'R2', 'R9']);
  });

  it('names languages in their own language, and time zones by city', async () => {
    const language = await openEditor(new ProxyStub(profileOf(fieldOf('language', 'pt'))));
    expect(language.options('f')).to.include.members(['Português', 'Deutsch', '日本語']);
    const zone = await openEditor(new ProxyStub(profileOf(fieldOf('time-zone', 'Europe/Lisbon'))));
    for (const city of ['Lisbon', 'Tokyo', 'Knox, Indiana', 'UTC']) {
      expect(zone.options('f')).to.include(city);
    }
  });

  it('has no change when a box is checked and cleared again', async () => {
    const editor = await openEditor(new ProxyStub(profileOf(fieldOf('boolean', null))));
    await editor.choose('f', 'on');
    expect(editor.unsaved).to.equal('1 unsaved change');
    await editor.choose('f', 'on');
    expect(editor.buttons).to.deep.equal([]);
  });

  it('loads no picture while its URL is typed, and sends no referrer', async () => {
    const editor = await openEditor(new ProxyStub(profileOf(fieldOf('picture', null))));
    const preview = () => editor.control('f').parentElement?.querySelector('img');
    await editor.type('f', `${location.origin}/no.png`.replace('http:', 'https:'));
    expect(preview()?.getAttribute('src')).to.equal(null);
    await editor.leave('f');
    expect(preview()?.getAttribute('src')).to.contain('/no.png');
    expect(preview()?.referrerPolicy).to.equal('no-referrer');
    expect(preview()?.hidden).to.equal(true);
  });
});
