import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { DataQuery } from '../../runtime/data-access';
import type { ApexList } from '../../runtime/values/apex-list';
import { ApexIterator } from '../../runtime/values/apex-iterator';
import { PlatformObject } from '../../runtime/values/platform-object';
import { method, type PlatformClass } from '../platform-class';

/** Rows that a query locator may give outside of a batch job. */
const MAX_LOCATOR_ROWS = 10_000;

/** A query whose rows a batch job works off. */
export class ApexQueryLocator extends PlatformObject {
  constructor(readonly query: DataQuery) {
    super();
  }

  override get typeName(): string {
    return 'Database.QueryLocator';
  }

  /** All rows. @throws LimitException when there are more than the limit */
  rows(runtime: ApexRuntime): ApexList {
    const rows = runtime.data.query(this.query);
    runtime.count('queryLocatorRows', rows.items.length);
    return rows;
  }
}

export { MAX_LOCATOR_ROWS };

/** @see ApexQueryLocator */
export const queryLocatorClass: PlatformClass = {
  name: 'Database.QueryLocator',
  kind: 'class',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Database_QueryLocator.htm',
  members: [
    method('String getQuery()', (_runtime: ApexRuntime, self: ApexQueryLocator) => self.query.text),
    method('Database.QueryLocatorIterator iterator()', (runtime: ApexRuntime, self: ApexQueryLocator) => {
      const type = runtime.types.platform('Database.QueryLocatorIterator');
      return new ApexIterator(runtime, type, self.rows(runtime).items.values());
    }),
  ],
};

/** Rows of a query locator, one after the other. */
export const queryLocatorIteratorClass: PlatformClass = {
  name: 'Database.QueryLocatorIterator',
  kind: 'class',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Database_QueryLocatorIterator.htm',
  interfaces: ['Iterator<SObject>'],
  members: [
    method('Boolean hasNext()', (_runtime: ApexRuntime, self: ApexIterator) => self.p_hasnext_0()),
    method('SObject next()', (_runtime: ApexRuntime, self: ApexIterator) => self.p_next_0()),
  ],
};
