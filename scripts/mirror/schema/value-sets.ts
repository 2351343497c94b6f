import type { PackageSource } from '../package-source';
import { valueNames } from './custom-field';

/** A global or standard value set of the package. */
export interface ValueSet {
  /** `Intelligence_Severity`, `OpportunityStage` */
  readonly name: string;
  /** API names, inactive ones too: old records may still hold them. */
  readonly values: readonly string[];
}

/** Tags of the values by the kind of value set. */
const TAGS = { globalValueSet: 'customValue', standardValueSet: 'standardValue' } as const;

/** The value sets of the package, by name. */
export function readValueSets(source: PackageSource): readonly ValueSet[] {
  return Object.entries(TAGS)
    .flatMap(([suffix, tag]) =>
      source.metadata(suffix).map(({ name, content }) => ({ name, values: valueNames(content, tag) })),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
