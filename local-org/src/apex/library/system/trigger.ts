import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { TriggerContext } from '../../runtime/trigger-context';
import { property, type PlatformClass, type PlatformMember } from '../platform-class';

const PAGE =
  'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Trigger.htm';

const context = (runtime: ApexRuntime): TriggerContext | null => runtime.execution.trigger;

/** Whether the event of the running trigger holds a word: `isBefore`, `isInsert`. */
function flag(name: string, word: string): PlatformMember {
  return property(
    `static Boolean ${name}`,
    (runtime: ApexRuntime) => context(runtime)?.event.split(' ').includes(word) === true,
  );
}

/** The variables of the running trigger. */
export const triggerClass: PlatformClass = {
  name: 'System.Trigger',
  kind: 'class',
  documentation: PAGE,
  members: [
    property('static Boolean isExecuting', (runtime: ApexRuntime) => context(runtime) !== null),
    flag('isBefore', 'before'),
    flag('isAfter', 'after'),
    flag('isInsert', 'insert'),
    flag('isUpdate', 'update'),
    flag('isDelete', 'delete'),
    flag('isUndelete', 'undelete'),
    property('static List<SObject> new', (runtime: ApexRuntime) => context(runtime)?.newList ?? null),
    property('static Map<Id, SObject> newMap', (runtime: ApexRuntime) => context(runtime)?.newMap ?? null),
    property('static List<SObject> old', (runtime: ApexRuntime) => context(runtime)?.oldList ?? null),
    property('static Map<Id, SObject> oldMap', (runtime: ApexRuntime) => context(runtime)?.oldMap ?? null),
    property('static Integer size', (runtime: ApexRuntime) => context(runtime)?.size ?? 0),
    property('static System.TriggerOperation operationType', (runtime: ApexRuntime) => {
      const event = context(runtime)?.event;
      return event === undefined
        ? null
        : runtime.enumValue('System.TriggerOperation', event.toUpperCase().replace(' ', '_'));
    }),
  ],
};

/** The events of triggers. */
export const triggerOperationEnum: PlatformClass = {
  name: 'System.TriggerOperation',
  kind: 'enum',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_enum_System_TriggerOperation.htm',
  constants: [
    'BEFORE_INSERT',
    'BEFORE_UPDATE',
    'BEFORE_DELETE',
    'AFTER_INSERT',
    'AFTER_UPDATE',
    'AFTER_DELETE',
    'AFTER_UNDELETE',
  ],
  members: [],
};
