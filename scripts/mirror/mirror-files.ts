import { ApexTypes } from './apex/apex-types';
import type { ApexPackage } from './apex/type-writer';
import type { PackageSource } from './package-source';
import { Problems } from './problems';
import { readObjects } from './schema/read-objects';
import { readValueSets } from './schema/value-sets';
import { writeApexRest } from './write/write-apex-rest';
import { writeApex } from './write/write-apex';
import {
  writeLabels,
  writeMessageChannels,
  writePermissions,
  writeStaticResources,
} from './write/write-components';
import { writeInvocableActions } from './write/write-invocable-actions';
import { writeRecords } from './write/write-records';
import { writeSchema } from './write/write-schema';
import { HEADER } from './write/type-text';

/** Folder of the generated declarations. */
export const MIRROR_FOLDER = 'types/generated';

/** A generated declaration file. */
export interface MirrorFile {
  /** Name inside the folder: `records.d.ts`. */
  readonly name: string;
  readonly text: string;
}

type Write = (apex: ApexPackage, source: PackageSource) => string;

/** What each file is written by. */
const FILES: Readonly<Record<string, Write>> = {
  'apex.d.ts': writeApex,
  'apex-rest.d.ts': writeApexRest,
  'invocable-actions.d.ts': writeInvocableActions,
  'labels.d.ts': (_apex, source) => writeLabels(source),
  'message-channels.d.ts': (_apex, source) => writeMessageChannels(source),
  'permissions.d.ts': (_apex, source) => writePermissions(source),
  'records.d.ts': ({ objects }, source) => writeRecords(objects, readValueSets(source)),
  'schema.d.ts': ({ objects }, source) => writeSchema(objects, source),
  'static-resources.d.ts': (_apex, source) => writeStaticResources(source),
};

/**
 * The declarations that mirror a package; files with nothing to declare are left out.
 * @throws SourceError `MIRROR_SOURCE_INVALID` that names every type that is not known, with file and line
 */
export function mirrorFiles(source: PackageSource): readonly MirrorFile[] {
  const problems = new Problems();
  const objects = readObjects(source, problems);
  const apex = { types: new ApexTypes(source, problems), objects, problems };
  const files = Object.entries(FILES).map(([name, write]) => ({ name, text: write(apex, source) }));
  problems.throwIfAny();
  return files.filter(({ text }) => text !== HEADER);
}
