import type { FieldValue } from '../../core';
import { UnsupportedFeatureError } from '../../core';
import type { Field, FieldType } from '../../schema';
import { Schema } from '../../schema';
import { compileFormula } from '../compile-formula';
import { FormulaError } from '../errors';
import type { BlankHandling, FormulaEnvironment, FormulaRecord, FormulaScope } from '../types';
import type { CaseFieldDetails, CaseRecord, CaseWorld, FormulaCase } from './case';
import { fieldDefinition, objectDefinition } from './field-definition';

/** What a case gave: a value, or an error with its message and position. */
export type CaseOutcome = { readonly value: FieldValue } | { readonly error: string; readonly at?: string };

/** When a case runs that does not say. */
export const CASE_NOW = '2026-11-22T11:01:25.000Z';

/** The schema that a world of cases describes. */
export function worldSchema(world: CaseWorld): Schema {
  return new Schema(
    Object.entries(world.objects).map(([name, { keyPrefix, fields }]) =>
      objectDefinition(
        name,
        keyPrefix,
        Object.entries(fields).map(([field, details]) => fieldOf(field, details)),
      ),
    ),
  );
}

/** Compiles and runs a case in one blank mode. */
export function runCase(
  formulaCase: FormulaCase,
  blankHandling: BlankHandling,
  schema: Schema,
  world: CaseWorld,
): CaseOutcome {
  const { formula, on = 'Opportunity', as = 'validationRule', returns } = formulaCase;
  const scope: FormulaScope = {
    schema,
    objectName: on,
    usage: as,
    blankHandling,
    ...(returns ? { returnType: returns } : {}),
    globalType: (path) => world.globals[path.join('.')]?.[0],
  };
  try {
    return { value: compileFormula(formula, scope).evaluate(environmentOf(formulaCase, on, world)) };
  } catch (error) {
    if (error instanceof UnsupportedFeatureError) return { error: error.message };
    if (!(error instanceof FormulaError)) throw error;
    const { message, position } = error;
    return position ? { error: message, at: `${position.line}:${position.column}` } : { error: message };
  }
}

function environmentOf(formulaCase: FormulaCase, objectName: string, world: CaseWorld): FormulaEnvironment {
  const { record = {}, prior, isNew = false, isClone = false, timeZone = 'GMT', now = CASE_NOW } = formulaCase;
  return {
    record: recordOf(record, objectName),
    prior: prior ? recordOf({ ...record, ...prior }, objectName) : null,
    isNew,
    isClone,
    nowMs: Date.parse(now),
    timeZone,
    global: (path) => world.globals[path.join('.')]?.[1] ?? null,
    lookup: (object, resultField, keyField, key) =>
      world.lookups[object]?.find((row) => row[keyField] === key)?.[resultField] ?? null,
  };
}

function recordOf(values: CaseRecord, objectName: string): FormulaRecord {
  return {
    objectName,
    get(name) {
      const value = values[name] ?? null;
      return typeof value === 'object' ? null : value;
    },
    parent(name) {
      const parent = values[name] ?? null;
      if (typeof parent !== 'object' || parent === null) return null;
      return recordOf(parent, String(parent['$object'] ?? name));
    },
  };
}

function fieldOf(name: string, details: string | CaseFieldDetails): Field {
  if (typeof details === 'string') return fieldDefinition(name, details as FieldType);
  const { type, to, as, length, html } = details;
  return fieldDefinition(name, type as FieldType, {
    ...(length === undefined ? {} : { length }),
    ...(html ? { htmlFormatted: true, formula: { expression: 'BR()', treatBlanksAs: 'BlankAsBlank' } } : {}),
    ...(to
      ? {
          relationship: {
            kind: 'lookup',
            referenceTo: to,
            relationshipName: as ?? null,
            childRelationshipName: null,
            onDelete: 'SetNull',
          },
        }
      : {}),
  });
}
