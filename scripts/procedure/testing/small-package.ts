import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readProcedure, type Procedure } from '../procedure';

type Values = Readonly<Record<string, string>>;

const record = (label: string, values: Values): string =>
  `<CustomMetadata><label>${label}</label>${Object.entries({ Active__c: 'true', ...values })
    .map(([field, value]) => `<values><field>${field}</field><value>${value}</value></values>`)
    .join('')}</CustomMetadata>`;

const policy = (stage: string, order: number): string =>
  record(stage, {
    Stage__c: stage,
    Stage_Order__c: `${order}`,
    Default_Probability__c: '10.0',
    Minimum_Probability__c: '5',
    Maximum_Probability__c: '15',
    Forecast_Category__c: 'Best Case',
    Norm_Days__c: '14',
    Guidance__c: `Work on ${stage}.`,
  });

const value = (stage: string, closed = false): string =>
  `<standardValue><fullName>${stage}</fullName><closed>${closed}</closed><won>false</won>` +
  '<forecastCategory>BestCase</forecastCategory><probability>10</probability></standardValue>';

const step = (stage: string): string =>
  `<pathAssistantSteps><picklistValueName>${stage}</picklistValueName><info>Work on ${stage}.</info></pathAssistantSteps>`;

const lookup = (object: string, event = ''): string =>
  `<recordLookups><object>${object}</object><filters><field>DeveloperName</field><value><stringValue>${event}</stringValue></value></filters></recordLookups>`;

/** A package of two stages, a gate, a threshold and an event that fit together. */
const FILES: Values = {
  'standardValueSets/OpportunityStage.standardValueSet-meta.xml': `<StandardValueSet>${value('First')}${value('Second')}</StandardValueSet>`,
  'pathAssistants/Path.pathAssistant-meta.xml': `<PathAssistant>${step('First')}${step('Second')}</PathAssistant>`,
  'customMetadata/Stage_Policy.First.md-meta.xml': policy('First', 1),
  'customMetadata/Stage_Policy.Second.md-meta.xml': policy('Second', 2),
  'customMetadata/Stage_Gate.Call.md-meta.xml': record('Call made', {
    Stage__c: 'First',
    Kind__c: 'Activity',
    Activity_Subject__c: 'Call',
    Activity_Type__c: 'Call',
    Criterion__c: 'A call was made.',
    Required__c: 'true',
    Waived_By__c: 'Manager',
    Waiver_Days__c: '1',
  }),
  'customMetadata/Review_Threshold.Large.md-meta.xml': record('Large', {
    Field_Name__c: 'Amount',
    Operator__c: 'Greater Or Equal',
    Value__c: '5000',
    From_Stage__c: 'Second',
    Reviewer__c: 'Manager',
    Due_Hours__c: '48',
  }),
  'customMetadata/Notification_Event.Moved.md-meta.xml': record('Moved', {
    Channel__c: 'Email',
    Flow__c: 'Mover',
    In_Bulk__c: 'Sent',
  }),
  'objects/Opportunity/validationRules/Stage_Not_Skipped.validationRule-meta.xml':
    '<ValidationRule><active>true</active><description>One by one.</description><errorMessage>Do not skip.</errorMessage>' +
    '<errorConditionFormula>AND(NOT(ISNEW()), ISCHANGED(StageName), CASE(TEXT(StageName), "First", 1, "Second", 2, 0) &gt; 1,' +
    ' CASE(TEXT(StageName), "First", $CustomMetadata.Stage_Policy__mdt.First.Norm_Days__c, "Second", $CustomMetadata.Stage_Policy__mdt.Second.Norm_Days__c) = 1)</errorConditionFormula></ValidationRule>',
  'flows/Mover.flow-meta.xml':
    `<Flow><status>Active</status><label>Mover</label><formulas><name>Who_May_Waive</name><expression>CASE({!x}, "Manager", "a manager", "nobody")</expression></formulas><actionCalls><actionType>emailSimple</actionType></actionCalls>` +
    `${lookup('Notification_Event__mdt', 'Moved')}${lookup('Stage_Gate__mdt')}${lookup('Review_Threshold__mdt')}${lookup('Hygiene_Policy__mdt')}` +
    '<decisions><rules><conditions><leftValueReference>Each.Field_Name__c</leftValueReference><rightValue><stringValue>Amount</stringValue></rightValue></conditions>' +
    '<conditions><leftValueReference>Kind</leftValueReference><rightValue><stringValue>Activity</stringValue></rightValue></conditions></rules></decisions></Flow>',
  'approvalProcesses/Opportunity.Review.approvalProcess-meta.xml':
    '<ApprovalProcess><active>true</active><label>Review</label><approvalStep><label>Manager</label></approvalStep></ApprovalProcess>',
};

/** Texts to exchange, by file: `{ 'flows/Mover.flow-meta.xml': ['Moved', 'Other'] }`. */
export type PackageChanges = Readonly<Record<string, readonly [string, string]>>;

/** The procedure of the package, with texts of its files exchanged. */
export function smallProcedure(changes: PackageChanges = {}): Procedure {
  const folder = mkdtempSync(join(tmpdir(), 'procedure-'));
  try {
    for (const [file, text] of Object.entries(FILES)) {
      const [from, to] = changes[file] ?? ['', ''];
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), from === '' ? text : text.replaceAll(from, to));
    }
    return readProcedure(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
