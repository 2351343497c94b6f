import type { Clock } from '../../core';
import type { Schema } from '../../schema';

const SECOND_MS = 1000;

/**
 * When a schema was first seen, in whole seconds as HTTP dates are. A later schema always gets a later second, so that
 * `If-Modified-Since` never takes a changed schema for an unchanged one.
 */
export class SchemaDates {
  private readonly dates = new WeakMap<Schema, number>();
  private latest = 0;

  constructor(private readonly clock: Clock) {}

  /** Milliseconds since 1970. */
  lastModified(schema: Schema): number {
    const known = this.dates.get(schema);
    if (known !== undefined) return known;
    const now = Math.ceil(this.clock.now() / SECOND_MS) * SECOND_MS;
    this.latest = Math.max(now, this.latest + SECOND_MS);
    this.dates.set(schema, this.latest);
    return this.latest;
  }
}
