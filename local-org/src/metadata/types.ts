/** How a deploy is to run, as the clients send it. */
export interface DeployOptions {
  readonly checkOnly: boolean;
  readonly rollbackOnError: boolean;
  readonly ignoreWarnings: boolean;
  readonly singlePackage: boolean;
  readonly purgeOnDelete: boolean;
  readonly testLevel:
    'NoTestRun' | 'RunSpecifiedTests' | 'RunLocalTests' | 'RunAllTestsInOrg' | 'RunRelevantTests' | null;
  readonly runTests: readonly string[];
}

/** One row of a deploy result: what became of a component or of a child of one. */
export interface DeployMessage {
  /** `CustomField`; empty for package.xml itself. */
  readonly componentType: string;
  readonly fullName: string;
  /** Path in the package: `objects/Thing__c.object`. */
  readonly fileName: string;
  readonly success: boolean;
  readonly changed: boolean;
  readonly created: boolean;
  readonly deleted: boolean;
  readonly id: string | null;
  /** Error or warning text; absent for a plain success. */
  readonly problem?: string;
  readonly problemType?: 'Error' | 'Warning';
  readonly lineNumber?: number;
  readonly columnNumber?: number;
  /** ISO 8601, UTC. */
  readonly createdDate: string;
}

export type DeployStatus =
  'Pending' | 'InProgress' | 'Succeeded' | 'SucceededPartial' | 'Failed' | 'Canceling' | 'Canceled';

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_deployresult.htm */
export interface DeployResult {
  readonly id: string;
  readonly status: DeployStatus;
  readonly done: boolean;
  readonly success: boolean;
  readonly checkOnly: boolean;
  readonly rollbackOnError: boolean;
  readonly ignoreWarnings: boolean;
  readonly numberComponentsTotal: number;
  readonly numberComponentsDeployed: number;
  readonly numberComponentErrors: number;
  readonly numberTestsTotal: number;
  readonly numberTestsCompleted: number;
  readonly numberTestErrors: number;
  readonly createdBy: string;
  readonly createdByName: string;
  readonly createdDate: string;
  readonly startDate?: string;
  readonly completedDate?: string;
  readonly lastModifiedDate: string;
  readonly errorStatusCode?: string;
  readonly errorMessage?: string;
  readonly successes: readonly DeployMessage[];
  readonly failures: readonly DeployMessage[];
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_retrieveresult.htm#retrieve_fileproperties */
export interface FileProperties {
  readonly type: string;
  readonly fullName: string;
  readonly fileName: string;
  readonly id: string;
  readonly createdById: string;
  readonly createdByName: string;
  readonly createdDate: string;
  readonly lastModifiedById: string;
  readonly lastModifiedByName: string;
  readonly lastModifiedDate: string;
}

export interface RetrieveResult {
  readonly id: string;
  readonly done: boolean;
  readonly success: boolean;
  readonly status: 'Pending' | 'InProgress' | 'Succeeded' | 'Failed';
  readonly errorMessage?: string;
  readonly fileProperties: readonly FileProperties[];
  readonly messages: readonly { readonly fileName: string; readonly problem: string }[];
  /** The package; absent until done. */
  readonly zip?: Uint8Array;
}
