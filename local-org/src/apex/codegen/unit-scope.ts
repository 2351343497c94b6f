import type { ApexType, ClassApexType } from '../types/apex-type';
import type { ConstructorSymbol, MethodSymbol, TypeSymbol, VariableSymbol } from '../types/symbols';
import { atLine, layoutLines, shiftLines } from './layout-lines';
import type { LinkEntry } from './link-entry';

/** What may vary in generated text. */
export interface GenerateOptions {
  /** Whether each line counts how often it ran. */
  readonly coverage: boolean;
}

/** A function of the generated text, at the line where it begins. */
interface Piece {
  readonly line: number;
  readonly text: string;
}

/** What the callables of one unit share while its text is made: links, helpers, functions, lines. */
export class UnitScope {
  readonly links: LinkEntry[] = [];
  readonly helpers = new Set<string>();
  /** The types and symbols that the links name. */
  readonly types = new Map<string, ApexType>();
  readonly symbols = new Map<string, TypeSymbol>();
  readonly coverableLines = new Set<number>();
  private readonly linkNames = new Map<string, string>();
  private readonly pieces: Piece[] = [];
  private readonly functionNames = new Map<object, string>();
  private functions = 0;

  constructor(
    readonly name: string,
    readonly options: GenerateOptions,
  ) {}

  /** The name of the constant that stands for an entry. */
  link(entry: LinkEntry): string {
    const key = JSON.stringify(entry);
    const known = this.linkNames.get(key);
    if (known) return known;
    const name = `$k${this.links.push(entry) - 1}`;
    this.linkNames.set(key, name);
    return name;
  }

  /** The name of a helper of the runtime. */
  helper(name: string): string {
    this.helpers.add(name);
    return `$h_${name}`;
  }

  /** A type of the platform is named in full: a user's class may have its short name. */
  type(type: ApexType): string {
    const isPlain = type.kind === 'class' && type.arguments.length === 0;
    const name = isPlain ? type.symbol.qualifiedName : type.name;
    this.types.set(name, type);
    return this.link({ kind: 'type', name });
  }

  enumConstant(symbol: TypeSymbol, constant: string): string {
    this.symbols.set(symbol.qualifiedName, symbol);
    return this.link({ kind: 'enum', owner: symbol.qualifiedName, constant });
  }

  classHandle(symbol: TypeSymbol): string {
    return this.link({ kind: 'class', name: symbol.qualifiedName });
  }

  platformMethod(method: MethodSymbol): string {
    // The methods of an enum have an owner of their own; the enum itself goes first, as its constants are bound to it.
    if (!this.symbols.has(method.owner.qualifiedName))
      this.symbols.set(method.owner.qualifiedName, method.owner);
    return this.link({
      kind: 'method',
      owner: method.owner.qualifiedName,
      index: placeOf(method.owner.methods, method),
    });
  }

  platformConstructor(constructor: ConstructorSymbol): string {
    const { owner } = constructor;
    return this.link({
      kind: 'constructor',
      owner: owner.qualifiedName,
      index: placeOf(owner.constructors, constructor),
    });
  }

  platformVariable(kind: 'read' | 'write', variable: VariableSymbol): string {
    const { owner } = variable;
    const index = owner.variables.findIndex(({ name }) => name === variable.name);
    return this.link({ kind, owner: owner.qualifiedName, index });
  }

  /** Static variables of a user's class in the transaction that runs; initialises the class when it is new to it. */
  statics(symbol: TypeSymbol): string {
    const index = this.link({ kind: 'staticsIndex', name: symbol.qualifiedName });
    return `($rt.execution.statics[${index}]??${this.helper('initialize')}(${this.classHandle(symbol)}))`;
  }

  /**
   * Names a function such that stacks tell which code ran: `$f3$Class$Outer$run`. `subject` is the symbol the function
   * is found by.
   */
  nameFunction(path: readonly string[], subject?: object): string {
    const name = `$f${this.functions++}$${path.map(safeName).join('$')}`;
    if (subject) this.functionNames.set(subject, name);
    return name;
  }

  /** The function of a method or constructor of this unit. */
  functionOf(subject: object): string | undefined {
    return this.functionNames.get(subject);
  }

  addPiece(line: number, text: string): void {
    this.pieces.push({ line, text: `${atLine(line)}${text}` });
  }

  /**
   * All functions, in order of lines. Of a trigger or block the statements stand between its methods and types, so the
   * function of the statements (`main`) follows them; its name tells how many lines it is further down.
   */
  functionText(main: string | null): { text: string; main: string } {
    const others = this.textOf(this.pieces.filter(({ text }) => !isFunction(text, main)));
    const own = this.textOf(this.pieces.filter(({ text }) => isFunction(text, main)));
    if (main === null) return { text: others, main: 'null' };
    const by = layoutLines(others).split('\n').length;
    const name = main.replace(/^(\$f\d+)/, (start) => `${start}$o${by}`);
    return { text: others + shiftLines(own.replace(main, name), by), main: name };
  }

  private textOf(pieces: readonly Piece[]): string {
    return [...pieces]
      .sort((a, b) => a.line - b.line)
      .map(({ text }) => text)
      .join('');
  }

  /** Counts a line when coverage is asked for. */
  hit(line: number): string {
    this.coverableLines.add(line);
    return this.options.coverage ? `$cv[${line}]++;` : '';
  }
}

const isFunction = (text: string, name: string | null): boolean =>
  name !== null && text.includes(`function ${name}(`);

/** Members of generic types are copies for their type arguments, so that they are found by what runs them. */
function placeOf<T extends MethodSymbol | ConstructorSymbol>(members: readonly T[], member: T): number {
  const exact = members.indexOf(member);
  if (exact >= 0) return exact;
  const place = members.findIndex(
    (each) =>
      each.run === member.run &&
      each.parameters.length === member.parameters.length &&
      ('name' in each ? each.name === (member as MethodSymbol).name : true),
  );
  if (place < 0) throw new Error(`A member of ${member.owner.qualifiedName} is not among its members`);
  return place;
}

/** A part of a function's name. Names of Apex fit; anything else would be text of a hand-made tree. */
export function safeName(name: string): string {
  if (!/^[A-Za-z0-9_]*$/.test(name)) throw new Error(`No name of Apex: ${name}`);
  return name;
}

/** `.slot`, or `["slot"]` where the slot is no identifier: `.m_run$Integer`. */
export function slotAccess(slot: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(slot) ? `.${slot}` : `[${JSON.stringify(slot)}]`;
}

/** Whether a type is one that users wrote. */
export function isUserType(type: ApexType): type is ClassApexType {
  return type.kind === 'class' && type.symbol.origin === 'user';
}
