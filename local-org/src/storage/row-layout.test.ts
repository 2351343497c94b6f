import { Schema, standardObjects } from '../schema';
import { RowLayout } from './row-layout';

describe('RowLayout', () => {
  const opportunity = new Schema(standardObjects()).find('Opportunity');
  const fields = ['Id', 'Name', 'IsWon'].flatMap((name) => opportunity?.field(name) ?? []);

  it('columns: quotes the names in the order of the fields', () => {
    expect(new RowLayout(fields).columns).toBe('"Id", "Name", "IsWon"');
  });

  it('record: reads checkboxes as true or false, and other values as they are', () => {
    const layout = new RowLayout(fields);
    expect(layout.record(['006', 'Deal', 1])).toEqual({ Id: '006', Name: 'Deal', IsWon: true });
    expect(layout.record(['006', null, 0])).toEqual({ Id: '006', Name: null, IsWon: false });
  });

  it('record: makes an object of its own for each row', () => {
    const layout = new RowLayout(fields);
    const first = layout.record(['006', 'First', 1]);
    layout.record(['007', 'Second', 0]);
    expect(first['Name']).toBe('First');
  });
});
