import type { BoundExpression, ChildQuery, RecordShape, ResultEntry } from '../binder/bound';
import { expressionKey } from '../binder/value-kind';
import type { ColumnSource } from '../compiler/compile-query';
import { decoderOf, nullable, type Decoder } from './decode-value';

/** How one record is read from a row: which column holds what. */
export interface RecordPlan {
  readonly typeName: string;
  /** Column of the id; -1 when records have none. */
  readonly idColumn: number;
  /** Column that tells whether the user may see the record; -1 when nothing restricts it. */
  readonly visibleColumn: number;
  readonly fields: readonly FieldPlan[];
}

export type FieldPlan =
  | {
      readonly kind: 'value';
      readonly key: string;
      readonly column: number;
      readonly decode: Decoder | null;
      readonly keptWhenHidden: boolean;
    }
  | {
      readonly kind: 'compound';
      readonly key: string;
      readonly parts: readonly { readonly name: string; readonly column: number }[];
    }
  | { readonly kind: 'parent'; readonly key: string; readonly plan: RecordPlan }
  | { readonly kind: 'children'; readonly key: string; readonly child: ChildQuery; readonly index: number }
  | {
      readonly kind: 'typeof';
      readonly key: string;
      readonly branches: readonly RecordPlan[];
      readonly otherwise: RecordPlan | null;
    };

/** Assigns result columns to what a record is made of. */
export class ResultPlanner {
  readonly columns: ColumnSource[] = [];
  readonly children: ChildQuery[] = [];
  private aggregate = false;
  private readonly columnByKey = new Map<string, number>();

  plan(shape: RecordShape): RecordPlan {
    const { sharedSource } = shape;
    this.aggregate = shape.id === null;
    return {
      typeName: shape.typeName,
      idColumn: shape.id ? this.column(shape.id) : -1,
      visibleColumn: sharedSource
        ? this.add(`visible ${sharedSource.alias}`, { kind: 'visible', source: sharedSource })
        : -1,
      fields: shape.entries.map((entry) => this.field(entry)),
    };
  }

  /** The column that holds an expression. */
  column(expression: BoundExpression): number {
    return this.add(expressionKey(expression), { kind: 'expression', expression });
  }

  private field(entry: ResultEntry): FieldPlan {
    switch (entry.kind) {
      case 'value':
        return this.value(entry.key, entry.expression);
      case 'parent':
        return { kind: 'parent', key: entry.key, plan: this.plan(entry.record) };
      case 'children':
        return {
          kind: 'children',
          key: entry.key,
          child: entry.child,
          index: this.children.push(entry.child) - 1,
        };
      case 'typeof':
        return {
          kind: 'typeof',
          key: entry.key,
          branches: entry.branches.map((branch) => this.plan(branch)),
          otherwise: entry.otherwise && this.plan(entry.otherwise),
        };
    }
  }

  private value(key: string, expression: BoundExpression): FieldPlan {
    if (expression.kind === 'compound') {
      const { source } = expression;
      const parts = expression.parts.map(({ name, field }) => ({
        name,
        column: this.column({ kind: 'column', source, field }),
      }));
      return { kind: 'compound', key, parts };
    }
    const field = expression.kind === 'column' ? expression.field : undefined;
    return {
      kind: 'value',
      key,
      column: this.column(expression),
      decode: this.aggregate ? nullable(decoderOf(expression)) : decoderOf(expression),
      keptWhenHidden: field !== undefined && (field.nameField || field.type === 'id'),
    };
  }

  private add(key: string, column: ColumnSource): number {
    let index = this.columnByKey.get(key);
    if (index === undefined) {
      index = this.columns.push(column) - 1;
      this.columnByKey.set(key, index);
    }
    return index;
  }
}
