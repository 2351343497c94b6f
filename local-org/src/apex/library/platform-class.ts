/**
 * What runs a member of a platform class. The first argument is the runtime; an instance member gets its target second,
 * a constructor the type that it makes (`List<Account>`), before the arguments.
 * Arguments are Apex values (see `runtime/values/apex-value.ts`), already converted to the declared types; null is
 * possible wherever Apex allows it, except for the target. Errors of Apex are thrown with `runtime.throwNew`.
 */
export type PlatformFunction = (...parts: never[]) => unknown;

/** One member, by its signature in Apex: `static String join(Iterable<Object> parts, String separator)`. */
export interface PlatformMember {
  readonly signature: string;
  readonly run: PlatformFunction | null;
  /** A property that may be assigned. */
  readonly write?: PlatformFunction;
  /**
   * The name by which the platform calls it, where it is not its own: a class may implement several interfaces whose
   * methods differ in the types of their parameters only.
   */
  readonly calledAs?: string;
}

/**
 * A class, interface or enum of the platform, declared as data. Type names in signatures are written as in Apex source;
 * those of the System and Schema namespaces need no qualifier.
 */
export interface PlatformClass {
  /** `System.String`, `Database.SaveResult`, `Schema.DescribeSObjectResult`. */
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  /** Page that documents the class and its members. */
  readonly documentation: string;
  /** `['T']` for `List<T>`. */
  readonly typeParameters?: readonly string[];
  /** `System.Exception`; instances of user classes may extend it when `extendable`. */
  readonly superclass?: string;
  /** `['Iterable<T>']`. */
  readonly interfaces?: readonly string[];
  readonly abstract?: boolean;
  /** Users may extend it. Objects of their classes hold nothing for it, so its members work by its methods alone. */
  readonly extendable?: boolean;
  readonly members: readonly PlatformMember[];
  /** Enum constants in order. */
  readonly constants?: readonly string[];
  /**
   * For classes whose objects are PlatformStructs: the values that JSON has of them, by name, with their types:
   * `{ success: 'Boolean' }`. Without it objects have no form in JSON.
   */
  readonly json?: Readonly<Record<string, string>>;
}

/** Declares an instance or static method, or (`new(String message)`) a constructor: `method('Integer size()', (rt, self) => ...)`. */
export function method(signature: string, run: PlatformFunction): PlatformMember {
  return { signature, run };
}

/** Declares a method of an interface, or an abstract one: users implement it. */
export function abstractMethod(signature: string): PlatformMember {
  return { signature, run: null };
}

/** The same for one that the platform calls by another name, `runtime.call(job, 'executeQueueable', [context])`. */
export function abstractMethodAs(calledAs: string, signature: string): PlatformMember {
  return { signature, run: null, calledAs };
}

/** Declares a property: `property('static Integer MAX_VALUE', () => 2147483647)`. */
export function property(
  signature: string,
  read: PlatformFunction,
  write?: PlatformFunction,
): PlatformMember {
  return { signature, run: read, ...(write && { write }) };
}
