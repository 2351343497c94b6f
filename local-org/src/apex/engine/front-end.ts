import type { Schema } from '../../schema';
import { interviewClassNamed } from '../library/invocable/flow-interview';
import { librarySignature, PLATFORM_CLASSES } from '../library/registry';
import { bindUnit } from '../semantics/bodies/bind-unit';
import type { BoundUnit } from '../semantics/bound';
import { createQueryCheck } from '../semantics/check-soql';
import type { CompileProblem } from '../semantics/compile-error';
import { declareBlock, declareUnits, type Declaration } from '../semantics/declare-units';
import type { SourceUnit } from '../semantics/declared-unit';
import { createRecordSchema } from '../semantics/record-schema';
import { TypeScope } from '../semantics/type-scope';
import type { ParseResult } from '../syntax/parse-apex';
import type { SourceKind } from '../syntax/source-limits';
import type { SyntaxCache } from '../syntax/syntax-cache';
import type { ApexTypes } from '../types/apex-types';
import { createApexTypes } from '../types/create-apex-types';
import { withinNesting } from './nesting-problem';
import { unitKey, type ApexSource } from './apex-source';

/** The declarations of all sources of an org. */
export interface Declared {
  /** All types, those of the sources included. */
  readonly types: ApexTypes;
  /** By key of the source; sources with faults of syntax are missing. */
  readonly units: ReadonlyMap<string, Declaration>;
  /** Faults of syntax, by key of the source. */
  readonly faults: ReadonlyMap<string, readonly CompileProblem[]>;
}

/** A bound tree, and what is wrong with its source. */
export interface BindResult {
  /** Null when there are problems. */
  readonly bound: BoundUnit | null;
  readonly problems: readonly CompileProblem[];
}

/** Turns sources into bound trees, against one schema. */
export class FrontEnd {
  private readonly platformTypes: ApexTypes;

  constructor(
    private readonly schema: Schema,
    private readonly syntax: SyntaxCache,
    private readonly flowNames: readonly string[],
  ) {
    const flows = new Map(flowNames.map((name) => [name.toLowerCase(), name]));
    this.platformTypes = createApexTypes({
      library: PLATFORM_CLASSES,
      schema: () => schema,
      deployedClass: (name) => interviewClassNamed(name, flows),
    });
  }

  /** Reads all sources and their declarations. */
  declare(sources: readonly ApexSource[]): Declared {
    const faults = new Map<string, readonly CompileProblem[]>();
    const parsed = new Map<string, SourceUnit>();
    for (const source of sources) {
      const { unit, problems } = this.parse(source.kind, source.body);
      if (unit) parsed.set(unitKey(source), { name: source.name, apiVersion: source.apiVersion, unit });
      else faults.set(unitKey(source), problems);
    }
    const classes = [...parsed].filter(([, { unit }]) => unit.kind === 'type');
    const { types, units } = declareUnits(
      classes.map(([, source]) => source),
      this.platformTypes,
    );
    const declarations = new Map<string, Declaration>();
    classes.forEach(([key], i) => {
      const declaration = units[i];
      if (declaration) declarations.set(key, declaration);
    });
    const records = createRecordSchema(this.schema, types);
    for (const [key, source] of parsed) {
      if (source.unit.kind !== 'type') declarations.set(key, declareBlock(source, types, records));
    }
    return { types, units: declarations, faults };
  }

  /** Binds the bodies of a unit, also when its declarations have faults: all of them are told at once. */
  bind(declaration: Declaration, types: ApexTypes): BindResult {
    const { declared, problems } = declaration;
    const bind = (): BindResult => {
      const bound = bindUnit({
        types,
        declared,
        problems,
        records: createRecordSchema(this.schema, types),
        queries: createQueryCheck(this.schema, types),
        scopeOf: (owner) => new TypeScope(types, owner, problems, declared.localTypes),
      });
      return { bound: problems.all.length > 0 ? null : bound, problems: problems.all };
    };
    return withinNesting(bind, (problem) => ({ bound: null, problems: [problem] }));
  }

  private parse(kind: SourceKind, body: string): ParseResult {
    return withinNesting(
      () => this.syntax.parse(kind, body),
      (problem) => ({ unit: null, problems: [problem] }),
    );
  }

  /** Parses, declares and binds an anonymous block. */
  bindAnonymous(body: string, apiVersion: number, types: ApexTypes): BindResult {
    const { unit, problems } = this.parse('anonymous', body);
    if (!unit) return { bound: null, problems };
    const records = createRecordSchema(this.schema, types);
    return this.bind(declareBlock({ name: 'anon', apiVersion, unit }, types, records), types);
  }

  /** A text that changes when the library does, names or types of fields, or names of flows. */
  platformSignature(): string {
    const objects = [...this.schema.all()].map(({ name, fields }) =>
      [name, ...fields.map((field) => `${field.name}:${field.type}`)].join(','),
    );
    return [librarySignature(), objects.join(';'), this.flowNames.join(';')].join('\n');
  }
}
