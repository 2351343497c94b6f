import type { FieldValue } from '../../../core';
import type { BindValue } from '../../../query';

/** Values of a condition's bind variables. Values never stand in the text itself, so nothing can be written into it. */
export class SoqlBinds {
  private readonly values: Record<string, BindValue> = {};
  private count = 0;

  /** The variable that stands for a value: `:v0`. */
  add(value: FieldValue | readonly FieldValue[]): string {
    const name = `v${this.count++}`;
    this.values[name] = value;
    return `:${name}`;
  }

  /** By the name of the variable. */
  get all(): Readonly<Record<string, BindValue>> {
    return this.values;
  }
}

/** Joins conditions; undefined when there is none. */
export function joined(operator: 'AND' | 'OR', conditions: readonly string[]): string | undefined {
  if (conditions.length < 2) return conditions[0];
  return `(${conditions.join(` ${operator} `)})`;
}

/** A text in which the wildcards of LIKE stand for themselves. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
