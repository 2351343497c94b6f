import type { ApexType } from '../../types/apex-type';
import type { ApexRuntime } from '../apex-runtime';

/**
 * A value of Apex as generated code and the library pass it on.
 *
 * | Apex                   | JavaScript                                                        |
 * |------------------------|-------------------------------------------------------------------|
 * | null                   | `null`, never `undefined`                                         |
 * | Boolean                | `boolean`                                                         |
 * | Integer                | `number`, always a 32-bit integer                                 |
 * | Long                   | `bigint`, always 64 bits                                          |
 * | Double                 | `ApexDouble`, so that it is told apart from Integer               |
 * | Decimal                | `ApexDecimal`: unscaled number and scale                          |
 * | String, Id             | `string`; an Id has 18 characters                                 |
 * | Date, Datetime, Time   | `ApexDate`, `ApexDatetime`, `ApexTime`                            |
 * | Blob                   | `ApexBlob`                                                        |
 * | List, Set, Map         | `ApexList`, `ApexSet`, `ApexMap`, each with its `type`            |
 * | SObject                | `ApexSObject`                                                     |
 * | everything else        | an instance of a class derived from `ApexObject`                  |
 */
export type ApexValue = null | boolean | number | bigint | string | ApexObject;

/** What every value that is no JavaScript primitive derives from. */
export abstract class ApexObject {
  /** The run-time type. */
  abstract readonly type: ApexType;

  /** As `equals` of Apex: by value for the platform's types, by identity for classes that do not override it. */
  equalTo(_runtime: ApexRuntime, other: ApexValue): boolean {
    return this === other;
  }

  /** Equal values have equal keys: what sets and maps file them under; `this` when only identity counts. */
  key(_runtime: ApexRuntime): unknown {
    return this;
  }

  /** As `String.valueOf` renders it. */
  toText(_runtime: ApexRuntime): string {
    return this.type.name;
  }
}
