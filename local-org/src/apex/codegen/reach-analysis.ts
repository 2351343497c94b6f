import type {
  BoundBlock,
  BoundCallable,
  BoundExpression,
  BoundStatement,
  BoundUnit,
} from '../semantics/bound';
import type { MethodSymbol, TypeSymbol } from '../types/symbols';
import { visitBlock, visitExpression } from './visit-bound';

/** What code can lead to, besides its own effects. */
export interface Reach {
  /** It calls code of users, so that calls can nest without end. */
  readonly users: boolean;
  /** It can query or save, so that the sharing of its class matters. */
  readonly records: boolean;
}

/** Platform classes that neither touch records nor call back code of users. */
const PURE_CLASSES: ReadonlySet<string> = new Set(
  (
    'String Integer Long Decimal Double Boolean Date Datetime Time Id Blob Math Pattern Matcher EncodingUtil Url Exception ' +
    'StringException Crypto'
  ).split(' '),
);

/** Members of collections call `equals` and `hashCode` of users' keys, and `compareTo` of users' elements. */
const COLLECTIONS: ReadonlySet<string> = new Set(['List', 'Set', 'Map', 'Iterator']);

/** Finds out what the callables of a unit reach; calls within the unit are followed. */
export class ReachAnalysis {
  private readonly bodies = new Map<MethodSymbol, BoundCallable>();
  private readonly known = new Map<BoundCallable, Reach>();

  constructor(unit: BoundUnit) {
    for (const method of [...unit.methods, ...unit.types.flatMap(({ methods }) => methods)]) {
      this.bodies.set(method.symbol, method);
    }
  }

  of(callable: BoundCallable): Reach {
    const known = this.known.get(callable);
    if (known) return known;
    // What calls itself reaches users; while it is looked at, its records are those of the rest of its body.
    this.known.set(callable, { users: true, records: false });
    const found = this.ofParts([callable.body], []);
    this.known.set(callable, found);
    return found;
  }

  /** What blocks and expressions reach together. */
  ofParts(blocks: readonly BoundBlock[], expressions: readonly BoundExpression[]): Reach {
    const found = { users: false, records: false };
    const add = (reach: Partial<Reach>): void => {
      found.users ||= reach.users ?? false;
      found.records ||= reach.records ?? false;
    };
    const visitor = {
      statement: (statement: BoundStatement) => add(this.ofStatement(statement)),
      expression: (expression: BoundExpression) => add(this.ofExpression(expression)),
    };
    for (const block of blocks) visitBlock(block, visitor);
    for (const expression of expressions) visitExpression(expression, visitor);
    return found;
  }

  private ofStatement(statement: BoundStatement): Partial<Reach> {
    const { kind } = statement;
    if (kind === 'dml' || kind === 'merge') return { users: true, records: true };
    if (kind === 'runAs') return { records: true };
    if (kind === 'try') return { users: true };
    return kind === 'forEach' && (statement.over === 'iterable' || statement.over === 'iterator')
      ? { users: true, records: true }
      : {};
  }

  private ofExpression(expression: BoundExpression): Partial<Reach> {
    switch (expression.kind) {
      case 'soql':
      case 'sosl':
        return { records: true };
      case 'call':
        return this.ofCall(expression.method, expression.dispatch === 'virtual');
      case 'new':
        return isPure(expression.constructor.owner) ? {} : { users: true, records: true };
      case 'variable':
        return isCoded(expression) ? { users: true, records: true } : {};
      default:
        return {};
    }
  }

  private ofCall(method: MethodSymbol, virtual: boolean): Partial<Reach> {
    if (isPure(method.owner)) return {};
    if (COLLECTIONS.has(method.owner.simpleName)) return {};
    const body =
      virtual && !method.isStatic && (method.isVirtual || method.isAbstract)
        ? undefined
        : this.bodies.get(method);
    return { users: true, records: body ? this.of(body).records : true };
  }
}

const isPure = (owner: TypeSymbol): boolean =>
  owner.origin === 'platform' && PURE_CLASSES.has(owner.simpleName);

/** A property of a user whose accessors have code. Static initialisers have modes of their own. */
function isCoded({ variable }: Extract<BoundExpression, { kind: 'variable' }>): boolean {
  const { property, owner } = variable;
  if (owner.origin === 'platform' || !property) return false;
  return property.getter?.automatic === false || property.setter?.automatic === false;
}
