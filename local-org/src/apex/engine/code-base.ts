import { createHash } from 'node:crypto';
import { generateUnit } from '../codegen/generate-unit';
import type { GenerateOptions } from '../codegen/unit-scope';
import type { GeneratedUnit, LocalTypes } from '../codegen/link-entry';
import type { CompileProblem } from '../semantics/compile-error';
import type { TriggerEventName } from '../syntax/ast';
import type { ApexTypes } from '../types/apex-types';
import type { TypeSymbol } from '../types/symbols';
import { unitKey, type ApexSource } from './apex-source';
import type { BindResult, Declared, FrontEnd } from './front-end';
import { signatureText } from './signature-text';
import { InvalidUnitError } from './invalid-unit-error';
import { withinNesting } from './nesting-problem';
import type { GeneratedCache } from './generated-cache';

/** Code that can be linked. */
export interface CompiledUnit {
  readonly unit: GeneratedUnit;
  /** What only this unit knows; null for classes, whose types all units know. */
  readonly local: LocalTypes | null;
}

/** What is wrong with one class or trigger. */
export interface UnitProblems {
  readonly source: ApexSource;
  readonly problems: readonly CompileProblem[];
}

/** What a code base is made with. */
export interface CodeBaseOptions {
  readonly sources: readonly ApexSource[];
  readonly frontEnd: FrontEnd;
  readonly cache: GeneratedCache;
}

/**
 * The classes and triggers of an org at one moment. All declarations are read at once, bodies only when they are needed.
 */
export class CodeBase {
  private readonly declared: Declared;
  private readonly sourcesByUnit: ReadonlyMap<string, ApexSource>;
  private readonly bound = new Map<string, BindResult>();
  private readonly generated = new Map<string, CompiledUnit>();
  private signatureHash: string | null = null;
  private triggerNames: ReadonlyMap<string, readonly string[]> | null = null;

  constructor(private readonly options: CodeBaseOptions) {
    this.declared = options.frontEnd.declare(options.sources);
    this.sourcesByUnit = new Map(options.sources.map((source) => [unitKey(source), source]));
  }

  get sources(): readonly ApexSource[] {
    return this.options.sources;
  }

  /** All types, those of the code included. */
  get types(): ApexTypes {
    return this.declared.types;
  }

  /** The top-level types of the classes. */
  get classes(): readonly TypeSymbol[] {
    return [...this.declared.units.values()]
      .filter(({ declared }) => declared.kind === 'type')
      .map(({ declared }) => declared.owner);
  }

  /** Names of the active triggers of an object on an event, in order. */
  triggersOn(objectName: string, event: TriggerEventName): readonly string[] {
    this.triggerNames ??= this.indexTriggers();
    return this.triggerNames.get(`${objectName.toLowerCase()} ${event}`) ?? [];
  }

  private indexTriggers(): Map<string, string[]> {
    const index = new Map<string, string[]>();
    for (const source of this.sources) {
      const unit = this.declared.units.get(unitKey(source))?.declared.unit;
      if (unit?.kind !== 'trigger' || !source.active) continue;
      const { objectName, events } = unit.declaration;
      for (const event of events) {
        const key = `${objectName.text.toLowerCase()} ${event}`;
        index.set(key, [...(index.get(key) ?? []), source.name].sort());
      }
    }
    return index;
  }

  /** What is wrong with each of these sources; all their bodies are looked at. */
  check(sources: readonly ApexSource[]): UnitProblems[] {
    return sources.map((source) => ({ source, problems: this.bind(source).problems }));
  }

  /** The unit in which a user's type stands. @throws Error when it does not compile */
  unitOf(typeName: string, options: GenerateOptions): GeneratedUnit | undefined {
    const unitName = this.types.symbol(typeName)?.unitName;
    const source = unitName == null ? undefined : this.sourcesByUnit.get(`class:${unitName.toLowerCase()}`);
    return source && this.generate(source, options).unit;
  }

  /** A trigger that can be linked. */
  trigger(name: string, options: GenerateOptions): CompiledUnit | undefined {
    const source = this.sourcesByUnit.get(`trigger:${name.toLowerCase()}`);
    return source && this.generate(source, options);
  }

  private generate(source: ApexSource, options: GenerateOptions): CompiledUnit {
    const key = `${unitKey(source)} ${options.coverage}`;
    let made = this.generated.get(key);
    if (!made) this.generated.set(key, (made = this.cachedOrNew(source, options)));
    return made;
  }

  private cachedOrNew(source: ApexSource, options: GenerateOptions): CompiledUnit {
    const { cache } = this.options;
    if (source.kind === 'trigger') return this.generateNew(source, options);
    const key = cache.key([
      source.name,
      source.body,
      `${source.apiVersion} ${options.coverage}`,
      this.signatures(),
    ]);
    const kept = cache.find(key);
    if (kept) return { unit: kept, local: null };
    const made = this.generateNew(source, options);
    cache.keep(key, made.unit);
    return made;
  }

  private generateNew(source: ApexSource, options: GenerateOptions): CompiledUnit {
    const { bound, problems } = this.bind(source);
    if (!bound) throw new InvalidUnitError(source, problems);
    const { unit, local } = withinNesting(
      () => generateUnit(bound, options),
      (problem) => {
        throw new InvalidUnitError(source, [problem]);
      },
    );
    return { unit, local: source.kind === 'trigger' ? local : null };
  }

  private bind(source: ApexSource): BindResult {
    const key = unitKey(source);
    const known = this.bound.get(key);
    if (known) return known;
    const declaration = this.declared.units.get(key);
    const result = declaration
      ? this.options.frontEnd.bind(declaration, this.types)
      : { bound: null, problems: this.declared.faults.get(key) ?? [] };
    this.bound.set(key, result);
    return result;
  }

  /** What all texts depend on: the declarations of all types, the library, and the schema. */
  private signatures(): string {
    this.signatureHash ??= createHash('sha256')
      .update(this.options.frontEnd.platformSignature())
      .update(this.classes.map(signatureText).join('\n'))
      .digest('hex');
    return this.signatureHash;
  }

  /** Lines of a class or trigger that count for coverage; empty when it does not compile. */
  coverableLines(source: ApexSource): readonly number[] {
    const { bound } = this.bind(source);
    return bound ? this.generate(source, { coverage: true }).unit.coverableLines : [];
  }

  /** Declares and binds an anonymous block, which sees all classes. */
  anonymous(
    source: string,
    apiVersion: number,
  ): CompiledUnit | { readonly problems: readonly CompileProblem[] } {
    const { frontEnd } = this.options;
    const { bound, problems } = frontEnd.bindAnonymous(source, apiVersion, this.types);
    if (!bound) return { problems };
    return withinNesting<CompiledUnit | { readonly problems: readonly CompileProblem[] }>(
      () => generateUnit(bound, { coverage: false }),
      (problem) => ({ problems: [problem] }),
    );
  }
}
