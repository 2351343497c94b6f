/** A field of a row: an input, or with `formula` a nested formula field. */
export interface ConformanceField {
  readonly name: string;
  /** `Text`, `Double`, `Currency`, `Percent`, `Boolean`, `DateOnly`, `DateTime`, `TimeOnly`, `email`, `url`, ... */
  readonly type: string;
  readonly scale: number | null;
  readonly formula?: string;
}

/**
 * One line of a conformance file: a formula, its inputs and the result in both blank modes.
 *
 * Example: `{"test":"min","type":"Double","formula":"MIN(a__c,b__c)","leaf":[{"name":"a__c","type":"Double",
 * "scale":null},...],"formulas":[],"input":["1","2"],"expected":{"asZero":"1","asBlank":"1"}}`
 */
export interface ConformanceRow {
  readonly test: string;
  readonly type: string;
  readonly formula: string;
  readonly leaf: readonly ConformanceField[];
  /** Nested formula fields; they may read inputs and each other. */
  readonly formulas: readonly (ConformanceField & { readonly formula: string })[];
  /** Values in the order of `leaf`; blank is `''`. */
  readonly input: readonly string[];
  readonly expected: { readonly asZero: string; readonly asBlank: string };
}

/** Reads one line of a conformance file. */
export function parseRow(line: string): ConformanceRow {
  return JSON.parse(line) as ConformanceRow;
}
