import { contextOf } from '../../runtime/data/query-rows';
import { throwFailures } from '../../runtime/data/dml-exception';
import { toApexValue } from '../../runtime/data/field-values';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ApexList } from '../../runtime/values/apex-list';
import type { ApexObjectToken } from '../../runtime/values/apex-schema-token';
import { ApexSObject } from '../../runtime/values/apex-sobject';
import { listOf } from '../../runtime/values/make-collections';
import { csvRows } from './csv-rows';
import { staticResource } from './static-resources';

/**
 * `Test.loadData`: inserts the rows of a static resource in CSV.
 * @returns the records, with the fields of the table and their ids
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_testing_load_data.htm
 */
export function loadData(
  runtime: ApexRuntime,
  object: ApexObjectToken | null,
  resourceName: string | null,
): ApexList {
  if (object === null || resourceName === null) return runtime.throwNull();
  const rows = csvRows(Buffer.from(staticResource(runtime, resourceName)).toString('utf8'));
  const inputs = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, text]) => text !== '')));
  runtime.count('dmlStatements');
  runtime.count('dmlRows', rows.length);
  const context = contextOf(runtime, 'system');
  const results = runtime.org.dml.insert(object.objectName, inputs, {
    context,
    allOrNone: true,
    textValues: true,
  });
  const records = results.map(({ id }, i) =>
    loaded(runtime, object.objectName, id, Object.keys(inputs[i] ?? {})),
  );
  throwFailures(runtime, 'insert', records, results);
  return listOf(runtime, runtime.types.sobjectType(object.objectName) ?? runtime.types.sobject, records);
}

function loaded(
  runtime: ApexRuntime,
  objectName: string,
  id: string | null,
  columns: readonly string[],
): ApexSObject {
  const record = ApexSObject.create(runtime, objectName);
  const type = runtime.org.schema().find(objectName);
  if (!type || id === null) return record;
  const values = runtime.org.store.find(type, id) ?? {};
  record.load('Id', id);
  for (const column of columns) {
    const field = type.field(column);
    if (field) record.load(field.name, toApexValue(runtime, field, values[field.name]));
  }
  return record;
}
