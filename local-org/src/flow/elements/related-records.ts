import type { RecordFilterSet } from '../definition/conditions';
import { allRecords, fetchRecords } from '../interview/fetch-records';
import { FlowFault } from '../interview/flow-fault';
import { filterLogic, filterValues, recordPasses } from '../interview/record-filters';
import type { FlowRecord } from '../interview/flow-record';
import type { Interview } from '../interview/interview';
import { recordsOfValue } from './records-of-value';

/** The records behind a path of the triggering record: `$Record.Account`, or its children `$Record.Contacts`. */
export function relatedRecords(
  interview: Interview,
  path: string,
  filters: RecordFilterSet,
): readonly FlowRecord[] {
  const segments = path.split('.');
  const name = segments.at(-1) ?? '';
  const [owner] = recordsOfValue(interview.resolve(segments.slice(0, -1).join('.')));
  if (!owner) return [];
  if (owner.type.parentField(name)) {
    const parent = owner.parent(name, interview.run.session);
    return parent && passes(interview, parent, filters) ? [parent] : [];
  }
  const child = owner.type.childRelationship(name.replace(/__r$/, '')) ?? owner.type.childRelationship(name);
  if (!child) throw new FlowFault(`The relationship ${name} of ${owner.type.name} doesn't exist.`);
  const ofOwner = {
    field: child.field,
    operator: 'EqualTo',
    value: { kind: 'literal', value: owner.id },
  } as const;
  const request = allRecords(child.childObject, { logic: 'and', filters: [ofOwner] });
  const [children = []] = fetchRecords([interview], request);
  return children.filter((record) => passes(interview, record, filters));
}

function passes(interview: Interview, record: FlowRecord, filters: RecordFilterSet): boolean {
  const { session } = interview.run;
  const values = filterValues(interview, record.type, filters);
  return recordPasses(record.type, filters, filterLogic(filters), values, (field) =>
    record.get(field.name, session),
  );
}
