import { listPage, recordPage } from 'c/pageReferences';

describe('pageReferences', () => {
  it('name the pages as the platform does', () => {
    expect(recordPage('006000000000001AAA')).toEqual({
      type: 'standard__recordPage',
      attributes: { recordId: '006000000000001AAA', actionName: 'view' },
    });
    expect(listPage('Opportunity', 'My_Open_Deals')).toEqual({
      type: 'standard__objectPage',
      attributes: { objectApiName: 'Opportunity', actionName: 'list' },
      state: { filterName: 'My_Open_Deals' },
    });
  });
});
