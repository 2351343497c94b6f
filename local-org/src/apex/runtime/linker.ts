import { Script } from 'node:vm';
import type { GeneratedUnit, LocalTypes, UnitCode } from '../codegen/link-entry';
import { isException } from '../semantics/declare-supertypes';
import type { TypeSymbol } from '../types/symbols';
import type { ApexRuntime } from './apex-runtime';
import { ClassHandle, type InstanceClass } from './class-handle';
import type { Helpers } from './generated-code/helpers';
import { mayDoMuch, measured, type PlatformCode } from './limited-values';
import { makeClass } from './make-class';
import type { Meter } from './meter';
import { resolveLink, symbolOf } from './resolve-link';
import { ApexException } from './values/apex-exception';
import { ApexInstance } from './values/apex-instance';

type UnitFunction = (
  runtime: ApexRuntime,
  meter: Meter,
  helpers: Helpers,
  links: readonly unknown[],
  counters: Uint32Array,
) => UnitCode;

/** What a linker works with. */
export interface LinkerDeps {
  readonly runtime: ApexRuntime;
  readonly meter: Meter;
  readonly helpers: Helpers;
  /** The text of the unit that a user's type stands in; undefined when there is none. */
  unitOf(typeName: string): GeneratedUnit | undefined;
}

/** A unit that can run. */
export interface LinkedUnit {
  /** What a trigger or anonymous block runs. */
  readonly main: (() => void) | null;
  /** How often each line ran, by line; all 0 unless the text counts coverage. */
  readonly counters: Uint32Array;
}

/** Handles of types that only one unit knows, and the types themselves. */
interface Local {
  readonly handles: Map<string, ClassHandle>;
  readonly types: LocalTypes;
}

/**
 * Turns generated units into classes that run. One per state of an org's code: units are linked when they are first
 * used, together with those they refer to.
 */
export class Linker {
  private readonly handles = new Map<string, ClassHandle>();
  private readonly localHandles = new WeakMap<TypeSymbol, ClassHandle>();
  private readonly indexes = new Map<string, number>();
  private readonly linked = new Map<string, LinkedUnit>();
  /** Classes to be made once all units they need are there. */
  private readonly unmade = new Map<ClassHandle, () => void>();
  private depth = 0;

  constructor(private readonly deps: LinkerDeps) {}

  /** The handle of a user's type, ready to use; undefined when there is no such type. */
  findClass(typeName: string): ClassHandle | undefined {
    const known = this.handles.get(typeName.toLowerCase());
    if (known) return known;
    const unit = this.deps.unitOf(typeName);
    if (!unit) return undefined;
    this.link(unit, null);
    return this.handles.get(typeName.toLowerCase());
  }

  /** The same by symbol, which may be one that only a block or trigger knows. */
  classOf(symbol: TypeSymbol): ClassHandle | undefined {
    return this.localHandles.get(symbol) ?? this.findClass(symbol.qualifiedName);
  }

  /** Links a unit that no other refers to: a trigger, or an anonymous block. */
  linkMain(unit: GeneratedUnit, types: LocalTypes): LinkedUnit {
    return this.link(unit, { handles: new Map(), types });
  }

  /**
   * The counters of the units that were linked, by `class:` or `main:` and the unit's name in lower case; a trigger is a
   * main unit.
   */
  counters(): ReadonlyMap<string, Uint32Array> {
    return new Map([...this.linked].map(([key, { counters }]) => [key, counters]));
  }

  /** Links a unit with all that it needs, or nothing when something of it does not compile. */
  private link(unit: GeneratedUnit, local: Local | null): LinkedUnit {
    if (this.depth > 0) return this.linkUnit(unit, local);
    const before = new Set(this.handles.keys());
    this.depth++;
    try {
      const result = this.linkUnit(unit, local);
      for (const make of [...this.unmade.values()]) make();
      return result;
    } catch (error) {
      for (const name of [...this.handles.keys()]) if (!before.has(name)) this.handles.delete(name);
      this.unmade.clear();
      throw error;
    } finally {
      this.depth--;
    }
  }

  private linkUnit(unit: GeneratedUnit, local: Local | null): LinkedUnit {
    const { runtime, meter, helpers } = this.deps;
    // The handles are there before other units are linked: those may refer to them.
    const own = unit.types.map(({ name }) => this.newHandle(name, local));
    const links = unit.links.map((entry) => {
      if (entry.kind === 'class') return this.handle(entry.name, local);
      if (entry.kind === 'staticsIndex') return this.indexOf(entry.name);
      const link = resolveLink(entry, runtime.types, local?.types ?? null);
      return mayDoMuch(entry) ? measured(link as PlatformCode, runtime, meter) : link;
    });
    const counters = new Uint32Array((unit.coverableLines.at(-1) ?? 0) + 1);
    const code = unitFunction(unit)(runtime, meter, helpers, links, counters);
    own.forEach((handle, i) => {
      const typeCode = code.types[i];
      const superclass = unit.types[i]?.superclass ?? null;
      if (!typeCode) return;
      if (superclass) handle.superclass = this.handle(superclass, local);
      const symbol = symbolOf(handle.name, runtime.types, local?.types ?? null);
      if (local) this.localHandles.set(symbol, handle);
      this.unmade.set(handle, () => {
        this.unmade.delete(handle);
        const type = runtime.types.of(symbol);
        makeClass(handle, typeCode, this.superclassOf(handle, symbol), type);
      });
    });
    const result = { main: code.main, counters };
    this.linked.set(`${local ? 'main' : 'class'}:${unit.name.toLowerCase()}`, result);
    return result;
  }

  /** Of the platform's classes that may be extended only exceptions have objects of their own making. */
  private superclassOf({ superclass }: ClassHandle, symbol: TypeSymbol): InstanceClass {
    if (!superclass) return isException(symbol) ? ApexException : ApexInstance;
    this.unmade.get(superclass)?.();
    return superclass.klass;
  }

  private newHandle(name: string, local: Local | null): ClassHandle {
    const handle = new ClassHandle(name, this.indexOf(name));
    (local?.handles ?? this.handles).set(name.toLowerCase(), handle);
    return handle;
  }

  private handle(name: string, local: Local | null): ClassHandle {
    const found = local?.handles.get(name.toLowerCase()) ?? this.findClass(name);
    if (!found) throw new Error(`No code for type ${name}`);
    return found;
  }

  private indexOf(typeName: string): number {
    const key = typeName.toLowerCase();
    const index = this.indexes.get(key) ?? this.indexes.size;
    this.indexes.set(key, index);
    return index;
  }
}

const functions = new WeakMap<GeneratedUnit, UnitFunction>();

/** The text as a function; compiled once, so that V8 keeps what it has optimised. */
function unitFunction(unit: GeneratedUnit): UnitFunction {
  let made = functions.get(unit);
  if (!made) {
    made = new Script(unit.text, { filename: `apex:${unit.name}` }).runInThisContext() as UnitFunction;
    functions.set(unit, made);
  }
  return made;
}
