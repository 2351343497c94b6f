import { smallProcedure } from '../testing/small-package';
import { checkProcedure } from './check-procedure';

const FLOW = 'flows/Mover.flow-meta.xml';
const GATE = 'customMetadata/Stage_Gate.Call.md-meta.xml';
const THRESHOLD = 'customMetadata/Review_Threshold.Large.md-meta.xml';
const EVENT = 'customMetadata/Notification_Event.Moved.md-meta.xml';
const POLICY = 'customMetadata/Stage_Policy.Second.md-meta.xml';

/** A change of one file, and what is found then. */
const CASES: readonly (readonly [string, string, string, readonly string[]])[] = [
  [GATE, 'First', 'Third', ['gate Call: is of no open stage']],
  [GATE, 'Activity<', 'Dream<', ['gate Call: is of kind Dream, which nothing completes']],
  [
    GATE,
    '<field>Activity_Subject__c</field><value>Call',
    '<field>Activity_Subject__c</field><value>',
    ['gate Call: is of kind Activity and does not say which'],
  ],
  [FLOW, 'Stage_Gate__mdt', 'Stage_Gate_Item__c', ['gates: no flow reads Stage_Gate__mdt']],
  [THRESHOLD, 'Amount', 'Other__c', ['threshold Large: no flow compares Other__c']],
  [THRESHOLD, 'Manager', 'Board', ['threshold Large: no approval step asks the Board']],
  [THRESHOLD, 'Second', 'Third', ['threshold Large: Third is no open stage']],
  [
    FLOW,
    'Moved',
    'Gone',
    [
      'event Moved: Mover does not send it',
      'flow Mover: sends Gone, which the catalogue does not list for it',
    ],
  ],
  [EVENT, 'Email', 'Task', ['event Moved: Mover does not send it']],
  [
    FLOW,
    'Notification_Event__mdt',
    'Account',
    ['event Moved: Mover does not send it', 'flow Mover: emailSimple belongs to no event'],
  ],
  [POLICY, 'Work on', 'Dream of', ['stage Second: Path and policy differ']],
  [POLICY, '10.0', '12', ['stage Second: probability of the value set and the policy differ']],
  [POLICY, '<value>2</value>', '<value>3</value>', ['rule Stage_Not_Skipped: Second is not stage 2']],
];

describe('checkProcedure', () => {
  it('finds nothing in a procedure that fits together', () => {
    expect(checkProcedure(smallProcedure())).toEqual([]);
  });

  it.each(CASES)('%s: finds "%s" changed to "%s"', (file, from, to, problems) => {
    expect(checkProcedure(smallProcedure({ [file]: [from, to] }))).toEqual(problems);
  });
});
