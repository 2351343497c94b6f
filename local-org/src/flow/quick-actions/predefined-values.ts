import { formatDate, type FieldValue, type RecordValues } from '../../core';
import { asFieldValue, formulaResultTypeOf, type FormulaSource, type RunningUser } from '../../execution';
import { FormulaError } from '../../formula';
import type { Field, SObjectType } from '../../schema';
import type { ActionServices } from '../actions/create-flow-actions';
import type { FieldOverride, QuickAction } from './quick-action';

/** The record that a quick action starts from. */
export interface QuickActionContext {
  readonly type: SObjectType;
  readonly values: Readonly<RecordValues>;
}

type StandardValues = (type: SObjectType, today: string) => RecordValues;

/**
 * Values that a type of quick action brings with it.
 *
 * UNVERIFIED: subject and date of a logged call, whose status is that of a completed task.
 */
const STANDARD_VALUES: Readonly<Record<string, StandardValues>> = {
  LogACall: (type, today) => ({
    Subject: 'Call',
    TaskSubtype: 'Call',
    Status: type.field('Status')?.picklist?.values.find(({ closed }) => closed)?.value ?? null,
    ActivityDate: today,
  }),
};

const NUMBERS: ReadonlySet<string> = new Set(['int', 'long', 'double', 'currency', 'percent']);

/**
 * What a quick action fills in by itself: what its type brings, predefined values, the record type, and the reference
 * to the record that it starts from.
 *
 * `{ StageName: 'Qualification', AccountId: '001...' }`
 * @see https://help.salesforce.com/s/articleView?id=platform.predefined_field_values.htm
 */
export function predefinedValues(
  services: ActionServices,
  user: RunningUser,
  action: QuickAction,
  type: SObjectType,
  context: QuickActionContext | null,
): RecordValues {
  const today = formatDate(services.clock.now());
  const values: RecordValues = { ...STANDARD_VALUES[action.type]?.(type, today) };
  for (const override of action.overrides) {
    const field = type.field(override.field);
    if (field) values[field.name] = overrideValue(services, user, { action, override, field, context });
  }
  const recordTypeId = recordTypeOf(services, action, type);
  if (recordTypeId !== null) values['RecordTypeId'] = recordTypeId;
  const parent = context && action.type !== 'Update' ? parentFieldOf(action, type, context.type) : undefined;
  if (parent && context) values[parent.name] = context.values['Id'] ?? null;
  return values;
}

/** A predefined value of one field, and what it is worked out from. */
interface OverrideSubject {
  readonly action: QuickAction;
  readonly override: FieldOverride;
  readonly field: Field;
  readonly context: QuickActionContext | null;
}

function overrideValue(
  services: ActionServices,
  user: RunningUser,
  { action, override, field, context }: OverrideSubject,
): FieldValue {
  const { literalValue, formula } = override;
  if (formula === null) return literalValue === null ? null : literal(field, literalValue);
  // Without a record the formula still needs an object whose fields it may name; a global action's reads globals only.
  const type = context?.type ?? services.schema().find(action.objectName ?? 'User');
  if (!type) return null;
  const session = services.formulas.open(user);
  const source = overrideFormula(type.name, formula, field);
  const compiled = services.formulas.services.compiler.compile(session.schema, source);
  const values = context?.values ?? {};
  try {
    return asFieldValue(field, session.evaluate(compiled, { type, values, prior: null, isNew: false }));
  } catch (error) {
    // As everywhere, a formula that fails on a record leaves the field empty.
    if (error instanceof FormulaError) return null;
    throw error;
  }
}

/** A predefined value's formula over records of an object, as the compiler takes it. */
export function overrideFormula(objectName: string, formula: string, field: Field): FormulaSource {
  return {
    objectName,
    expression: withoutObject(formula, objectName),
    usage: 'rule',
    blankHandling: 'BlankAsBlank',
    returnType: formulaResultTypeOf(field),
  };
}

/**
 * Predefined values name fields of the record with its object in front: `Account.Phone` on an account.
 *
 * UNVERIFIED: fields without the object in front are read too.
 */
function withoutObject(formula: string, objectName: string): string {
  const pattern = new RegExp(
    `"(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*'|(?<![\\w.$])${objectName}\\.`,
    'gi',
  );
  return formula.replace(pattern, (found) => (/^["']/.test(found) ? found : ''));
}

function literal(field: Field, text: string): FieldValue {
  if (field.type === 'boolean') return /^(?:1|true)$/i.test(text);
  return NUMBERS.has(field.type) ? Number(text) : text;
}

function recordTypeOf(
  { store }: ActionServices,
  { targetRecordType }: QuickAction,
  type: SObjectType,
): string | null {
  if (targetRecordType === null) return null;
  const row = store
    .prepare('SELECT "Id" AS id FROM "RecordType" WHERE "SobjectType" = ? AND "DeveloperName" = ?')
    .get(type.name, targetRecordType.slice(targetRecordType.indexOf('.') + 1));
  return (row as { id: string } | undefined)?.id ?? null;
}

/** The reference to the parent: the one that the action names, or the first that may point to such a record. */
export function parentFieldOf(
  action: QuickAction,
  type: SObjectType,
  parent: SObjectType,
): Field | undefined {
  const named = action.targetParentField;
  if (named !== null) return type.field(named) ?? type.parentField(named) ?? type.field(`${named}Id`);
  return type.fields.find((field) => field.relationship?.referenceTo.includes(parent.name));
}
