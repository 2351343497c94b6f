import type { Access } from '../types/symbols';
import type { ElementKind } from './element-kind';

/** Where a modifier may stand. */
export interface ModifierRule {
  /** As messages write it. */
  readonly display: string;
  readonly on: readonly ElementKind[];
  /** What has it without saying so. */
  readonly byDefaultOn?: readonly ElementKind[];
  /** Only in types that are deployed by themselves. */
  readonly topLevelOnly?: boolean;
}

const TYPES: readonly ElementKind[] = ['classes', 'interfaces', 'enums'];
const MEMBERS: readonly ElementKind[] = ['fields', 'properties', 'methods', 'constructors'];

/** By the modifier in lower case. */
export const MODIFIER_RULES: Readonly<Record<string, ModifierRule>> = {
  global: { display: 'global', on: [...TYPES, ...MEMBERS] },
  public: { display: 'public', on: [...TYPES, ...MEMBERS] },
  protected: { display: 'protected', on: MEMBERS },
  private: { display: 'private', on: [...TYPES, ...MEMBERS] },
  static: { display: 'static', on: ['fields', 'properties', 'methods'], topLevelOnly: true },
  final: {
    display: 'final',
    on: ['fields', 'properties', 'parameters', 'locals'],
    byDefaultOn: ['classes', 'methods'],
  },
  abstract: { display: 'abstract', on: ['classes', 'methods'] },
  virtual: { display: 'virtual', on: ['classes', 'interfaces', 'methods'] },
  override: { display: 'override', on: ['methods'] },
  transient: { display: 'transient', on: ['fields', 'properties', 'locals'] },
  testmethod: { display: 'testMethod', on: ['methods'] },
  webservice: { display: 'webService', on: ['fields', 'properties', 'methods'] },
  'with sharing': { display: 'withSharing', on: ['classes'] },
  'without sharing': { display: 'withoutSharing', on: ['classes'] },
  'inherited sharing': { display: 'inheritedSharing', on: ['classes'] },
};

/** Access modifiers from the narrowest to the widest. */
export const ACCESS_ORDER: readonly Access[] = ['private', 'protected', 'public', 'global'];

/** Whether one access opens less than another. */
export function isNarrower(access: Access, than: Access): boolean {
  return ACCESS_ORDER.indexOf(access) < ACCESS_ORDER.indexOf(than);
}

/** The access that modifiers say; `private` when none does. Web services are global. */
export function accessOf(modifiers: readonly string[], otherwise: Access = 'private'): Access {
  if (modifiers.includes('webservice')) return 'global';
  return ACCESS_ORDER.find((access) => modifiers.includes(access)) ?? otherwise;
}
