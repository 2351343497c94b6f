import type { MetadataType } from '../registry/metadata-type';
import { METADATA_TYPES } from '../registry/metadata-types';

/** One type as describeMetadata lists it. */
export interface DescribedMetadataType {
  readonly xmlName: string;
  readonly directoryName: string;
  /** Absent for bundles. */
  readonly suffix?: string;
  readonly inFolder: boolean;
  readonly metaFile: boolean;
  readonly childXmlNames: readonly string[];
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_describeresult.htm */
export interface DescribeMetadataResult {
  readonly metadataObjects: readonly DescribedMetadataType[];
  readonly organizationNamespace: string;
  readonly partialSaveAllowed: boolean;
  readonly testRequired: boolean;
}

/** The types the org takes, as describeMetadata answers. */
export function describeMetadata(): DescribeMetadataResult {
  return {
    metadataObjects: METADATA_TYPES.map(describedType),
    organizationNamespace: '',
    partialSaveAllowed: true,
    testRequired: false,
  };
}

function describedType(type: MetadataType): DescribedMetadataType {
  return {
    xmlName: type.name,
    directoryName: type.directory,
    ...(type.suffix === null ? {} : { suffix: type.suffix }),
    inFolder: type.folderType !== undefined,
    metaFile: type.layout === 'content',
    childXmlNames: type.children.map((child) => child.name),
  };
}
