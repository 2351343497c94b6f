import type { MatchingItem, MatchingRule } from './matching-rule';
import { parseLogic } from './rule-logic';

const item = (field: string, method: string, matchBlanks = false): MatchingItem => ({
  field,
  method,
  matchBlanks,
});

const PERSON_LOGIC =
  '(1 AND 2 AND 3 AND 4) OR (1 AND 2 AND 5) OR (1 AND 2 AND 6 AND 4) OR (1 AND 2 AND 7 AND (8 OR 9 OR 6)) OR (1 AND 2 AND 7 AND 3) OR (1 AND 2 AND 3 AND 5) OR (1 AND 2 AND 6)';

function standardRule(
  objectName: string,
  developerName: string,
  logic: string,
  items: readonly MatchingItem[],
): MatchingRule {
  return { objectName, developerName, active: true, items, groups: parseLogic(logic, items.length) };
}

function personItems(company: string, prefix: string): MatchingItem[] {
  return [
    item('FirstName', 'FirstName', true),
    item('LastName', 'LastName'),
    item('Title', 'Title'),
    item(company, 'CompanyName'),
    item('Email', 'Exact'),
    item('Phone', 'Phone'),
    item(`${prefix}Street`, 'Street'),
    item(`${prefix}City`, 'City'),
    item(`${prefix}PostalCode`, 'Zip'),
  ];
}

/**
 * The matching rules that every org has.
 * @see https://help.salesforce.com/s/articleView?id=sf.matching_rules_standard_rules.htm
 */
export const STANDARD_MATCHING_RULES: readonly MatchingRule[] = [
  standardRule(
    'Account',
    'Standard_Account_Match_Rule_v1_0',
    '(1 AND 2) OR (1 AND 3 AND 4) OR (1 AND 5) OR (1 AND 6) OR (7 AND 6) OR (7 AND 2)',
    [
      item('Name', 'CompanyName'),
      item('BillingStreet', 'Street'),
      item('BillingCity', 'City'),
      item('BillingState', 'Exact'),
      item('BillingPostalCode', 'Zip'),
      item('Phone', 'Phone'),
      item('Website', 'Exact'),
    ],
  ),
  standardRule(
    'Contact',
    'Standard_Contact_Match_Rule_v1_1',
    PERSON_LOGIC,
    personItems('Account.Name', 'Mailing'),
  ),
  standardRule('Lead', 'Standard_Lead_Match_Rule_v1_0', PERSON_LOGIC, personItems('Company', '')),
];
