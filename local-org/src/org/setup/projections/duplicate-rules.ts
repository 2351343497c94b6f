import { booleanOf, childName, parentName, textOf } from '../../../metadata';
import { syncSetupRows } from '../setup-rows';
import type { Projection } from './projection';

/** Duplicate and matching rules as records, which duplicate record sets refer to. */
export const projectDuplicateRules: Projection = ({ target, components }) => {
  syncSetupRows(target, {
    objectName: 'DuplicateRule',
    key: ['SobjectType', 'DeveloperName'],
    rows: components.all('DuplicateRule').map(({ fullName, content }) => ({
      DeveloperName: childName(fullName),
      SobjectType: parentName(fullName),
      MasterLabel: textOf(content, 'masterLabel') ?? fullName,
      Language: 'en_US',
      IsActive: booleanOf(content, 'isActive'),
    })),
  });
  syncSetupRows(target, {
    objectName: 'MatchingRule',
    key: ['SobjectType', 'DeveloperName'],
    rows: components.all('MatchingRule').map(({ fullName, content }) => ({
      DeveloperName: childName(fullName),
      SobjectType: parentName(fullName),
      MasterLabel: textOf(content, 'label') ?? fullName,
      Language: 'en_US',
      BooleanFilter: textOf(content, 'booleanFilter') ?? null,
      Description: textOf(content, 'description') ?? null,
      RuleStatus: textOf(content, 'ruleStatus') ?? 'Inactive',
    })),
  });
};
