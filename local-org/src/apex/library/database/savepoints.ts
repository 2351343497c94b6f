import type { TransactionSavepoint } from '../../../execution';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import { PlatformObject } from '../../runtime/values/platform-object';
import type { PlatformClass } from '../platform-class';

/** A point of the transaction to which `Database.rollback` returns. */
export class ApexSavepoint extends PlatformObject {
  constructor(readonly savepoint: TransactionSavepoint) {
    super();
  }

  override get typeName(): string {
    return 'System.Savepoint';
  }
}

/** A savepoint. */
export const savepointClass: PlatformClass = {
  name: 'System.Savepoint',
  kind: 'class',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_transaction_control.htm',
  members: [],
};

/** `Database.setSavepoint()`. */
export function setSavepoint(runtime: ApexRuntime): ApexSavepoint {
  runtime.count('dmlStatements');
  return new ApexSavepoint(runtime.org.transactions.setSavepoint());
}

/** Undoes what came after the savepoint. Variables keep their values; so do the ids of records that vanished. */
export function rollback(runtime: ApexRuntime, savepoint: ApexSavepoint | null): void {
  if (savepoint === null) return runtime.throwNull();
  runtime.count('dmlStatements');
  if (!runtime.org.transactions.rollBackTo(savepoint.savepoint)) missing(runtime);
}

/** Gives up the savepoint. */
export function releaseSavepoint(runtime: ApexRuntime, savepoint: ApexSavepoint | null): void {
  if (savepoint === null) return runtime.throwNull();
  if (!runtime.org.transactions.releaseSavepoint(savepoint.savepoint)) missing(runtime);
}

function missing(runtime: ApexRuntime): never {
  return runtime.throwNew('System.TypeException', 'Savepoint does not exist in this context');
}
