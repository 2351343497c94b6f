import { bulkCells, bulkColumns, readBulkCsv, writeBulkCsv } from './bulk-csv';

const RECORDS = [
  { Name: 'Comma, "quote"\nand line', Amount: 1.5, Account: { External_Id__c: 'ACC-1' } },
  { Name: ' outer ', NextStep: null, IsPrivate: false },
];

describe('bulk CSV', () => {
  const columns = bulkColumns(RECORDS);

  it('bulkColumns: joins the fields of all records, parents by their key', () => {
    expect(columns).toEqual(['Name', 'Amount', 'Account.External_Id__c', 'NextStep', 'IsPrivate']);
  });

  it('bulkCells: leaves absent fields empty and clears null ones', () => {
    expect(bulkCells(RECORDS[1] ?? {}, columns)).toEqual([' outer ', '', '', '#N/A', 'false']);
  });

  it('writeBulkCsv: is read back cell by cell', () => {
    const rows = RECORDS.map((record) => bulkCells(record, columns));
    const text = writeBulkCsv(columns, rows);
    expect(text.split('\n')[0]).toBe('Name,Amount,Account.External_Id__c,NextStep,IsPrivate');
    expect(readBulkCsv(text).map((row) => columns.map((column) => row[column]))).toEqual(rows);
  });

  it('readBulkCsv: reads CRLF files and empty ones', () => {
    expect(readBulkCsv('"sf__Id","Name"\r\n"001","A"\r\n')).toEqual([{ sf__Id: '001', Name: 'A' }]);
    expect(readBulkCsv('')).toEqual([]);
  });
});
