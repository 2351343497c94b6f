/** How numbered conditions combine; `all` and `any` need no numbers. */
export type Logic =
  | { readonly kind: 'all' | 'any' }
  | { readonly kind: 'condition'; readonly index: number }
  | { readonly kind: 'not'; readonly inner: Logic }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Logic[] };

const parsed = new Map<string, Logic | null>();

/**
 * Parses condition logic: `and`, `or`, `1 AND (2 OR NOT 3)`.
 * @returns null when the text is no logic
 * @see https://help.salesforce.com/s/articleView?id=platform.flow_ref_operators_condition.htm
 */
export function parseLogic(text: string): Logic | null {
  let logic = parsed.get(text);
  if (logic === undefined) parsed.set(text, (logic = parse(text)));
  return logic;
}

/** Evaluates logic over `count` conditions, asking each at most once and only while it matters. */
export function evaluateLogic(logic: Logic, count: number, holds: (index: number) => boolean): boolean {
  switch (logic.kind) {
    case 'all':
      return every(count, holds);
    case 'any':
      return !every(count, (index) => !holds(index));
    case 'condition':
      return holds(logic.index);
    case 'not':
      return !evaluateLogic(logic.inner, count, holds);
    case 'and':
      return logic.parts.every((part) => evaluateLogic(part, count, holds));
    case 'or':
      return logic.parts.some((part) => evaluateLogic(part, count, holds));
  }
}

/** Numbers of the conditions that logic names, from 0. */
export function conditionsIn(logic: Logic): readonly number[] {
  switch (logic.kind) {
    case 'condition':
      return [logic.index];
    case 'not':
      return conditionsIn(logic.inner);
    case 'and':
    case 'or':
      return logic.parts.flatMap(conditionsIn);
    default:
      return [];
  }
}

/** Whether a condition stands under a NOT. */
export function hasNegation(logic: Logic): boolean {
  if (logic.kind === 'not') return true;
  return (logic.kind === 'and' || logic.kind === 'or') && logic.parts.some(hasNegation);
}

function every(count: number, holds: (index: number) => boolean): boolean {
  for (let index = 0; index < count; index++) if (!holds(index)) return false;
  return true;
}

function parse(text: string): Logic | null {
  const word = text.trim().toLowerCase();
  if (word === '' || word === 'and' || word === 'no') return { kind: 'all' };
  if (word === 'or') return { kind: 'any' };
  const tokens = text.toUpperCase().match(/\d+|[A-Z]+|\(|\)|\S/g) ?? [];
  const parser = new LogicParser(tokens);
  const logic = parser.disjunction();
  return logic && parser.atEnd ? logic : null;
}

class LogicParser {
  private position = 0;

  constructor(private readonly tokens: readonly string[]) {}

  get atEnd(): boolean {
    return this.position === this.tokens.length;
  }

  disjunction(): Logic | null {
    return this.chain('OR', 'or', () => this.chain('AND', 'and', () => this.operand()));
  }

  private chain(word: string, kind: 'and' | 'or', next: () => Logic | null): Logic | null {
    const parts: Logic[] = [];
    do {
      const part = next();
      if (!part) return null;
      parts.push(part);
    } while (this.accept(word));
    return parts.length === 1 ? (parts[0] ?? null) : { kind, parts };
  }

  private operand(): Logic | null {
    if (this.accept('NOT')) {
      const inner = this.operand();
      return inner && { kind: 'not', inner };
    }
    if (this.accept('(')) {
      const inner = this.disjunction();
      return this.accept(')') ? inner : null;
    }
    const token = this.tokens[this.position] ?? '';
    if (!/^\d+$/.test(token) || token === '0') return null;
    this.position++;
    return { kind: 'condition', index: Number(token) - 1 };
  }

  private accept(token: string): boolean {
    if (this.tokens[this.position] !== token) return false;
    this.position++;
    return true;
  }
}
