import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { de } from '../../backend-proxy/src/messages/de.js';
import { en } from '../../backend-proxy/src/messages/en.js';
import { messagesIn } from '../../backend-proxy/src/messages/negotiate.js';
import { csvMark, fromCsvCell, toCsvLine } from '../../src/contract/csv.js';
import { localeTags } from '../../src/messages/catalog.js';
import { comparable } from '../../src/policy/comparable.js';
import { parseCsv } from '../../src/state/csv.js';
import { readInviteFile } from '../../src/state/invitations/invite-file.js';

/** Any text, and text of what spreadsheets take for more than text. */
const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'=+-@＝\t\r\n\0 "\',;a') }),
);
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
/** What spreadsheets run: some skip blanks in front, and some read full-width characters as ASCII ones. */
const formula = /^[\s\0]*[=+\-@＝＋－＠]/;
const written = (rows: string[][]) => rows.map(toCsvLine).join('');

/** Reads a file as a spreadsheet that splits at these. Without commas it sees quotes at another place, or none. */
function cellsOf(text: string, delimiter: string[]): string[] {
  const read = (content: string, quote: string | null): string[][] =>
    parse(content, {
      delimiter,
      quote,
      escape: quote,
      relax_quotes: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
  if (delimiter.includes(',')) return read(text, '"').flat();
  // A quote in the middle of a line can open a cell that only the end of the file closes.
  const quoted = [text, `${text}"`].flatMap((each) => {
    try {
      return read(each, '"').flat();
    } catch {
      return [];
    }
  });
  const unquoted = read(text, null).flat();
  return [...quoted, ...unquoted.map((each) => each.replace(/^[\s\0"]+/, ''))];
}

describe('cells of our exports', () => {
  it('are read by a CSV library as they were, but for the apostrophes of formulas', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const read: string[][] = parse(written(rows), { record_delimiter: '\r\n' });
        assert.deepEqual(
          read.map((row) => row.map(fromCsvCell)),
          rows,
        );
      }),
    );
  });

  for (const delimiters of [[','], [';'], ['\t'], [',', ';', '\t']]) {
    it(`are no formulas for a spreadsheet that splits at ${JSON.stringify(delimiters.join(''))}`, () => {
      fc.assert(
        fc.property(table, (rows) => {
          for (const each of cellsOf(written(rows), delimiters)) assert.doesNotMatch(each, formula);
        }),
        { numRuns: 500 },
      );
    });
  }

  const guarded: [text: string, line: string][] = [
    ['=1+1', "'=1+1"],
    ['+49 30 5550100', "'+49 30 5550100"],
    ['  =1', "'  =1"],
    ['＝1', "'＝1"],
    ['\t1', "'\t1"],
    ['Bo;=1+2', "Bo;'=1+2"],
    ['Cy\t=HYPERLINK(A1)', "Cy\t'=HYPERLINK(A1)"],
    ['Di; @SUM(1)', "Di;' @SUM(1)"],
    ['a;b;-c', "a;b;'-c"],
    ["'=1", "''=1"],
    ["O'Neil;'", "O'Neil;'"],
    ['1-2; 3', '1-2; 3'],
  ];
  for (const [text, line] of guarded) {
    it(`guard ${JSON.stringify(text)}`, () => assert.equal(toCsvLine([text]), `${line}\r\n`));
  }
  it('guard a formula after a line break and behind a quote', () => {
    assert.equal(toCsvLine(['a\n=1', 'a;"=1']), '"a\n\'=1","a;\'""=1"\r\n');
  });
});

describe('files that people bring', () => {
  it('are read as a CSV library writes them, with any separator and line break', () => {
    const plain = fc.array(
      fc.array(
        cell.map((text) => text.trim()),
        { minLength: 3, maxLength: 3 },
      ),
      { minLength: 3 },
    );
    const delimiter = fc.constantFrom(',', ';', '\t');
    const lineBreak = fc.constantFrom('\r\n', '\n', '\r');
    fc.assert(
      fc.property(plain, delimiter, lineBreak, fc.boolean(), (rows, separator, record_delimiter, quoted) => {
        const text = stringify(rows, {
          delimiter: separator,
          record_delimiter,
          quoted,
          quoted_match: /[\r\n"]/,
        });
        const filled = rows.filter((row) => row.some((each) => each !== ''));
        assert.deepEqual(parseCsv(`sep=${separator}${record_delimiter}${text}`), filled);
      }),
    );
  });
});

describe('our export', () => {
  const roleName = fc
    .string({ unit: fc.constantFrom(...'=+-@ "\',|abcÄé'), minLength: 1, maxLength: 8 })
    .map((name) => name.trim());
  const roles = fc
    .uniqueArray(roleName, { selector: comparable, minLength: 1, maxLength: 4 })
    .map((names) => names.filter((name) => comparable(name) !== '' && !/^[,|]|[,|]$/.test(name)));
  const people = fc.tuple(
    roles,
    fc.array(fc.record({ name: cell, picks: fc.array(fc.nat(3), { maxLength: 3 }) }), {
      minLength: 1,
      maxLength: 6,
    }),
    fc.constantFrom(en.columns, de.columns),
  );
  const rewritten = (file: string, delimiter: string) =>
    stringify(parse(file, { record_delimiter: '\r\n', bom: true }), {
      delimiter,
      record_delimiter: '\r\n',
      quoted_match: /[\r\n]/,
    });

  it('gives the same people and roles when it is read again, also saved by a spreadsheet', () => {
    fc.assert(
      fc.property(people, ([names, members, columns]) => {
        const known = names.map((name, at) => ({ id: `rol_${at}`, name }));
        const expected = members.map(({ picks }, at) => ({
          email: `+m${at}@acme.example`,
          roles: [
            ...new Set(picks.map((pick) => known[pick % (known.length || 1)]).filter((role) => !!role)),
          ],
        }));
        const file =
          csvMark +
          toCsvLine(Object.values(columns)) +
          expected
            .map(({ email, roles: own }, at) => {
              const start = [members[at]?.name ?? '', email, own.map(({ name }) => name).join('; ')];
              return toCsvLine([...start, 'Acme', '', '', '2026-01-01T00:00:00Z', `auth0|${at}`]);
            })
            .join('');
        for (const text of [file, rewritten(file, ','), rewritten(file, ';'), rewritten(file, '\t')]) {
          const read = readInviteFile(new TextEncoder().encode(text).buffer, known);
          assert.deepEqual(
            read.state === 'read' && { lines: read.lines, unknown: read.unknownRoles, skipped: read.skipped },
            {
              lines: expected.map(({ email, roles: own }) => ({
                email,
                ...(own.length > 0 && { roles: own.map(({ id }) => id) }),
              })),
              unknown: [],
              skipped: [],
            },
          );
        }
      }),
      // A role whose name begins with what guards a formula.
      { examples: [[[["'=@="], [{ name: '', picks: [0] }], en.columns]]] },
    );
  });

  for (const tag of localeTags()) {
    it(`has headings that are known when it is read again, in ${tag}`, () => {
      const { columns } = messagesIn(tag);
      const person = ['Bo', 'bo@acme.example', 'Editor', 'Acme', '', '', '2026-01-01T00:00:00Z', 'auth0|1'];
      const file = new TextEncoder().encode(toCsvLine(Object.values(columns)) + toCsvLine(person));
      const read = readInviteFile(file.buffer, [{ id: 'rol_editor', name: 'Editor' }]);
      assert.equal(read.state, 'read');
      assert.deepEqual(
        [read.emailHeading, read.roleHeadings, read.lines],
        [columns.email, [columns.roles], [{ email: 'bo@acme.example', roles: ['rol_editor'] }]],
      );
    });
  }
});
