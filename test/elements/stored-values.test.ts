/** Values that other applications stored, through the form: shown, kept, and locked where it would lose a part of them. */
import { expect } from '@open-wc/testing';
import { readStored } from '../../src/policy/stored-value.js';
import type { FieldKind } from '../../src/policy/vocabulary.js';
import { editable, profileOf } from './profiles.js';
import { ProxyStub } from './stub.js';
import { openEditor } from './support.js';

const attribute = 'user_metadata.it';
const choices = [{ value: 'a' }, { value: 'b' }];

/** The field as the proxy sends it, and one beside it. */
function profileWith(kind: FieldKind, stored: unknown) {
  const { value, isReadable } = readStored(kind, { [attribute]: stored }, attribute);
  const constraints = /choice/.test(kind) ? { choices } : {};
  const field = editable({ name: 'it', kind, value, label: { en: 'It' }, constraints });
  const locked = { editable: false, reason: 'unreadable-value', changeableBy: 'nobody' } as const;
  return profileOf(
    isReadable ? field : { ...field, ...locked },
    editable({ name: 'beside', kind: 'text', value: null, label: { en: 'Beside' } }),
  );
}

describe('a stored value in the form', () => {
  const editableValues: [kind: FieldKind, stored: unknown, shown: string][] = [
    ['date', '1990-05-12', '1990-05-12'],
    ['date', '1990-05-12T00:00:00.000Z', '1990-05-12'],
    ['date', '1990-05-12T23:30:00+02:00', '1990-05-12'],
    ['date', '1990-05-12 08:15', '1990-05-12'],
    ['text', '4711', '4711'],
    ['text', '007', '007'],
    ['text', '1e3', '1e3'],
    ['text', 4711, '4711'],
    ['text', 'true', 'true'],
    ['number', '12', '12'],
    ['number', ' -0.5 ', '-0.5'],
    ['boolean', 'true', 'on'],
    ['boolean', 'TRUE', 'on'],
    ['boolean', 'false', ''],
    ['boolean', true, 'on'],
    ['multi-choice', 'a', 'a'],
    ['multi-choice', ['a', 'a', 'b'], 'a, b'],
    ['choice', 'gone', 'gone'],
    ['list', 'one', 'one'],
    ['list', ['a', 3], 'a\n3'],
    ['multiline', 'a\nb', 'a\nb'],
    ['phone', '089 / 123456', '089 / 123456'],
    ['phone', 351215550100, '351215550100'],
    ['email', 'Nils@Field.Example', 'Nils@Field.Example'],
    ['username', '张伟 Nils', '张伟 Nils'],
    ['url', 'acme.example', 'acme.example'],
    ['time-zone', 'Pacific Standard Time', 'Pacific Standard Time'],
    ['language', 'en_US', 'en_US'],
  ];
  for (const [kind, stored, shown] of editableValues) {
    it(`is shown by its kind and never sent with another field: ${JSON.stringify(stored)} as ${kind}`, async () => {
      const proxy = new ProxyStub(profileWith(kind, stored));
      const editor = await openEditor(proxy);
      expect(editor.isEditable('it')).to.equal(true);
      expect(editor.value('it')).to.equal(shown);
      await editor.leave('it');
      expect(editor.buttons).to.deep.equal([]);
      await editor.fill('beside', 'x');
      await editor.save();
      expect(proxy.patches.map(({ fields }) => fields)).to.deep.equal([{ beside: 'x' }]);
      expect(editor.value('it')).to.equal(shown);
    });
  }

  const lockedValues: [kind: FieldKind, stored: unknown, shown: string][] = [
    ['text', ['Xenia', 'Maria'], 'Xenia, Maria'],
    ['text', { city: 'Lisbon' }, '{"city":"Lisbon"}'],
    ['text', true, 'true'],
    ['text', '1 Test Way\nLisbon', '1 Test Way Lisbon'],
    ['boolean', 'yes', 'yes'],
    ['boolean', 1, '1'],
    ['number', '007', '007'],
    ['number', '1,5', '1,5'],
    ['number', '12345678901234567890', '12345678901234567890'],
    ['date', '1990-02-30', '1990-02-30'],
    ['date', '12.05.1990', '12.05.1990'],
    ['date', 642470400000, '642470400000'],
    ['multi-choice', { a: true }, '{"a":true}'],
    ['list', ['a\nb', 'c'], 'a b, c'],
    ['email', ['mia@acme.example'], 'mia@acme.example'],
  ];
  for (const [kind, stored, shown] of lockedValues) {
    it(`is shown and locked if the form would lose a part of it: ${JSON.stringify(stored)} as ${kind}`, async () => {
      const editor = await openEditor(new ProxyStub(profileWith(kind, stored)));
      expect(editor.isEditable('it')).to.equal(false);
      expect(editor.value('it')).to.equal(shown);
      expect(editor.text).to.include('Stored in an unexpected format');
    });
  }
});
