import { ApiError, LocalOrgError, recordIdFromSequence } from '../../core';
import type { RunningUser } from '../../execution';
import type { DeployOptions, DeployResult, FileProperties, RetrieveResult } from '../../metadata';
import type { MetadataService } from '../types';
import type { DeployCheck } from './deploy-check';
import { toDeployResult, type DeployRecord } from './deploy-record';
import {
  componentContent,
  listedComponents,
  retrievePackage,
  userName,
  type RetrieveSelection,
} from './retrieve';
import { runDeploy, type DeployDependencies } from './run-deploy';

const DEPLOY_PREFIX = '0Af';
const RETRIEVE_PREFIX = '09S';
/** Stands for a zip that nobody will ask for again. */
const NO_ZIP = new Uint8Array();

/** Works off deploys and retrieves one after the other, as an org does. */
export class DeployService implements MetadataService {
  private readonly deploys = new Map<string, DeployRecord>();
  private readonly retrieves = new Map<string, RetrieveResult>();
  private queue: Promise<void> = Promise.resolve();

  private readonly checks: DeployCheck[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly dependencies: DeployDependencies;

  constructor(dependencies: Omit<DeployDependencies, 'checks'>) {
    this.dependencies = { ...dependencies, checks: this.checks };
  }

  addCheck(check: DeployCheck): void {
    this.checks.push(check);
  }

  onDeployed(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  deploy(zip: Uint8Array, options: DeployOptions, user: RunningUser): string {
    checkTestOptions(options);
    const id = this.newId(DEPLOY_PREFIX);
    const record: DeployRecord = {
      id,
      options,
      zip,
      user,
      userName: userName(this.dependencies.store, user.id),
      createdDate: this.now(),
      status: 'Pending',
      successes: [],
      failures: [],
      tests: null,
      validated: false,
    };
    this.deploys.set(id, record);
    this.enqueue(() => this.run(record));
    return id;
  }

  deployRecentValidation(validationId: string, user: RunningUser): string {
    const validation = this.deployRecord(validationId);
    if (!validation.validated) {
      throw new ApiError('INVALID_ID_FIELD', `Invalid validation id: ${validationId}`);
    }
    return this.deploy(validation.zip, { ...validation.options, checkOnly: false }, user);
  }

  deployResult(id: string): DeployResult {
    return toDeployResult(this.deployRecord(id));
  }

  cancelDeploy(id: string): void {
    const record = this.deployRecord(id);
    if (record.status === 'Pending') {
      record.status = 'Canceled';
      record.completedDate = this.now();
    }
  }

  retrieve(types: readonly RetrieveSelection[], apiVersion: number): string {
    const id = this.newId(RETRIEVE_PREFIX);
    const { state, store } = this.dependencies;
    const pending = { id, done: false, success: false, fileProperties: [], messages: [] };
    this.retrieves.set(id, { ...pending, status: 'Pending' });
    this.enqueue(() => {
      this.retrieves.set(id, retrievePackage(state, store, id, types, apiVersion));
    });
    return id;
  }

  retrieveResult(id: string): RetrieveResult {
    const result = this.retrieves.get(id);
    if (!result) throw new ApiError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    return result;
  }

  list(type: string): FileProperties[] {
    return listedComponents(this.dependencies.state, this.dependencies.store, type);
  }

  read(type: string, fullName: string): unknown {
    return componentContent(this.dependencies.state.components(), type, fullName);
  }

  idle(): Promise<void> {
    return this.queue;
  }

  private run(record: DeployRecord): void {
    if (record.status !== 'Pending') return;
    record.status = 'InProgress';
    record.startDate = this.now();
    try {
      const { status, messages, tests } = runDeploy(
        this.dependencies,
        record.zip,
        record.options,
        record.user,
      );
      record.successes = messages.filter((message) => message.success);
      record.failures = messages.filter((message) => !message.success);
      record.tests = tests;
      record.validated = status === 'Succeeded' && record.options.checkOnly;
      record.status = status;
      if (!record.options.checkOnly) this.deployed();
    } catch (error) {
      record.status = 'Failed';
      Object.assign(record, errorOf(error));
    }
    if (!record.validated) record.zip = NO_ZIP;
    record.completedDate = this.now();
  }

  private deployed(): void {
    this.dependencies.flows.syncSchedules();
    for (const listener of this.listeners) listener();
  }

  /** The answer to the request goes out before the work begins. */
  private enqueue(work: () => void): void {
    this.queue = this.queue.then(() => new Promise((resolve) => setImmediate(resolve))).then(work);
  }

  private deployRecord(id: string): DeployRecord {
    const record = [...this.deploys.values()].find((candidate) => candidate.id.startsWith(id.slice(0, 15)));
    if (!record) throw new ApiError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    return record;
  }

  private newId(prefix: string): string {
    return recordIdFromSequence(prefix, this.dependencies.store.takeFromSequence(`id:${prefix}`));
  }

  private now(): string {
    return new Date(this.dependencies.clock.now()).toISOString();
  }
}

/** UNVERIFIED: the text when no tests are named. @throws ApiError */
function checkTestOptions({ testLevel, runTests }: DeployOptions): void {
  if (testLevel === 'RunSpecifiedTests' && runTests.length === 0) {
    throw new ApiError('INVALID_OPERATION', 'runTests must be specified when testLevel is RunSpecifiedTests');
  }
}

function errorOf(error: unknown): { errorMessage: string; errorStatusCode: string } {
  if (error instanceof ApiError) return { errorMessage: error.message, errorStatusCode: error.errorCode };
  if (error instanceof LocalOrgError) return { errorMessage: error.message, errorStatusCode: error.code };
  return {
    errorMessage: `UNKNOWN_EXCEPTION: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    errorStatusCode: 'UNKNOWN_EXCEPTION',
  };
}
