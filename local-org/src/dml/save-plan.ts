import type { FieldValue, RecordValues } from '../core';
import { formulaResultTypeOf, type FormulaCompiler } from '../execution';
import type { CompiledFormula } from '../formula';
import type { Field, Schema, SObjectType, ValidationRule } from '../schema';
import { isStored } from '../storage';
import { coercerOf, type Coercer } from './field-coercion';
import { compileFilter, type RecordFilter } from './filter-items';
import { rollupPlansOf, type RollupPlan } from './rollup-plan';
import { standardBehaviourOf } from './standard-behaviour/registry';
import type { StandardBehaviour } from './standard-behaviour/standard-behaviour';
import { fieldChecksOf, type FieldCheck } from './validation/field-checks';

/** A field as the save handles it. */
export interface FieldPlan {
  readonly field: Field;
  readonly coerce: Coercer;
  readonly checks: readonly FieldCheck[];
}

export interface FormulaDefault {
  readonly field: Field;
  readonly compiled: CompiledFormula;
}

export interface RulePlan {
  readonly rule: ValidationRule;
  readonly compiled: CompiledFormula;
  /** API names for the error's `fields`. */
  readonly errorFields: readonly string[];
}

export interface ReferencePlan {
  readonly field: Field;
  /** Objects it may point to, by key prefix. Empty when the schema holds none of them. */
  readonly targets: ReadonlyMap<string, SObjectType>;
  readonly filter: RecordFilter | null;
}

export interface DependentPicklistPlan {
  readonly field: Field;
  readonly controllingField: Field;
  /** Controlling values by dependent value; a value that is absent depends on nothing. */
  readonly validFor: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Everything about an object that its saves need, worked out once per schema. */
export interface SavePlan {
  readonly type: SObjectType;
  /** All stored fields without values: null, and false for checkboxes. */
  readonly template: Readonly<RecordValues>;
  /** Fields by name, exact or in lower case. */
  readonly fields: ReadonlyMap<string, FieldPlan>;
  readonly required: readonly Field[];
  readonly checked: readonly FieldPlan[];
  readonly literalDefaults: readonly { readonly name: string; readonly value: FieldValue }[];
  readonly formulaDefaults: readonly FormulaDefault[];
  readonly references: readonly ReferencePlan[];
  readonly uniques: readonly Field[];
  readonly autoNumbers: readonly Field[];
  readonly geolocations: readonly { readonly latitude: Field; readonly longitude: Field }[];
  readonly dependentPicklists: readonly DependentPicklistPlan[];
  readonly rules: readonly RulePlan[];
  /** Parents that rules read, by reference field: read together for a chunk. */
  readonly parentsInRules: readonly ReferencePlan[];
  /** Roll-ups of parents that this object's records count in. */
  readonly rollups: readonly RollupPlan[];
  readonly behaviour: StandardBehaviour | undefined;
}

const plans = new WeakMap<SObjectType, SavePlan>();

/** The plan of an object. Types belong to one schema, so a deploy makes fresh plans. */
export function savePlanOf(schema: Schema, type: SObjectType, compiler: FormulaCompiler): SavePlan {
  let plan = plans.get(type);
  if (!plan) plans.set(type, (plan = makePlan(schema, type, compiler)));
  return plan;
}

function makePlan(schema: Schema, type: SObjectType, compiler: FormulaCompiler): SavePlan {
  const stored = type.fields.filter(isStored);
  const fieldPlans = type.fields.map((field) => ({
    field,
    coerce: coercerOf(field),
    checks: fieldChecksOf(field),
  }));
  const references = stored.filter(isCheckedReference).map((field) => referencePlan(schema, field));
  const rules = rulePlans(schema, type, compiler);
  const behaviour = standardBehaviourOf(type.name);
  const filled = new Set(behaviour?.fills);
  return {
    type,
    template: Object.fromEntries(
      stored.map((field) => [field.name, field.type === 'boolean' ? false : null]),
    ),
    fields: new Map(
      fieldPlans.flatMap((plan): [string, FieldPlan][] => [
        [plan.field.name.toLowerCase(), plan],
        [plan.field.name, plan],
      ]),
    ),
    required: stored.filter((field) => isRequired(field) && !filled.has(field.name)),
    checked: fieldPlans.filter((plan) => plan.checks.length > 0 && isStored(plan.field)),
    literalDefaults: stored.flatMap(literalDefault),
    formulaDefaults: stored.flatMap((field) => formulaDefault(schema, type, field, compiler)),
    references,
    uniques: stored.filter((field) => field.unique),
    autoNumbers: stored.filter((field) => field.autoNumber !== undefined),
    geolocations: geolocationsOf(type),
    dependentPicklists: stored.flatMap((field) => dependentPicklist(type, field)),
    rules,
    parentsInRules: references.filter((reference) => isReadBy(rules, reference.field)),
    rollups: rollupPlansOf(schema, type),
    behaviour,
  };
}

/** Must have a value: not nillable, writeable at creation and not filled by the org itself. */
function isRequired(field: Field): boolean {
  return !field.nillable && field.createable && field.type !== 'boolean' && field.autoNumber === undefined;
}

function isCheckedReference(field: Field): boolean {
  return field.type === 'reference' && field.relationship !== undefined && field.name !== 'RecordTypeId';
}

function referencePlan(schema: Schema, field: Field): ReferencePlan {
  const types = (field.relationship?.referenceTo ?? []).flatMap((name) => schema.find(name) ?? []);
  const filter = field.relationship?.lookupFilter;
  return {
    field,
    targets: new Map(
      types.flatMap((type): [string, SObjectType][] =>
        type.definition.keyPrefix ? [[type.definition.keyPrefix, type]] : [],
      ),
    ),
    filter: filter?.active && !filter.optional ? compileFilter(filter.filters, filter.booleanFilter) : null,
  };
}

/** Counts and sums of a record without details are 0. */
const EMPTY_ROLLUPS: Readonly<Record<string, FieldValue>> = { count: 0, sum: 0 };

function literalDefault(field: Field): { name: string; value: FieldValue }[] {
  if (field.rollup) return [{ name: field.name, value: EMPTY_ROLLUPS[field.rollup.operation] ?? null }];
  if (field.defaultFormula !== undefined) return [];
  const picked = field.picklist?.values
    .filter((value) => value.defaultValue && value.active)
    .map((value) => value.value);
  const value = field.defaultValue ?? (picked?.length ? picked.join(';') : undefined);
  return value === undefined || value === null ? [] : [{ name: field.name, value }];
}

function formulaDefault(
  schema: Schema,
  type: SObjectType,
  field: Field,
  compiler: FormulaCompiler,
): FormulaDefault[] {
  if (field.defaultFormula === undefined) return [];
  const compiled = compiler.compile(schema, {
    objectName: type.name,
    expression: field.defaultFormula,
    usage: 'defaultValue',
    blankHandling: 'BlankAsBlank',
    returnType: formulaResultTypeOf(field),
  });
  return [{ field, compiled }];
}

/** @see https://help.salesforce.com/s/articleView?id=sf.fields_about_field_validation.htm */
function rulePlans(schema: Schema, type: SObjectType, compiler: FormulaCompiler): RulePlan[] {
  const active = type.definition.validationRules.filter((rule) => rule.active);
  return active.map((rule) => ({
    rule,
    compiled: compiler.compile(schema, {
      objectName: type.name,
      expression: rule.condition,
      usage: 'validationRule',
      blankHandling: 'BlankAsBlank',
      returnType: 'Boolean',
    }),
    errorFields: rule.errorDisplayField
      ? [type.field(rule.errorDisplayField)?.name ?? rule.errorDisplayField]
      : [],
  }));
}

function isReadBy(rules: readonly RulePlan[], field: Field): boolean {
  const name = field.relationship?.relationshipName;
  return rules.some(({ compiled }) =>
    compiled.references.some((path) => path.length > 1 && path[0]?.split(':')[0] === name),
  );
}

/** A geolocation field has no column; its parts are named after it. */
function geolocationsOf(type: SObjectType): { latitude: Field; longitude: Field }[] {
  return type.fields
    .filter((field) => field.type === 'location')
    .flatMap((field) => {
      const parts = type.fields.filter((part) => part.compoundFieldName === field.name);
      const latitude = parts.find((part) => /latitude/i.test(part.name));
      const longitude = parts.find((part) => /longitude/i.test(part.name));
      return latitude && longitude ? [{ latitude, longitude }] : [];
    });
}

function dependentPicklist(type: SObjectType, field: Field): DependentPicklistPlan[] {
  const controllingField = field.picklist?.controllingField
    ? type.field(field.picklist.controllingField)
    : undefined;
  if (!controllingField || !field.picklist?.restricted) return [];
  const validFor = field.picklist.values.flatMap((value): [string, ReadonlySet<string>][] =>
    value.validFor ? [[value.value, new Set(value.validFor)]] : [],
  );
  return [{ field, controllingField, validFor: new Map(validFor) }];
}
