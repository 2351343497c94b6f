import type { BoundExpression, ChildQuery, RecordShape, ResultEntry, Source } from './bound';

/** Collects the selected columns of one record, with its parents as records inside it. */
export class RecordShapeBuilder {
  private readonly entries = new Map<string, ResultEntry | RecordShapeBuilder>();

  constructor(
    private readonly typeName: string,
    private readonly id: BoundExpression | null,
    private readonly sharedSource: Source | null,
  ) {}

  /** Whether something is selected under that name already. */
  has(key: string): boolean {
    return this.entries.has(key);
  }

  addValue(key: string, expression: BoundExpression, offset: number): void {
    this.entries.set(key, { kind: 'value', key, expression, offset });
  }

  addChildren(key: string, child: ChildQuery): void {
    this.entries.set(key, { kind: 'children', key, child });
  }

  addTypeof(key: string, branches: readonly RecordShape[], otherwise: RecordShape | null): void {
    this.entries.set(key, { kind: 'typeof', key, branches, otherwise });
  }

  /** The record of a parent; the same one however often it is asked for. */
  parent(key: string, create: () => RecordShapeBuilder): RecordShapeBuilder {
    const known = this.entries.get(key);
    if (known instanceof RecordShapeBuilder) return known;
    const created = create();
    this.entries.set(key, created);
    return created;
  }

  build(): RecordShape {
    const entries = [...this.entries].map(([key, entry]): ResultEntry =>
      entry instanceof RecordShapeBuilder ? { kind: 'parent', key, record: entry.build() } : entry,
    );
    return { typeName: this.typeName, id: this.id, sharedSource: this.sharedSource, entries };
  }
}

/** The record of a table: the root (`shared` false: its rows are filtered) or a joined parent. */
export function shapeOfSource(source: Source, shared: boolean): RecordShapeBuilder {
  const idField = source.type.field('Id');
  const id: BoundExpression | null = idField ? { kind: 'column', source, field: idField } : null;
  return new RecordShapeBuilder(source.type.name, id, shared ? source : null);
}
