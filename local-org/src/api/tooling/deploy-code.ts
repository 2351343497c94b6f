import { strToU8, zipSync } from 'fflate';
import { MAX_API_VERSION } from '../../core';
import type { RunningUser } from '../../execution';
import type { DeployResult } from '../../metadata';
import type { ApiDeps } from '../api-deps';

/** Types of code that Tooling API saves. */
export type CodeType = 'ApexClass' | 'ApexTrigger';

/** Code to be saved or removed. */
export interface CodeChange {
  readonly type: CodeType;
  readonly name: string;
  /** Null removes it. */
  readonly body: string | null;
  /** Default: the newest. */
  readonly apiVersion?: number | undefined;
  /** `Active`, `Inactive`, `Deleted`. Default: active. */
  readonly status?: string | undefined;
}

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const PLACES = {
  ApexClass: { folder: 'classes', suffix: 'cls' },
  ApexTrigger: { folder: 'triggers', suffix: 'trigger' },
} as const satisfies Readonly<Record<CodeType, unknown>>;

/** Saves code as a deploy of it does, all or nothing, and waits for the result. */
export async function deployCode(
  changes: readonly CodeChange[],
  { checkOnly, user }: { readonly checkOnly: boolean; readonly user: RunningUser },
  { org }: ApiDeps,
): Promise<DeployResult> {
  const options = {
    checkOnly,
    rollbackOnError: true,
    ignoreWarnings: true,
    singlePackage: true,
    purgeOnDelete: false,
    testLevel: null,
    runTests: [],
  } as const;
  const id = org.metadata.deploy(packageOf(changes), options, user);
  await org.metadata.idle();
  return org.metadata.deployResult(id);
}

function packageOf(changes: readonly CodeChange[]): Uint8Array {
  const removed = changes.filter(({ body }) => body === null);
  const files = [
    ['package.xml', manifest(changes.filter(({ body }) => body !== null))],
    ...(removed.length > 0 ? [['destructiveChanges.xml', manifest(removed)]] : []),
    ...changes.flatMap(filesOf),
  ].map(([path = '', text = '']): [string, Uint8Array] => [path, strToU8(text)]);
  return zipSync(Object.fromEntries(files));
}

function manifest(changes: readonly CodeChange[]): string {
  const types = changes.map(
    ({ type, name }) => `<types><members>${name}</members><name>${type}</name></types>`,
  );
  return `<Package ${NAMESPACE}>${types.join('')}<version>${MAX_API_VERSION}.0</version></Package>`;
}

function filesOf({ type, name, body, apiVersion, status }: CodeChange): string[][] {
  if (body === null) return [];
  const { folder, suffix } = PLACES[type];
  const path = `${folder}/${name}.${suffix}`;
  const version = (apiVersion ?? MAX_API_VERSION).toFixed(1);
  const meta = `<${type} ${NAMESPACE}><apiVersion>${version}</apiVersion><status>${status ?? 'Active'}</status></${type}>`;
  return [
    [path, body],
    [`${path}-meta.xml`, meta],
  ];
}
