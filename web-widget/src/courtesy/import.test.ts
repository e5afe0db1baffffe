import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRecent, readLanguage, readNumber, readSafeTime, readYes } from './cells.ts';
import { readImport, type Imported, type ImportRead } from './import.ts';
import { MOST_BYTES, MOST_ROWS } from './sheet.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const TODAY = '2026-11-20';
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (each) => each.charCodeAt(0));

function cards(read: ImportRead): Imported {
  if (read.kind === 'refused') throw new Error(read.why);
  return read;
}

const imported = (text: string): Imported => cards(readImport(utf8(text), TODAY));
const faults = ({ problems }: Imported): readonly string[] =>
  problems.map(({ row, column, fault, leftOut }) => `${row} ${column ?? 'row'} ${fault}${leftOut ? ' out' : ''}`);

describe('a file of contacts', () => {
  it.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('is read with %s', (_, separator) => {
    const text = ['Nummer', 'Navn', 'Språk', 'Sett', 'Notat', 'Annonse', 'Vindu'].join(separator);
    const row = ['41234567', 'Maya', 'thai', 'gata', '"a, b; ""c"""', 'https://a.example/1', '12-15'].join(separator);
    expect(imported(`${text}\r\n${row}\r\n`)).toEqual({
      kind: 'cards',
      cards: [
        {
          numbers: ['+4741234567'],
          names: ['Maya'],
          language: 'th',
          seen: ['gata'],
          notes: ['a, b; "c"'],
          adverts: { named: 1, unnamed: 0 },
          windows: [{ from: 720, to: 900 }],
          proof: [],
          yes: undefined,
          rows: [2],
        },
      ],
      problems: [],
      ignored: [],
      distinctNumbers: 1,
    });
  });

  it.each([
    ['UTF-8', utf8('number,språk\n41234567,español\n')],
    ['UTF-8 with a mark', utf8('\uFEFFnumber,språk\n41234567,español\n')],
    ['Windows-1252', latin1('number,spr\u00e5k\n41234567,espa\u00f1ol\n')],
    ['UTF-16', new Uint8Array(Buffer.from('\uFEFFnumber,språk\n41234567,español\n', 'utf16le'))],
    ['a first line that names the separator', utf8('sep=;\r\nnumber;språk\r\n41234567;español\r\n')],
  ])('is read in %s', (_, bytes) => {
    expect(cards(readImport(bytes, TODAY)).cards[0]).toMatchObject({ numbers: ['+4741234567'], language: 'es' });
  });

  it.each([
    ['is too large', new Uint8Array(MOST_BYTES + 1).fill(65), 'too-large'],
    ['is empty', utf8(' \n\n'), 'empty'],
    ['has names only', utf8('number,name\n,,\n'), 'empty'],
    ['is a workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 1]), 'not-text'],
    ['has no column of numbers', utf8('name,language\nMaya,en\n'), 'no-number-column'],
    ['has 5,001 rows', utf8(`number\n${'41234567\n'.repeat(MOST_ROWS + 1)}`), 'too-many-rows'],
  ])('is refused when it %s', (_, bytes, why) => {
    expect(readImport(bytes, TODAY)).toEqual({ kind: 'refused', why });
  });

  it('holds 5,000 rows, also when they are one card', () => {
    const read = imported(`number\n${'41234567\n'.repeat(MOST_ROWS)}`);
    expect([read.cards.length, read.cards[0]?.adverts, read.distinctNumbers]).toEqual([1, { named: 0, unnamed: MOST_ROWS }, 1]);
    const chain = Array.from({ length: MOST_ROWS }, (_, i) => `+47${40_000_000 + i}/+47${40_000_001 + i}`);
    expect(imported(`number\n${chain.join('\n')}`).cards).toHaveLength(1);
  });

  it('joins rows that share a number, and counts numbers and different adverts', () => {
    const read = imported(
      'number,name,advert,window\n41234567,Maya,a1,10-14\n40000000,Kim,a2,\n"412 34 567 / 41234568",Lina,a3,12-16\n+47 41234568,Maya,a4,10-14\n41234567,Maya,a1,\n41234568,Maya,,\n',
    );
    expect(read.cards).toEqual([
      {
        numbers: ['+4741234567', '+4741234568'],
        names: ['Maya', 'Lina'],
        language: undefined,
        seen: [],
        notes: [],
        adverts: { named: 3, unnamed: 1 },
        windows: [{ from: 600, to: 840 }, { from: 720, to: 960 }],
        proof: [],
        yes: undefined,
        rows: [2, 4, 5, 6, 7],
      },
      expect.objectContaining({ numbers: ['+4740000000'], names: ['Kim'], rows: [3] }),
    ]);
    expect(read.distinctNumbers).toBe(3);
  });

  it('says of each row what is wrong, where, and whether it is left out', () => {
    const read = imported(
      [
        'number,name,language,window,colour',
        ',Ann,,,',
        '112,Bea,,,',
        '4.12E+10,Cat,,,',
        '07911123456,Dee,,,',
        '41234567/abc,Eve,klingon,,',
        '41234568,Fay,,kveld,',
        '41234569,Gia,,,,extra',
        `41234560,${'n'.repeat(81)},,,blue`,
        '41234567,Eva,es,,',
        '41234567,Eva,th,,',
        '41234561,"Ida,,,',
      ].join('\n'),
    );
    expect(faults(read)).toEqual([
      '2 number missing-number out',
      '3 number short out',
      '4 number rounded out',
      '5 number no-country out',
      '6 number no-number',
      '6 language language',
      '6 language languages-differ',
      '7 window window out',
      '8 row cells out',
      '9 name too-long',
      '12 row quote out',
    ]);
    expect(read.ignored).toEqual(['colour']);
    expect(read.cards.map(({ rows }) => rows)).toEqual([[6, 10, 11], [9]]);
    expect(read.cards[1]?.names).toEqual(['n'.repeat(80)]);
  });

  it('takes several columns of numbers, in any order, and counts rows as a spreadsheet does', () => {
    const read = imported('\nName;Phone;Mobile\n\nMaya;41234567;"41234568;\n41234569"\n');
    expect(read.cards).toMatchObject([{ numbers: ['+4741234567', '+4741234568', '+4741234569'], rows: [4] }]);
  });

  it('may be one column whose cells hold commas and semicolons', () => {
    const read = imported('number\n41234567,41234568;41234569\n');
    expect(read.problems).toEqual([]);
    expect(read.cards[0]?.numbers).toHaveLength(3);
  });

  it('has at most 20 numbers in a row and a card', () => {
    const numbers = (from: number, count: number): string => Array.from({ length: count }, (_, i) => 40_000_000 + from + i).join('/');
    expect(faults(imported(`number\n${numbers(0, 21)}`))).toEqual(['2 number too-many-numbers out']);
    const joined = imported(`number\n${numbers(0, 15)}\n${numbers(14, 15)}`);
    expect(faults(joined)).toEqual(['2 number too-many-numbers']);
    expect(joined.cards[0]?.numbers).toHaveLength(20);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => ['cards', 'refused'].includes(readImport(bytes, TODAY).kind)));
    fc.assert(
      fc.property(fc.array(fc.constantFrom('41234567', '"', ',', ';', '\n', '\t', 'å', '/', 'E+', ' ')), (parts) => {
        expect(['cards', 'refused']).toContain(readImport(utf8(`number,name\n${parts.join('')}`), TODAY).kind);
      }),
    );
  });

  it('gives every number to exactly one card, and every row to one card or a problem', () => {
    const number = fc.integer({ min: 40_000_000, max: 40_000_030 });
    fc.assert(
      fc.property(fc.array(fc.array(number, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 40 }), (rows) => {
        const read = imported(`number\n${rows.map((row) => row.join('/')).join('\n')}`);
        const all = read.cards.flatMap(({ numbers }) => numbers);
        expect(all.toSorted()).toEqual([...new Set(rows.flat())].map((each) => `+47${each}`).toSorted());
        expect(read.cards.flatMap((card) => card.rows).toSorted((a, b) => a - b)).toEqual(rows.map((_, at) => at + 2));
        for (const [at, row] of rows.entries()) {
          const card = read.cards.find((each) => each.rows.includes(at + 2));
          expect(row.every((each) => card?.numbers.includes(`+47${each}`))).toBe(true);
        }
      }),
    );
  });
});

describe('a cell', () => {
  it.each([
    ['41234567', '+4741234567'],
    ['412 34 567', '+4741234567'],
    ['+47 412-34-567', '+4741234567'],
    ['0047 41 23 45 67', '+4741234567'],
    ['4741234567', '+4741234567'],
    ['+44 (0)7911 123456', '+447911123456'],
    ['+44 7911 123456', '+447911123456'],
    ['００４７４１２３４５６７', '+4741234567'],
    ['\u202a+4741234567\u202c', '+4741234567'],
  ])('with the number %j is %j', (written, e164) => {
    const read = readNumber(written);
    expect(read.kind === 'number' ? read.e164 : undefined).toBe(e164);
  });

  it.each([
    ['10-14', 600, 840],
    ['10:00–14:30', 600, 870],
    ['kl. 22.00 til 02.00', 1320, 120],
    ['00-24', 0, 1440],
    ['18-00', 1080, 1440],
  ])('with the safe time %j is from %d to %d', (written, from, to) => {
    expect(readSafeTime(written)).toEqual({ from, to });
  });

  it.each(['', '10', '10-10', '25-26', '10:60-12', 'kveld', '24-3', '10-14 og 18-20'])('with %j is no safe time', (written) => {
    expect(readSafeTime(written)).toBeUndefined();
  });

  it.each([
    ['NB', 'nb'],
    ['Norsk', 'nb'],
    ['ไทย', 'th'],
    ['Türkçe', 'tr'],
    ['klingon', undefined],
  ])('with the language %j is %j', (written, code) => {
    expect(readLanguage(written)).toBe(code);
  });
});

describe('words and a yes that come with a file', () => {
  it('stand on the card, words each once, of yeses the youngest', () => {
    const file = 'nummer;kjenneord;whatsapp\n41234567;"blå, paraply";skjema 2026-01-05\n41234567;blå;skrev 1.10.2026\n41234568;;';
    const [one, other] = imported(file).cards;
    expect(one?.proof).toEqual(['blå', 'paraply']);
    expect(one?.yes).toEqual({ how: 'wrote', day: '2026-10-01' });
    expect([other?.proof, other?.yes]).toEqual([[], undefined]);
  });

  it('is left out when it cannot be read, is to come or is old', () => {
    const file = 'nummer,consent\n41234567,ja\n41234568,form 2026-11-21\n41234569,told 2025-10-19\n41234560,told 2025-10-20';
    const read = imported(file);
    expect(read.cards.map(({ yes }) => yes?.day)).toEqual([undefined, undefined, undefined, '2025-10-20']);
    expect(faults(read)).toEqual(['2 consent consent', '3 consent consent-day', '4 consent consent-day']);
  });

  it.each([
    ['skjema 2026-10-01', { how: 'form', day: '2026-10-01' }],
    ['Skrev, 1.2.2026', { how: 'wrote', day: '2026-02-01' }],
    ['sagt: 01.12.2025', { how: 'told', day: '2025-12-01' }],
    ['skjema', undefined],
    ['2026-10-01', undefined],
    ['form 2026-02-30', undefined],
    ['kanskje 2026-10-01', undefined],
  ])('reads %s', (written, yes) => expect(readYes(written)).toEqual(yes));

  it.each([
    ['2026-03-31', '2025-02-28', true],
    ['2026-03-31', '2025-02-27', false],
    ['2026-03-31', '2026-03-31', true],
    ['2026-03-31', '2026-04-01', false],
  ])('on %s one of %s counts: %s', (today, day, counts) => expect(isRecent(day, today)).toBe(counts));
});
