import type { Component } from '../component';
import { childName } from '../component';
import type { ComponentProblem } from './component-problem';

/** How components of a type may be named. */
interface NameRule {
  /** What the name is called in messages: `Object Name`. */
  readonly term: string;
  readonly maxLength: number;
  /** Endings the name may have and that do not count: `__c`. */
  readonly suffixes?: readonly string[];
}

/**
 * Developer names by type. Lengths do not count a suffix.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/metadata.htm (fullName)
 */
const NAME_RULES: Readonly<Record<string, NameRule>> = {
  CustomObject: { term: 'Object Name', maxLength: 40, suffixes: ['__c', '__mdt', '__e', '__b', '__x'] },
  CustomField: { term: 'Field Name', maxLength: 40, suffixes: ['__c', '__pc'] },
  ValidationRule: { term: 'Rule Name', maxLength: 40 },
  RecordType: { term: 'Record Type Name', maxLength: 80 },
  BusinessProcess: { term: 'Business Process Name', maxLength: 80 },
  ListView: { term: 'View Unique Name', maxLength: 80 },
  CompactLayout: { term: 'Name', maxLength: 80 },
  FieldSet: { term: 'Field Set Name', maxLength: 80 },
  CustomLabel: { term: 'Name', maxLength: 80 },
  CustomPermission: { term: 'Name', maxLength: 80 },
  PermissionSet: { term: 'API Name', maxLength: 80 },
  PermissionSetGroup: { term: 'API Name', maxLength: 80 },
  Role: { term: 'Role Name', maxLength: 80 },
  Group: { term: 'Group Name', maxLength: 80 },
  Queue: { term: 'Queue Name', maxLength: 80 },
  GlobalValueSet: { term: 'Name', maxLength: 80 },
  CustomApplication: { term: 'Developer Name', maxLength: 80 },
  ExternalClientApplication: { term: 'Name', maxLength: 80 },
};

/** Names the platform itself gives, which break its own rules. */
const NAMES_OF_THE_PLATFORM = /^(standard__\w+|standard-\w+|.* .*)$/;

/** Namespaces of components that come with every org, and that a package may change. */
const NAMESPACES_OF_THE_PLATFORM: ReadonlySet<string> = new Set(['sfdcInternalInt']);

/** Checks a component's developer name: characters, underscores, length. Standard names pass. */
export function nameProblems(component: Component): ComponentProblem[] {
  const rule = NAME_RULES[component.type];
  if (!rule) return [];
  const full = component.type === 'CustomObject' ? component.fullName : childName(component.fullName);
  if (component.type === 'CustomApplication' && NAMES_OF_THE_PLATFORM.test(full)) return [];
  if (component.type === 'BusinessProcess') return lengthProblems(full, rule.maxLength);
  const suffix = rule.suffixes?.find((candidate) => full.toLowerCase().endsWith(candidate));
  const [, namespace, name = ''] =
    /^(?:([A-Za-z]\w*?)__)?(.*)$/.exec(suffix ? full.slice(0, -suffix.length) : full) ?? [];
  if (namespace !== undefined && !NAMESPACES_OF_THE_PLATFORM.has(namespace)) {
    return [
      {
        message:
          `Cannot create a new component with the namespace: ${namespace}.  Only components in the same namespace as ` +
          'the organization can be created through the API',
      },
    ];
  }
  if (!/^[A-Za-z](?:_?[A-Za-z0-9])*$/.test(name)) {
    return [
      {
        message:
          `The ${rule.term} field can only contain underscores and alphanumeric characters. It must be unique, begin ` +
          'with a letter, not include spaces, not end with an underscore, and not contain two consecutive underscores.',
      },
    ];
  }
  return lengthProblems(name, rule.maxLength);
}

function lengthProblems(name: string, maxLength: number): ComponentProblem[] {
  if (name.length <= maxLength) return [];
  return [{ message: `Value too long for field: fullName maximum length is:${maxLength}` }];
}
