import type { SourceFolder } from './source-folder';
import type { XmlElement } from '../../shared';

/** What an active flow does, as far as the procedure needs it. */
export interface Flow {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** Object that starts it, `''` for one that is called. */
  readonly object: string;
  /** `06:00` for a flow that runs daily. */
  readonly dailyAt: string | undefined;
  /** Labels of its scheduled paths: `Reminder, 24 hours before due`. */
  readonly scheduledPaths: readonly string[];
  /** Texts of its custom errors, as written: `... stays in {!$Record__Prior.StageName} ...`. */
  readonly refusals: readonly string[];
  /** Custom metadata types and objects that it reads. */
  readonly reads: ReadonlySet<string>;
  /** Objects of the records that it updates by a condition: `Stage_Gate_Item__c`. */
  readonly updates: ReadonlySet<string>;
  /** Objects of the records that it creates from values: `Task`. */
  readonly creates: ReadonlySet<string>;
  /** Records of the catalogue that it sends through a subflow. */
  readonly sends: readonly string[];
  /** Records of the catalogue that it looks up by name, to act on them itself. */
  readonly looksUpEvents: readonly string[];
  /** Whether it takes the event from its caller. */
  readonly takesEvent: boolean;
  /** Action types that reach a person: `emailSimple`. */
  readonly notificationActions: readonly string[];
  /** Texts that conditions compare with, by what they compare: `Each_Threshold.Field_Name__c` → `['Amount']`. */
  readonly comparisons: ReadonlyMap<string, readonly string[]>;
  /** Every text that it holds or quotes in a formula: `Contact Role`. */
  readonly literals: ReadonlySet<string>;
  /** Formula resources by name. */
  readonly formulas: ReadonlyMap<string, string>;
}

const NOTIFYING = new Set(['emailSimple', 'emailAlert', 'customNotificationAction', 'chatterPost']);
const EVENTS = 'Notification_Event__mdt';

/** The active flows, by name. */
export function readFlows(folder: SourceFolder): readonly Flow[] {
  return folder
    .read('flows', 'flow')
    .filter(({ content }) => content.at('status') === 'Active')
    .map(({ name, content }) => ({ name, ...describe(content), ...notifications(content) }));
}

function describe(content: XmlElement) {
  return {
    label: content.at('label') ?? '',
    description: content.at('description') ?? '',
    object: content.at('start', 'object') ?? '',
    dailyAt: content.at('start', 'schedule', 'startTime')?.slice(0, 5),
    scheduledPaths: content
      .all('start')
      .flatMap((start) => start.all('scheduledPaths'))
      .map((path) => path.at('label') ?? ''),
    refusals: content
      .all('customErrors')
      .flatMap((error) => error.all('customErrorMessages'))
      .map((message) => message.at('errorMessage') ?? ''),
    reads: new Set(content.all('recordLookups').map((lookup) => lookup.at('object') ?? '')),
    updates: new Set(content.all('recordUpdates').map((update) => update.at('object') ?? '')),
    creates: new Set(content.all('recordCreates').map((create) => create.at('object') ?? '')),
    comparisons: comparisonsOf(content),
    literals: new Set(
      content.everyText.flatMap((text) => [
        text,
        ...[...text.matchAll(/"([^"]*)"/g)].map(([, quoted = '']) => quoted),
      ]),
    ),
    formulas: new Map(
      content.all('formulas').map((formula) => [formula.at('name') ?? '', formula.at('expression') ?? '']),
    ),
  };
}

function notifications(content: XmlElement) {
  const lookups = content
    .all('recordLookups')
    .filter((lookup) => lookup.at('object') === EVENTS)
    .flatMap((lookup) => lookup.all('filters'))
    .filter((filter) => filter.at('field') === 'DeveloperName');
  const calls = content
    .all('subflows')
    .flatMap((subflow) => subflow.all('inputAssignments'))
    .filter((input) => input.at('name') === 'EventName');
  return {
    sends: calls.map((input) => input.at('value', 'stringValue') ?? '?'),
    looksUpEvents: lookups.flatMap((filter) => filter.at('value', 'stringValue') ?? []),
    takesEvent: lookups.some((filter) => filter.at('value', 'elementReference') !== undefined),
    notificationActions: content
      .all('actionCalls')
      .map((action) => action.at('actionType') ?? '')
      .filter((type) => NOTIFYING.has(type)),
  };
}

function comparisonsOf(content: XmlElement): ReadonlyMap<string, readonly string[]> {
  const compared = new Map<string, string[]>();
  const conditions = content
    .all('decisions')
    .flatMap((decision) => decision.all('rules'))
    .flatMap((rule) => rule.all('conditions'));
  for (const condition of conditions) {
    const left = condition.at('leftValueReference') ?? '';
    const right = condition.at('rightValue', 'stringValue');
    if (right !== undefined) compared.set(left, [...(compared.get(left) ?? []), right]);
  }
  return compared;
}
