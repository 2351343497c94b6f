import type { BoundExpression, BoundStatement } from '../semantics/bound';
import type { MethodSymbol } from '../types/symbols';
import { createExecution } from '../runtime/create-execution';
import { createRuntime } from '../runtime/create-runtime';
import { Linker } from '../runtime/linker';
import type { OrgPort } from '../runtime/org-port';
import { ApexException } from '../runtime/values/apex-exception';
import type { ApexValue } from '../runtime/values/apex-value';
import type { RunningUser } from '../../execution';
import { generateUnit } from './generate-unit';
import { anonymousUnit, handMadeTypes, platformSymbol, treeMaker } from './testing/hand-made-tree';

const types = handMadeTypes();
const tree = treeMaker(types);
const shown: ApexValue[] = [];
const system = platformSymbol('System');
const debug = {
  name: 'debug',
  owner: system,
  parameters: [{ name: 'value', type: types.platform('Object') }],
  isStatic: true,
  run: (_runtime: unknown, value: ApexValue) => void shown.push(value),
} as unknown as MethodSymbol;
system.methods.push(debug);
types.platform('System').symbol.methods.push(debug);

function show(line: number, value: BoundExpression): BoundStatement {
  return tree.run(line, {
    kind: 'call',
    line,
    type: types.void,
    method: debug,
    target: null,
    arguments: [value],
    dispatch: 'platform',
  });
}

function run(...statements: BoundStatement[]): { shown: ApexValue[]; lines: Record<number, number> } {
  shown.length = 0;
  const { runtime, meter, helpers } = createRuntime({
    org: {} as OrgPort,
    types: () => types,
    classOf: () => undefined,
    data: () => ({}) as never,
    asyncJobs: () => ({}) as never,
  });
  const linker = new Linker({ runtime, meter, helpers, unitOf: () => undefined });
  const { unit, local } = generateUnit(anonymousUnit(...statements), { coverage: true });
  const { main, counters } = linker.linkMain(unit, local);
  runtime.runIn(createExecution({ kind: 'anonymous', user: {} as RunningUser }), () => main?.());
  return {
    shown: [...shown],
    lines: Object.fromEntries(unit.coverableLines.map((line) => [line, counters[line] ?? 0])),
  };
}

const i = tree.local('i', 'Integer', 0);

function loopOf(rounds: number): BoundStatement {
  return {
    kind: 'for',
    line: 1,
    init: [tree.declare(1, i, tree.integer(1, 0))],
    condition: {
      kind: 'compare',
      line: 1,
      type: types.platform('Boolean'),
      operator: '<',
      operand: 'integer',
      left: tree.read(1, i),
      right: tree.integer(1, rounds),
    },
    update: [
      {
        kind: 'increment',
        line: 1,
        type: i.type,
        target: tree.read(1, i),
        delta: 1,
        prefix: false,
        operand: 'integer',
      },
    ],
    body: tree.block(1, show(2, tree.read(2, i))),
  };
}

describe('generateUnit', () => {
  it('runs a loop and counts its lines', () => {
    expect(run(loopOf(3))).toEqual({ shown: [0, 1, 2], lines: { 1: 2, 2: 3 } });
  });

  it('gives an exception the line of the source', () => {
    const sum: BoundExpression = {
      kind: 'binary',
      line: 3,
      type: i.type,
      operator: '+',
      operand: 'integer',
      left: tree.nothing(3, 'Integer'),
      right: tree.integer(3, 1),
    };
    let thrown: unknown;
    try {
      run(show(3, sum));
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(ApexException);
    const exception = thrown as ApexException;
    expect(exception.toText({} as never)).toBe(
      'System.NullPointerException: Attempt to de-reference a null object',
    );
    expect(exception.stackTrace).toBe('AnonymousBlock: line 3, column 1');
  });

  it('escapes texts that look like code', () => {
    const hostile = '"+process.exit()+"\u2028\u0001\n';
    expect(run(show(1, tree.text(1, hostile))).shown).toEqual([hostile]);
  });
});
