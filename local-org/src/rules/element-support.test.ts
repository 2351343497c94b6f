import { elementsOf } from '../metadata';
import {
  ASSIGNMENT_RULE_ELEMENTS,
  DUPLICATE_RULE_ELEMENTS,
  LEAD_CONVERT_ELEMENTS,
  MATCHING_RULE_ELEMENTS,
  refusedElements,
  RULE_ENTRY_ELEMENTS,
} from './element-support';

describe('support of elements', () => {
  it.each([
    ['LeadConvertSettings', LEAD_CONVERT_ELEMENTS],
    ['AssignmentRule', ASSIGNMENT_RULE_ELEMENTS],
    ['RuleEntry', RULE_ENTRY_ELEMENTS],
    ['DuplicateRule', DUPLICATE_RULE_ELEMENTS],
    ['MatchingRule', MATCHING_RULE_ELEMENTS],
  ])('%s: every element of the Metadata API is told', (typeName, table) => {
    const inherited = elementsOf('Metadata');
    const elements = [...elementsOf(typeName).keys()].filter((name) => !inherited.has(name));
    expect(Object.keys(table).sort()).toEqual(elements.sort());
  });

  it('refusedElements: names what is set, not what is off', () => {
    const content = {
      team: ['Support'],
      overrideExistingTeams: false,
      senderName: '',
      template: 'Sales/New',
    };
    expect(refusedElements('RuleEntry', RULE_ENTRY_ELEMENTS, content)).toEqual([
      'RuleEntry team is not supported by the local org',
    ]);
  });
});
