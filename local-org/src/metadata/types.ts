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
  /** Null when the deploy runs no tests, or has not yet. */
  readonly tests: DeployTestResult | null;
}

/** What became of the tests of a deploy. @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_deployresult.htm#runtestresult */
export interface DeployTestResult {
  readonly numTestsRun: number;
  readonly numFailures: number;
  /** In milliseconds. */
  readonly totalTime: number;
  readonly successes: readonly DeployTest[];
  readonly failures: readonly DeployTestFailure[];
  readonly codeCoverage: readonly DeployCoverage[];
  readonly codeCoverageWarnings: readonly DeployCoverageWarning[];
}

/** A test that a deploy has run. */
export interface DeployTest {
  /** Id of the ApexClass. */
  readonly id: string;
  readonly name: string;
  readonly methodName: string;
  readonly seeAllData: boolean;
  /** In milliseconds. */
  readonly time: number;
}

export interface DeployTestFailure extends DeployTest {
  readonly message: string;
  readonly stackTrace: string;
  readonly packageName: string;
  readonly type: 'Class';
}

/** Lines of a class or trigger that the tests of a deploy have run. */
export interface DeployCoverage {
  readonly id: string;
  readonly name: string;
  readonly type: 'Class' | 'Trigger';
  readonly numLocations: number;
  readonly numLocationsNotCovered: number;
  readonly locationsNotCovered: readonly {
    readonly line: number;
    readonly column: number;
    readonly numExecutions: number;
    readonly time: number;
  }[];
}

/** Coverage that does not do; fails the deploy. */
export interface DeployCoverageWarning {
  /** Id of the class or trigger; null for the org as a whole. */
  readonly id: string | null;
  readonly name: string | null;
  readonly message: string;
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
