import { aggregates, queryRecords } from 'c/queryRecord';

const DATA = {
  uiapi: {
    query: {
      Opportunity: {
        edges: [
          {
            node: {
              Id: '006000000000001AAA',
              Amount: { value: 10, displayValue: '$10.00' },
              IsWon: { value: true },
              Account: { Name: { value: 'Palisade' } },
              Primary_Competitor__r: null,
              Tasks: { edges: [{ node: { Id: '00T000000000001AAA', Subject: { value: 'Call' } } }] },
            },
          },
        ],
      },
    },
    aggregate: { Opportunity: { edges: [{ node: { aggregate: { Amount: { sum: { value: 30 } } } } }] } },
  },
};

describe('queryRecords', () => {
  it('reads values by path, and blanks where there is none', () => {
    const [record] = queryRecords(DATA, 'Opportunity');
    expect(record?.id).toBe('006000000000001AAA');
    expect(record?.text('Account.Name')).toBe('Palisade');
    expect(record?.number('Amount')).toBe(10);
    expect(record?.display('Amount')).toBe('$10.00');
    expect(record?.flag('IsWon')).toBe(true);
    expect(record?.text('Primary_Competitor__r.Name')).toBe('');
    expect(record?.number('Discount__c')).toBe(0);
  });

  it('reads the records of a child relationship', () => {
    const [record] = queryRecords(DATA, 'Opportunity');
    expect(record?.children('Tasks').map((task) => task.text('Subject'))).toEqual(['Call']);
    expect(record?.children('Sync_Conflicts__r')).toEqual([]);
  });

  it('is empty for an object that was not asked for', () => {
    expect(queryRecords(DATA, 'Account')).toEqual([]);
  });
});

describe('aggregates', () => {
  it('reads the results of functions by path', () => {
    expect(aggregates(DATA, 'Opportunity')[0]?.number('Amount.sum')).toBe(30);
  });
});
