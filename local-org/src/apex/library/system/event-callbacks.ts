import type { ChangeEventHeader } from '../../../events';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ApexValue } from '../../runtime/values/apex-value';
import { toFieldValue } from '../../runtime/data/field-values';
import { ApexList } from '../../runtime/values/apex-list';
import { listOf } from '../../runtime/values/make-collections';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import { referencePage } from '../documentation';
import { abstractMethod, method, type PlatformClass } from '../platform-class';
import { accessorMethods, settableProperty } from '../settable';

/** How the publication of events ended. */
type Ending = 'Success' | 'Failure';

const ENDINGS: readonly Ending[] = ['Success', 'Failure'];

/**
 * Notes who is to hear what became of events: in a test when it delivers them or lets them fail, elsewhere after the
 * commit.
 * @see https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/platform_events_publish_callback.htm
 */
export function notePublication(
  runtime: ApexRuntime,
  callback: ApexValue,
  eventUuids: readonly string[],
): void {
  const { test } = runtime.execution;
  if (test) test.publications.push({ callback, eventUuids });
  else if (callback !== null && eventUuids.length > 0)
    runtime.asyncJobs.notePublication(callback, eventUuids);
}

/** Tells those who published in a test what became of their events. */
export function reportPublications(runtime: ApexRuntime, ending: Ending): void {
  const publications = runtime.execution.test?.publications.splice(0) ?? [];
  for (const { callback, eventUuids } of publications) tellPublication(runtime, ending, callback, eventUuids);
}

/** Calls a callback for that ending, if it is one. */
export function tellPublication(
  runtime: ApexRuntime,
  ending: Ending,
  callback: ApexValue,
  eventUuids: readonly string[],
): void {
  const type = runtime.types.platform(`EventBus.EventPublish${ending}Callback`);
  if (!runtime.isInstance(callback, type)) return;
  const result = new PlatformStruct(`EventBus.${ending}Result`, {
    eventUuids: listOf(runtime, 'String', eventUuids),
  });
  runtime.call(callback, `on${ending}`, [result]);
}

/** Interfaces of callbacks, and what they are given. */
export const eventCallbackClasses: readonly PlatformClass[] = ENDINGS.flatMap((ending): PlatformClass[] => [
  {
    name: `EventBus.EventPublish${ending}Callback`,
    kind: 'interface',
    documentation: referencePage(`apex_interface_eventbus_EventPublish${ending}Callback`),
    members: [abstractMethod(`void on${ending}(EventBus.${ending}Result result)`)],
  },
  {
    name: `EventBus.${ending}Result`,
    kind: 'class',
    documentation: referencePage(`apex_class_eventbus_${ending}Result`),
    members: [
      method(
        'List<String> getEventUuids()',
        (_runtime: ApexRuntime, self: PlatformStruct) => self.values['eventUuids'] ?? null,
      ),
    ],
  },
]);

const HEADER_PROPERTIES: Readonly<Record<string, string>> = {
  ChangeOrigin: 'String',
  ChangeType: 'String',
  ChangedFields: 'List<String>',
  CommitNumber: 'Long',
  CommitTimestamp: 'Long',
  CommitUser: 'String',
  DiffFields: 'List<String>',
  EntityName: 'String',
  NulledFields: 'List<String>',
  RecordIds: 'List<String>',
  SequenceNumber: 'Integer',
  TransactionKey: 'String',
};

/** A header of the bus as Apex has it. */
export function changeEventHeader(runtime: ApexRuntime, header: ChangeEventHeader): PlatformStruct {
  const values = new Map(
    Object.entries(header).map(([name, value]) => [name.toLowerCase(), value as unknown]),
  );
  const entries = Object.entries(HEADER_PROPERTIES).map(([name, type]): [string, ApexValue] => {
    const value = values.get(name.toLowerCase()) ?? null;
    if (Array.isArray(value)) return [name, listOf(runtime, 'String', value as string[])];
    return [name, type === 'Long' && value !== null ? BigInt(value as number) : (value as ApexValue)];
  });
  return new PlatformStruct('EventBus.ChangeEventHeader', Object.fromEntries(entries));
}

/** A header that code has made, as the bus has it. */
export function headerOfBus(runtime: ApexRuntime, { values }: PlatformStruct): ChangeEventHeader {
  const entries = Object.entries(values).map(([name, value]): [string, unknown] => [
    name.charAt(0).toLowerCase() + name.slice(1),
    value instanceof ApexList ? value.items : value === null ? null : toFieldValue(runtime, value),
  ]);
  return Object.fromEntries(entries) as unknown as ChangeEventHeader;
}

/** What a change event says of the change. */
export const changeEventHeaderClass: PlatformClass = {
  name: 'EventBus.ChangeEventHeader',
  kind: 'class',
  documentation: referencePage('apex_class_eventbus_ChangeEventHeader'),
  members: [
    method('new()', () => new PlatformStruct('EventBus.ChangeEventHeader')),
    ...Object.entries(HEADER_PROPERTIES).flatMap(([name, type]) => [
      ...accessorMethods(type, name),
      settableProperty(type, name),
    ]),
  ],
};
