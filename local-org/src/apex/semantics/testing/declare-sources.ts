import { Schema, standardObjects } from '../../../schema';
import { parseAnonymous, parseClass, parseTrigger, type ParseResult } from '../../syntax/parse-apex';
import type { ApexType } from '../../types/apex-type';
import type { ApexTypes } from '../../types/apex-types';
import { createApexTypes } from '../../types/create-apex-types';
import type { TypeSymbol } from '../../types/symbols';
import { SMALL_LIBRARY } from '../../types/testing/small-library';
import type { CompileProblems } from '../compile-error';
import { declareBlock, declareUnits, type Declaration } from '../declare-units';
import type { SourceUnit } from '../declared-unit';
import { createRecordSchema } from '../record-schema';

let schema: Schema | undefined;

/** The standard objects. */
export function standardSchema(): Schema {
  schema ??= new Schema(standardObjects());
  return schema;
}

/** Types of the small library and the standard objects. */
export function smallTypes(): ApexTypes {
  return createApexTypes({ library: SMALL_LIBRARY, schema: standardSchema });
}

/** Sources of classes as declared together. */
export interface DeclaredSources {
  readonly types: ApexTypes;
  readonly units: readonly Declaration[];
  /** `2: Duplicate field: x`, of all sources. */
  readonly problems: readonly string[];
  symbol(name: string): TypeSymbol;
  /** @throws Error for a name that means nothing */
  type(name: string): ApexType;
}

/** Declares classes; each text is one source. */
export function declareSources(texts: readonly string[], apiVersion = 67): DeclaredSources {
  const { types, units } = declareUnits(
    texts.map((text) => sourceOf(parseClass(text), apiVersion)),
    smallTypes(),
  );
  const found = <T>(value: T | undefined, name: string): T => {
    if (value === undefined) throw new Error(`No type ${name}`);
    return value;
  };
  return {
    types,
    units,
    problems: units.flatMap(({ problems }) => linesOf(problems)),
    symbol: (name) => found(types.symbol(name), name),
    type: (name) => found(types.find(name), name),
  };
}

/** Declares what is in a trigger (`trigger ...`) or an anonymous block. */
export function declareBlockSource(text: string, types: ApexTypes = smallTypes()): Declaration {
  const parsed = /^\s*trigger\b/i.test(text) ? parseTrigger(text) : parseAnonymous(text);
  return declareBlock(sourceOf(parsed, 67), types, createRecordSchema(standardSchema(), types));
}

/** `2: Duplicate field: x`. */
export function linesOf(problems: CompileProblems): string[] {
  return problems.all.map(({ line, message }) => `${line}: ${message}`);
}

function sourceOf({ unit, problems }: ParseResult, apiVersion: number): SourceUnit {
  if (!unit) throw new Error(problems.map(({ message }) => message).join('\n'));
  const name = unit.kind === 'anonymous' ? 'anon' : unit.declaration.name.text;
  return { name, apiVersion, unit };
}
