import type { BoundType } from '../semantics/bound';

/** The lines at which code of a unit begins: members, accessors, initialisers. */
export class CodeLines {
  private readonly lines: readonly number[];

  constructor(types: readonly BoundType[]) {
    this.lines = types.flatMap(linesOf).sort((a, b) => a - b);
  }

  /** How many pieces of code begin after a line, up to another one and on it. */
  countBetween(after: number, upTo: number): number {
    return this.countUpTo(upTo) - this.countUpTo(after);
  }

  private countUpTo(line: number): number {
    let low = 0;
    let high = this.lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.lines[middle] ?? 0) <= line) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function linesOf(type: BoundType): number[] {
  const { line, methods, constructors, properties, instanceInitializers, staticInitializers } = type;
  const members = [
    ...methods,
    ...constructors,
    ...properties,
    ...instanceInitializers,
    ...staticInitializers,
  ];
  const accessors = properties.flatMap(({ getter, setter }) => [getter?.line, setter?.body.line]);
  return [line, ...members.map((member) => member.line), ...accessors.filter((each) => each !== undefined)];
}
