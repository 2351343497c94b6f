import {
  makeField,
  NO_CAPABILITIES,
  SObjectType,
  type Field,
  type FieldType,
  type Schema,
} from '../../../schema';
import type { ApexType, ClassApexType } from '../../types/apex-type';
import type { VariableSymbol } from '../../types/symbols';

/** Marks names of classes among names of objects; no object's name has a colon. */
const CLASS_PREFIX = 'class:';

/** Types of fields by types of Apex that formulas compute with. */
const FIELD_TYPES: Readonly<Record<string, FieldType>> = {
  String: 'string',
  Id: 'id',
  Boolean: 'boolean',
  Integer: 'int',
  Long: 'long',
  Double: 'double',
  Decimal: 'double',
  Date: 'date',
  Datetime: 'datetime',
  Time: 'time',
};

/** What formulas are compiled against: objects by name. */
export type FormulaSchema = Pick<Schema, 'find'>;

/** The name under which a {@link schemaWithClasses} knows the type of a context object. */
export function contextNameOf(type: ApexType): string {
  return type.kind === 'class' ? `${CLASS_PREFIX}${type.symbol.qualifiedName}` : type.name;
}

/** Whether formulas may work on objects of a type: records, and objects of global classes of users. */
export function isFormulaContext(type: ApexType): boolean {
  return type.kind === 'sobject' ? type.objectName !== null : type.kind === 'class' && isGlobalClass(type);
}

function isGlobalClass({ symbol }: ClassApexType): boolean {
  return symbol.origin === 'user' && symbol.kind === 'class' && symbol.access === 'global';
}

/**
 * The objects of an org, and classes of users as if they were objects: global variables of simple types are fields,
 * those that hold records or objects of global classes are parents.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_formulaeval.htm
 */
export function schemaWithClasses(
  schema: Schema,
  findClass: (qualifiedName: string) => ApexType | undefined,
): FormulaSchema {
  return {
    find(name) {
      if (!name.startsWith(CLASS_PREFIX)) return schema.find(name);
      const type = findClass(name.slice(CLASS_PREFIX.length));
      return type?.kind === 'class' ? objectOf(type) : undefined;
    },
  };
}

const objects = new WeakMap<ClassApexType, SObjectType>();

function objectOf(type: ClassApexType): SObjectType {
  let object = objects.get(type);
  if (!object) {
    const name = contextNameOf(type);
    const definition = {
      ...({ name, label: name, labelPlural: name, kind: 'custom', custom: true, keyPrefix: null } as const),
      ...({ sharingModel: 'ReadWrite', recordTypes: [], validationRules: [] } as const),
      capabilities: NO_CAPABILITIES,
      fields: readableVariables(type).flatMap((variable) => fieldOf(variable) ?? []),
    };
    objects.set(type, (object = new SObjectType(definition, [])));
  }
  return object;
}

/** Global variables that can be read, those of superclasses included. */
export function readableVariables({ symbol }: ClassApexType): VariableSymbol[] {
  const own = symbol.variables.filter(
    ({ access, isStatic, property }) =>
      access === 'global' && !isStatic && (property === null || property.getter?.access === 'global'),
  );
  return symbol.superclass ? [...readableVariables(symbol.superclass), ...own] : own;
}

function fieldOf({ name, type }: VariableSymbol): Field | undefined {
  const fieldType = FIELD_TYPES[type.name];
  if (type.kind === 'class' && fieldType) return makeField({ name, label: name, type: fieldType });
  if (!isFormulaContext(type)) return undefined;
  return makeField({
    name,
    label: name,
    type: 'reference',
    relationship: {
      kind: 'lookup',
      referenceTo: [contextNameOf(type)],
      relationshipName: name,
      childRelationshipName: null,
      onDelete: 'SetNull',
    },
  });
}
