/**
 * What the local org does with a type: `executed` means its definitions take effect or are served to clients,
 * `stored` means it is checked, kept and can be retrieved, and a deploy says so in a warning.
 */
export type SupportLevel = 'executed' | 'stored';

/** How a component lies in a package. */
export type PackageLayout =
  /** One XML file: `roles/CEO.role`. */
  | 'xml'
  /** A content file and its `-meta.xml`: `classes/Billing.cls`. */
  | 'content'
  /** A folder of files, its XML in it or beside it: `lwc/hello/hello.js`, `experiences/Store.site-meta.xml`. */
  | 'bundle';

/** A type whose components stand inside the file of another one. */
export interface ChildType {
  /** `CustomField` */
  readonly name: string;
  /** Element of the parent that holds it, in a package: `fields`. */
  readonly element: string;
  /** Folder and suffix in source format (`fields`, `field`); null when it is never a file of its own. */
  readonly sourceDirectory: string | null;
  readonly sourceSuffix: string | null;
  readonly support: SupportLevel;
  /** Whether names stand alone (`Greeting`), not behind the parent's name (`Account.Rating__c`). */
  readonly ownNamespace: boolean;
}

/** A metadata type that a package may hold. Frozen. */
export interface MetadataType {
  readonly name: string;
  /** Folder in a package: `objects`. */
  readonly directory: string;
  /** File suffix without dot: `object`. Null for bundles whose XML lies in their folder. */
  readonly suffix: string | null;
  readonly layout: PackageLayout;
  readonly support: SupportLevel;
  readonly children: readonly ChildType[];
  /** For types whose components lie in folders (`reports/Sales/Open.report`): root element of a folder's own file. */
  readonly folderType?: string;
}
