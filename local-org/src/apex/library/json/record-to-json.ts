import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexDatetime } from '../../runtime/values/apex-datetime';
import type { ApexList } from '../../runtime/values/apex-list';
import type { ApexSObject } from '../../runtime/values/apex-sobject';
import type { ApexValue } from '../../runtime/values/apex-value';
import type { JsonOutput } from './json-output';
import { quoted } from './json-output';

/** API version that addresses of records name. */
const API_VERSION = 67;

/**
 * Writes a record: its type and address in `attributes`, then its fields, parents as objects and child records with
 * their number.
 * @param write writes a value within the record
 */
export function writeRecord(
  _runtime: ApexRuntime,
  output: JsonOutput,
  record: ApexSObject,
  write: (value: ApexValue) => void,
): void {
  output.start('object');
  writeAttributes(output, record);
  for (const [name, value] of record.entries()) {
    output.name(name);
    if (value instanceof ApexDatetime) output.value(quoted(value.toFieldValue().replace('Z', '+0000')));
    else write(value);
  }
  for (const [name, parent] of record.parentEntries()) {
    output.name(name);
    write(parent);
  }
  for (const [name, children] of record.childEntries()) writeChildren(output, name, children, write);
  output.end();
}

function writeAttributes(output: JsonOutput, record: ApexSObject): void {
  output.name('attributes');
  output.start('object');
  output.name('type');
  output.value(quoted(record.objectName));
  if (record.id !== null) {
    output.name('url');
    output.value(quoted(`/services/data/v${API_VERSION}.0/sobjects/${record.objectName}/${record.id}`));
  }
  output.end();
}

function writeChildren(
  output: JsonOutput,
  name: string,
  children: ApexList,
  write: (value: ApexValue) => void,
): void {
  output.name(name);
  output.start('object');
  output.name('totalSize');
  output.value(String(children.items.length));
  output.name('done');
  output.value('true');
  output.name('records');
  write(children);
  output.end();
}
