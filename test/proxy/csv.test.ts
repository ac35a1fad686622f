import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { fromCsvCell, toCsvLine } from '../../src/contract/csv.js';

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
