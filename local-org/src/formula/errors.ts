import type { SourcePosition } from '../core';

/**
 * A formula that does not compile, or that fails while it runs (`#Error!` on the platform).
 *
 * The message is the platform's own text: `Field Foo__c does not exist. Check spelling.` The position is where the
 * error stands in the formula's source; absent for errors at run time.
 * @see https://help.salesforce.com/s/articleView?id=platform.tips_on_building_formulas.htm&type=5
 */
export class FormulaError extends Error {
  constructor(
    message: string,
    readonly position?: SourcePosition,
  ) {
    super(message);
    this.name = 'FormulaError';
  }
}
