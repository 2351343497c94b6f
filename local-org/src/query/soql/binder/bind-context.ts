import type { ApiError } from '../../../core';
import type { Field, Schema, SObjectType } from '../../../schema';
import { quoteName } from '../../../storage';
import type { FormulaColumn } from '../formula-columns';
import { queryError, type QueryErrorCode } from '../syntax/query-error';
import type { AccessRequirement, Source } from './bound';

/** A name of a query that its object, or the org, does not have. */
export interface MissingName {
  readonly kind: 'object' | 'field' | 'parent' | 'children';
  readonly name: string;
  /** The object that lacks it; empty when it is an object itself. */
  readonly objectName: string;
}

/** What binding asks about objects and fields. */
export interface BindSettings {
  /** Whether FIELDS() may expand to a field. */
  canRead(objectName: string, fieldName: string): boolean;
  /** Whether an object's rows come from the org itself. */
  isVirtual(objectName: string): boolean;
  /** How a formula field is computed; not asked for when the statement is only checked. */
  formulaColumn?(type: SObjectType, field: Field): FormulaColumn;
  /** What to say instead of the platform's error about a name that is not there; undefined to leave it at that. */
  missing?(name: MissingName): Error | undefined;
}

/** The temporary table for rows that the org supplies itself. */
export function virtualTable(objectName: string): string {
  return `temp.${quoteName(`_virtual_${objectName}`)}`;
}

/** What all parts of one statement share while it is bound. */
export class BindContext {
  readonly requirements: AccessRequirement[] = [];
  readonly virtualObjects = new Map<string, SObjectType>();
  semiJoins = 0;
  private sources = 0;
  private readonly required = new Set<string>();

  constructor(
    readonly text: string,
    readonly schema: Schema,
    readonly settings: BindSettings,
  ) {}

  /** The error about a name that is not there, in the platform's words unless the settings have better ones. */
  missing(name: MissingName, usual: ApiError): Error {
    return this.settings.missing?.(name) ?? usual;
  }

  error(code: QueryErrorCode, offset: number, message: string): ApiError {
    return queryError(code, this.text, offset, message);
  }

  /** A new table of the statement. */
  newSource(type: SObjectType, join: Source['join']): Source {
    return { alias: `t${this.sources++}`, type, table: this.tableOf(type), join };
  }

  /** How a field is computed when it is a formula field. */
  formulaColumn(type: SObjectType, field: Field): FormulaColumn | undefined {
    return field.formula && this.settings.formulaColumn?.(type, field);
  }

  /** The table of an object: a temporary one when its rows come from the org itself. */
  tableOf(type: SObjectType): string {
    if (!this.settings.isVirtual(type.name)) return quoteName(type.name);
    this.virtualObjects.set(type.name, type);
    return virtualTable(type.name);
  }

  requireObject(type: SObjectType, denied: () => ApiError): void {
    this.require(type.name, null, denied);
  }

  requireField(type: SObjectType, field: Field, offset: number): void {
    this.require(type.name, field.name, () => this.noSuchColumn(type.name, field.name, offset));
  }

  noSuchColumn(objectName: string, fieldName: string, offset: number): ApiError {
    return this.error(
      'INVALID_FIELD',
      offset,
      `No such column '${fieldName}' on entity '${objectName}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
    );
  }

  private require(objectName: string, fieldName: string | null, denied: () => ApiError): void {
    const key = `${objectName}.${fieldName ?? ''}`;
    if (this.required.has(key)) return;
    this.required.add(key);
    this.requirements.push({ objectName, fieldName, denied });
  }
}
