import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { unzipSync, zipSync, strFromU8, strToU8 } from 'fflate';
import { readSource } from './read-source';
import type { Sheet } from './sheet';

const folder = mkdtempSync(join(tmpdir(), 'source-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function workbook(name: string, fill: (book: ExcelJS.Workbook) => void): Promise<string> {
  const book = new ExcelJS.Workbook();
  fill(book);
  const path = join(folder, name);
  await book.xlsx.writeFile(path);
  return path;
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function sheets(path: string): Promise<readonly Sheet[]> {
  return (await readSource(path)).sheets;
}

const cellsOf = (sheet: Sheet | undefined): unknown[] => (sheet?.rows ?? []).map(({ cells }) => [...cells]);

describe('readSource: workbooks', () => {
  it('reads dates, formulas by result, rich text, links and errors', async () => {
    const path = await workbook('kinds.xlsx', (book) => {
      const sheet = book.addWorksheet('Kinds');
      sheet.addRow([
        new Date(Date.UTC(2026, 4, 20)),
        { formula: '1+1', result: 2 },
        { richText: [{ text: 'Acme ' }, { text: 'Corp' }] },
      ]);
      sheet.addRow([{ text: 'site', hyperlink: 'http://a.example' }, { error: '#REF!' }, true]);
    });
    const [sheet] = await sheets(path);
    expect(cellsOf(sheet)).toEqual([
      [new Date(Date.UTC(2026, 4, 20)), 2, 'Acme Corp'],
      ['site', null, true],
    ]);
    expect(sheet?.remarks).toEqual(['1 formulas were read by their last results', 'no value in B2 (#REF!)']);
  });

  it('gives merged cells the value of their range', async () => {
    const path = await workbook('merged.xlsx', (book) => {
      const sheet = book.addWorksheet('Merged');
      sheet.addRows([
        ['Account', 'Deal'],
        ['Acme', 'D1'],
        [null, 'D2'],
      ]);
      sheet.mergeCells('A2:A3');
    });
    const [sheet] = await sheets(path);
    expect(cellsOf(sheet)[2]).toEqual(['Acme', 'D2']);
    expect(sheet?.merges).toEqual([{ left: 1, top: 2, right: 1, bottom: 3 }]);
  });

  it('tells hidden sheets', async () => {
    const path = await workbook('hidden.xlsx', (book) => {
      book.addWorksheet('Shown').addRow(['a']);
      book.addWorksheet('Hidden', { state: 'veryHidden' }).addRow(['b']);
    });
    expect((await sheets(path)).map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Shown', false],
      ['Hidden', true],
    ]);
  });

  it('reads a workbook whose filters and tables the library does not know', async () => {
    const path = await workbook('tables.xlsx', (book) => {
      const sheet = book.addWorksheet('Table');
      sheet.addTable({
        name: 'T',
        ref: 'A1',
        columns: [{ name: 'Id' }, { name: 'Value' }],
        rows: [['1', 10]],
      });
    });
    const { readFileSync } = await import('node:fs');
    const parts = unzipSync(readFileSync(path));
    const table = 'xl/tables/table1.xml';
    const filter =
      '<autoFilter ref="A1:B2"><filterColumn colId="1"><dynamicFilter type="belowAverage" val="3"/></filterColumn></autoFilter>';
    parts[table] = strToU8(
      strFromU8(parts[table] ?? new Uint8Array()).replace(
        /<autoFilter[\s\S]*?<\/autoFilter>|<autoFilter[^>]*\/>/,
        filter,
      ),
    );
    expect(cellsOf((await sheets(file('dynamic.xlsx', zipSync(parts))))[0])).toEqual([
      ['Id', 'Value'],
      ['1', 10],
    ]);
  });

  const ole = (name: string): Buffer =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(64), Buffer.from(name, 'utf16le')]);

  it.each([
    ['missing.xlsx', null, 'SOURCE_MISSING'],
    ['zero.xlsx', '', 'SOURCE_EMPTY'],
    ['locked.xlsx', ole('EncryptedPackage'), 'SOURCE_ENCRYPTED'],
    ['old.xls', ole('Workbook'), 'SOURCE_OLD_FORMAT'],
    ['noise.xlsx', 'this is no workbook', 'SOURCE_UNREADABLE'],
    ['list.pdf', '%PDF', 'SOURCE_TYPE_UNKNOWN'],
    ['blank.csv', '\n\n', 'SOURCE_EMPTY'],
    ['quotes.csv', 'a,b\n"open,1\n', 'SOURCE_MALFORMED'],
  ])('%s is refused with what to do', async (name, content, code) => {
    const path = content === null ? join(folder, name) : file(name, content);
    await expect(readSource(path)).rejects.toMatchObject({ code, actions: [expect.any(String)] });
  });

  it('refuses a workbook without rows', async () => {
    const path = await workbook('norows.xlsx', (book) => void book.addWorksheet('Empty'));
    await expect(readSource(path)).rejects.toMatchObject({ code: 'SOURCE_EMPTY' });
  });
});

describe('readSource: text files', () => {
  it.each([
    [
      'comma.csv',
      'Id,Name\n1,"Comma, and\nline"\n',
      [
        ['Id', 'Name'],
        ['1', 'Comma, and\nline'],
      ],
    ],
    [
      'semicolon.csv',
      'Id;Value\r\n1;"1,5"\r\n',
      [
        ['Id', 'Value'],
        ['1', '1,5'],
      ],
    ],
    [
      'tab.csv',
      'Id\tName\n1\tA\n',
      [
        ['Id', 'Name'],
        ['1', 'A'],
      ],
    ],
    [
      'bom.csv',
      '\uFEFFId,Name\n1,Zoë\n',
      [
        ['Id', 'Name'],
        ['1', 'Zoë'],
      ],
    ],
    [
      'western.csv',
      Buffer.from('Id,Name\n1,Zo\xeb\n', 'latin1'),
      [
        ['Id', 'Name'],
        ['1', 'Zoë'],
      ],
    ],
    [
      'wide.csv',
      Buffer.from('\uFEFFId,Name\n1,Zoë\n', 'utf16le'),
      [
        ['Id', 'Name'],
        ['1', 'Zoë'],
      ],
    ],
  ])('%s', async (name, content, expected) => {
    expect(cellsOf((await sheets(file(name, content)))[0])).toEqual(expected);
  });

  it('reads the .csv files of a folder and says what it passes over', async () => {
    file('folder/b.csv', 'x,y\n1,2\n');
    file('folder/a.csv', 'x,y\n1,2\n');
    file('folder/list.xlsx', 'not read');
    const source = await readSource(join(folder, 'folder'));
    expect(source.sheets.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(source.passedOver).toEqual(["list.xlsx: the folder's .csv files are read instead"]);
  });

  it('refuses a folder without lists', async () => {
    file('other/readme.txt', 'hello');
    await expect(readSource(join(folder, 'other'))).rejects.toMatchObject({ code: 'SOURCE_EMPTY' });
  });
});
