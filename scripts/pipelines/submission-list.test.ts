import { submissionList } from './submission-list';

describe('submissionList', () => {
  it.each([
    ['one object', { name: 'A' }, [{ name: 'A' }]],
    ['a list', [1, 2], [1, 2]],
    ['a document with a list', { submissions: [1] }, [1]],
    ['text', 'A', undefined],
    ['nothing', null, undefined],
    ['a document with something else', { submissions: 'A' }, undefined],
  ])('reads %s', (_what, document, list) => {
    expect(submissionList(document)).toEqual(list);
  });
});
