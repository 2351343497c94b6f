import { ACTION_MAKERS } from '../actions/create-flow-actions';
import { ELEMENT_TYPES, UNSUPPORTED_ELEMENTS } from './registry';

describe('flow elements', () => {
  it.each(ELEMENT_TYPES.map((type) => [type.tag, type] as const))(
    '%s: names its documentation',
    (_tag, type) => {
      expect(type.documentation).toMatch(/^https:\/\/(help|developer)\.salesforce\.com\//);
      expect(type.typeName).toMatch(/^Flow[A-Z]/);
    },
  );

  it('are run or refused, not both', () => {
    const run = new Set(ELEMENT_TYPES.map(({ tag }) => tag));
    expect(UNSUPPORTED_ELEMENTS.filter((tag) => run.has(tag))).toEqual([]);
    expect(run.size).toBe(ELEMENT_TYPES.length);
  });

  it('actions are found by type', () => {
    expect([...ACTION_MAKERS.keys()]).toContain('submit');
  });
});
