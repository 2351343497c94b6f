import type { GroupValue } from './grouping-value';

/** A group of rows or columns, and the groups inside it. The root stands for all rows. */
export class Group {
  private readonly children = new Map<string, Group>();
  /** Position of the group as fact keys write it: `0_1`; `T` for the root. Known once groups are sorted. */
  key = 'T';
  private sortedChildren: readonly Group[] = [];

  constructor(
    readonly id: number,
    readonly groupValue: GroupValue | null,
    readonly parent: Group | null,
    /** 0 for the root. */
    readonly depth: number,
  ) {}

  /** The group inside this one that the value belongs to. */
  child(groupValue: GroupValue, nextId: () => number): Group {
    const key = `${typeof groupValue.value} ${String(groupValue.value)}`;
    let child = this.children.get(key);
    if (!child) this.children.set(key, (child = new Group(nextId(), groupValue, this, this.depth + 1)));
    return child;
  }

  /** Sorts the groups inside this one, at all depths, and numbers them. */
  sort(compare: (depth: number) => (a: Group, b: Group) => number): void {
    this.sortedChildren = [...this.children.values()].sort(compare(this.depth));
    this.sortedChildren.forEach((child, index) => {
      child.key = this.depth === 0 ? String(index) : `${this.key}_${index}`;
      child.sort(compare);
    });
  }

  get groups(): readonly Group[] {
    return this.sortedChildren;
  }

  /** This group and all inside it. */
  *all(): Iterable<Group> {
    yield this;
    for (const child of this.sortedChildren) yield* child.all();
  }

  /** The group around this one at a depth; undefined when this one is not that deep. */
  ancestor(depth: number): Group | undefined {
    let group: Group | null = this.depth < depth ? null : this;
    while (group && group.depth > depth) group = group.parent;
    return group ?? undefined;
  }
}

/** Groups by their own values: blanks first, then numbers or texts. */
export function compareValues(a: Group, b: Group): number {
  const left = a.groupValue?.sortKey ?? null;
  const right = b.groupValue?.sortKey ?? null;
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left).localeCompare(String(right));
}
