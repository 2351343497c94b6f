import { PackageSource, type SourceFile } from '../package-source';

/** Files of a package in memory, by path below its folder. */
export type Files = Readonly<Record<string, string>>;

const FOLDER = 'force-app/main/default';

const CONTROLLER = `public with sharing class DealController {
    public enum Level { LOW, HIGH }
    public virtual class Scored {
        @AuraEnabled public Decimal score = 0;
    }
    public class Health extends Scored {
        @AuraEnabled public String summary { get; private set; }
        @AuraEnabled public Level level;
        @AuraEnabled public List<Reason> reasons = new List<Reason>();
        @AuraEnabled public Map<Id, Date> dueDates = null;
        public String notForPages;
        @AuraEnabled public static Integer count;
    }
    public class Reason {
        @AuraEnabled public String text, advice;
    }
    @AuraEnabled(cacheable=true)
    public static Health getHealth(Id opportunityId) { return null; }
    @AuraEnabled(cacheable=true)
    public static List<Opportunity> getStalled() { return null; }
    @AuraEnabled
    public static void waive(Id itemId, Reason reason) {}
    @AuraEnabled
    public static Object[] everything() { return null; }
    public static Decimal notForPages() { return 0; }
}`;

const RESOURCE = `@RestResource(urlMapping='/intake/*')
global with sharing class IntakeResource {
    global class Row { global String key; global Datetime at; transient global Integer hidden; private String own; }
    @HttpPost global static List<IntakeResult> take(List<Row> rows) { return null; }
    @HttpGet global static void show() {}
}`;

const RESULT = 'global class IntakeResult { global Boolean success = false; public Set<String> errors; }';

const ACTION = `public class ScoreDeal {
    public class Request { @InvocableVariable(required=true) public Id dealId; @InvocableVariable public Date asOf; }
    public class Result { @InvocableVariable public Decimal score; }
    @InvocableMethod(label='Score deal')
    public static List<Result> run(List<Request> requests) { return null; }
}`;

const field = (type: string, rest = ''): string =>
  `<CustomField><fullName>x</fullName><label>A label</label><type>${type}</type>${rest}</CustomField>`;

const PICKLIST = `<valueSet><restricted>true</restricted><valueSetDefinition>
  <value><fullName>Won't fix</fullName></value><value><fullName>Done</fullName></value>
</valueSetDefinition></valueSet>`;

/** A package with one of everything that is mirrored. */
export const SAMPLE_FILES: Files = {
  'classes/deals/DealController.cls': CONTROLLER,
  'classes/IntakeResource.cls': RESOURCE,
  'classes/IntakeResult.cls': RESULT,
  'classes/ScoreDeal.cls': ACTION,
  'classes/NotMirrored.cls': 'public class NotMirrored { public Unknown.Thing field; }',
  'objects/Opportunity/fields/Level__c.field-meta.xml': field('Picklist', PICKLIST),
  'objects/Opportunity/fields/Size__c.field-meta.xml': field(
    'Picklist',
    '<valueSet><restricted>true</restricted><valueSetName>Sizes</valueSetName></valueSet>',
  ),
  'objects/Activity/fields/Score__c.field-meta.xml': field('Number'),
  'objects/Item__c/Item__c.object-meta.xml':
    '<CustomObject><label>Item</label><nameField><type>AutoNumber</type></nameField></CustomObject>',
  'objects/Item__c/fields/Deal__c.field-meta.xml': field(
    'MasterDetail',
    '<referenceTo>Opportunity</referenceTo>',
  ),
  'objects/Item__c/fields/Text__c.field-meta.xml': field('Text', '<required>true</required>'),
  'objects/Item__c/fields/Total__c.field-meta.xml': field('Number', '<formula>1 + 1</formula>'),
  'objects/Opportunity/fields/Key__c.field-meta.xml': field('Text', '<externalId>true</externalId>'),
  'objects/Opportunity/fields/Last__c.field-meta.xml': field(
    'Summary',
    '<summaryOperation>max</summaryOperation><summarizedField>Item__c.Due__c</summarizedField>',
  ),
  'objects/Item__c/fields/Due__c.field-meta.xml': field('Date'),
  'globalValueSets/Sizes.globalValueSet-meta.xml':
    '<GlobalValueSet><customValue><fullName>Small</fullName></customValue></GlobalValueSet>',
  'labels/CustomLabels.labels-meta.xml':
    '<CustomLabels><labels><fullName>Hello</fullName><value>Hello</value></labels></CustomLabels>',
  'customPermissions/Waive.customPermission-meta.xml':
    '<CustomPermission><label>Waive</label></CustomPermission>',
  'permissionsets/Admin.permissionset-meta.xml':
    '<PermissionSet><userPermissions><name>ViewRoles</name></userPermissions></PermissionSet>',
  'staticresources/Logo.resource-meta.xml':
    '<StaticResource><description>The logo</description></StaticResource>',
  'messageChannels/Selected.messageChannel-meta.xml':
    '<LightningMessageChannel><lightningMessageFields><fieldName>recordId</fieldName></lightningMessageFields></LightningMessageChannel>',
  'lwc/deal/deal.ts':
    "import NAME from '@salesforce/schema/Opportunity.Account.Owner.Name';\nimport NO from '@salesforce/schema/Opportunity.Account.Nothing';",
};

/** The sample package with some files changed or added, and those left out that are null. */
export function samplePackage(changes: Readonly<Record<string, string | null>> = {}): PackageSource {
  const files = Object.entries({ ...SAMPLE_FILES, ...changes });
  return new PackageSource(
    files.flatMap(([path, text]): SourceFile[] =>
      text === null ? [] : [{ path: `${FOLDER}/${path}`, text }],
    ),
  );
}
