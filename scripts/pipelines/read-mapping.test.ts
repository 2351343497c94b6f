import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readMapping, readMappings } from './read-mapping';

const folder = mkdtempSync(join(tmpdir(), 'mapping-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(content: string | object): string {
  const path = join(folder, 'mapping.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const key = { field: 'Key__c', prefix: 'K-', from: 'id' };
const mapping = (step: object): object => ({
  name: 'm',
  title: 'M',
  tables: { t: { columns: { id: ['Id'] }, identifiedBy: ['id'] } },
  steps: [{ name: 's', object: 'Account', table: 't', key, fields: {}, ...step }],
});

describe('readMapping', () => {
  it('reads every mapping of the project', () => {
    const names = readMappings(resolve(__dirname, '../../data/mapping')).map(({ name }) => name);
    expect(names).toEqual(['sales-pipeline', 'sample-pipeline']);
  });

  it.each([
    ['no JSON', '{', 'MAPPING_INVALID', 'JSON'],
    ['an unknown key', mapping({ tabel: 'x' }), 'MAPPING_INVALID', 'tabel'],
    ['an unknown table', mapping({ table: 'x' }), 'MAPPING_INVALID', 'table x'],
    [
      'an unknown column',
      mapping({ fields: { Name: { template: '{nam}' } } }),
      'MAPPING_INVALID',
      'column nam',
    ],
    [
      'a later step',
      mapping({ fields: { Account: { column: 'id', reference: { step: 'z' } } } }),
      'MAPPING_INVALID',
      'step z',
    ],
  ])('refuses %s', (_, content, code, text) => {
    expect(() => readMapping(written(content))).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(text) as string }),
    );
  });

  it('refuses a file that is not there', () => {
    expect(() => readMapping(join(folder, 'none.json'))).toThrow(
      expect.objectContaining({ code: 'MAPPING_MISSING' }),
    );
  });
});
