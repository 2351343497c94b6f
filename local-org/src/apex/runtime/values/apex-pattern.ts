import type { CompiledPattern } from '../../regex/compiled-pattern';
import { PlatformObject } from './platform-object';

/**
 * A System.Pattern.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_pattern_and_matcher_pattern_methods.htm
 */
export class ApexPattern extends PlatformObject {
  constructor(readonly compiled: CompiledPattern) {
    super();
  }

  override get typeName(): string {
    return 'Pattern';
  }

  override toText(): string {
    return this.compiled.pattern;
  }
}
