import { isRecordId } from '../../../core';
import type { SaveResult } from '../../../dml';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { DmlOperation } from '../../runtime/data-access';
import { throwFailures } from '../../runtime/data/dml-exception';
import { saveRecords, type ApexSaveOptions } from '../../runtime/data/save-records';
import type { ApexList } from '../../runtime/values/apex-list';
import { ApexFieldToken } from '../../runtime/values/apex-schema-token';
import { ApexSObject } from '../../runtime/values/apex-sobject';
import type { ApexValue } from '../../runtime/values/apex-value';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import { method, type PlatformMember } from '../platform-class';
import { ApexAccessLevel } from './access-level';
import { saveOptionsOf } from './dml-options';
import { resultList, resultStruct } from './results';

/** What the methods of an operation take and answer. */
interface DmlMethod {
  readonly operation: DmlOperation;
  readonly result: string;
  /** Whether ids may stand for records. */
  readonly takesIds: boolean;
  readonly takesOptions: boolean;
  readonly takesField: boolean;
}

const METHODS: readonly DmlMethod[] = [
  { operation: 'insert', result: 'SaveResult', takesIds: false, takesOptions: true, takesField: false },
  { operation: 'update', result: 'SaveResult', takesIds: false, takesOptions: true, takesField: false },
  { operation: 'upsert', result: 'UpsertResult', takesIds: false, takesOptions: false, takesField: true },
  { operation: 'delete', result: 'DeleteResult', takesIds: true, takesOptions: false, takesField: false },
  { operation: 'undelete', result: 'UndeleteResult', takesIds: true, takesOptions: false, takesField: false },
];

/** Every form of `Database.insert` and its like: what they take beside the records is told by its type. */
export const dmlMethods: readonly PlatformMember[] = METHODS.flatMap(methodsOf);

function methodsOf(dml: DmlMethod): PlatformMember[] {
  const one = ['SObject record', ...(dml.takesIds ? ['Id id'] : [])];
  const many = ['List<SObject> records', ...(dml.takesIds ? ['List<Id> ids'] : [])];
  const fields = dml.takesField ? ['', ', Schema.SObjectField field'] : [''];
  const options = ['', ', Boolean allOrNone', ...(dml.takesOptions ? [', Database.DMLOptions options'] : [])];
  const forms = (subjects: readonly string[], returned: string): string[] =>
    subjects.flatMap((subject) =>
      fields.flatMap((field) =>
        options.flatMap((option) =>
          ['', ', AccessLevel accessLevel'].map(
            (access) => `static ${returned} ${dml.operation}(${subject}${field}${option}${access})`,
          ),
        ),
      ),
    );
  const className = `Database.${dml.result}`;
  return [
    ...forms(one, className).map((signature) =>
      method(signature, (runtime: ApexRuntime, subject: ApexValue, ...rest: ApexValue[]) => {
        const [result] = run(runtime, dml, [subject], rest);
        return result ? resultStruct(runtime, className, result) : null;
      }),
    ),
    ...forms(many, `List<${className}>`).map((signature) =>
      method(signature, (runtime: ApexRuntime, subjects: ApexList, ...rest: ApexValue[]) =>
        resultList(runtime, className, run(runtime, dml, subjects.items, rest)),
      ),
    ),
  ];
}

function run(
  runtime: ApexRuntime,
  { operation }: DmlMethod,
  subjects: readonly ApexValue[],
  rest: readonly ApexValue[],
): SaveResult[] {
  const records = subjects.map((subject) => recordOf(runtime, subject));
  const options = optionsOf(runtime, operation, rest);
  const results = saveRecords(runtime, operation, records, options);
  if (options.allOrNone) throwFailures(runtime, operation, records, results);
  return results;
}

function recordOf(runtime: ApexRuntime, subject: ApexValue): ApexSObject {
  if (subject instanceof ApexSObject) return subject;
  if (typeof subject !== 'string') return runtime.throwNull();
  const type = isRecordId(subject) ? runtime.org.schema().findByKeyPrefix(subject.slice(0, 3)) : undefined;
  if (!type) return runtime.throwNew('System.StringException', `Invalid id: ${subject}`);
  const record = ApexSObject.create(runtime, type.name);
  record.load('Id', subject);
  return record;
}

/** Options by what stands behind the records, in any of the forms. */
function optionsOf(
  runtime: ApexRuntime,
  operation: DmlOperation,
  rest: readonly ApexValue[],
): ApexSaveOptions {
  let options: ApexSaveOptions = { allOrNone: true, access: runtime.execution.callerAccess };
  for (const part of rest) {
    if (typeof part === 'boolean') options = { ...options, allOrNone: part };
    else if (part instanceof ApexAccessLevel) options = { ...options, access: part.mode };
    else if (part instanceof ApexFieldToken) options = { ...options, externalIdField: part.fieldName };
    else if (part instanceof PlatformStruct) options = { ...options, ...saveOptionsOf(part) };
    else if (part === null && operation !== 'upsert') return runtime.throwNull();
  }
  return options;
}
