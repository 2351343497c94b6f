import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mirrorFiles } from './mirror-files';
import { PackageSource } from './package-source';
import { compile } from './testing/compile';
import { SAMPLE_FILES, samplePackage } from './testing/sample-package';

const PLATFORM = readFileSync(join(__dirname, '../../types/platform.d.ts'), 'utf8');
type Changes = Readonly<Record<string, string | null>>;

const CONTROLLER = 'classes/deals/DealController.cls';

function declarations(changes: Changes = {}): Record<string, string> {
  const files = mirrorFiles(samplePackage(changes)).map(({ name, text }) => [name, text] as const);
  return { ...Object.fromEntries(files), 'platform.d.ts': PLATFORM };
}

/** The sample's controller with one text in it replaced. */
function controllerWith(text: string, replacement: string): Changes {
  const controller = SAMPLE_FILES[CONTROLLER] ?? '';
  expect(controller).toContain(text);
  return { [CONTROLLER]: controller.replaceAll(text, replacement) };
}

const mirrored = declarations();

const PAGE = `
import { api, LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getHealth from '@salesforce/apex/DealController.getHealth';
import getStalled from '@salesforce/apex/DealController.getStalled';
import waive from '@salesforce/apex/DealController.waive';
import LEVEL from '@salesforce/schema/Opportunity.Level__c';
import OWNER from '@salesforce/schema/Opportunity.Account.Owner.Name';
import hello from '@salesforce/label/c.Hello';
import mayWaive from '@salesforce/customPermission/Waive';
import type { Apex, WireResult } from 'opportunity-hub/apex';
export default class DealPage extends LightningElement {
  @api recordId: string | undefined;
  @wire(getHealth, { opportunityId: '$recordId' }) health: WireResult<Apex.DealController.Health | null> | undefined;
  @wire(getStalled) stalled({ data, error }: WireResult<readonly object[]>): void { void [data, error]; }
  fields = [LEVEL.fieldApiName, OWNER.fieldApiName, hello, mayWaive] as const;
  get advice(): string { return this.health?.data?.reasons[0]?.advice ?? ''; }
  async onWaive(itemId: string): Promise<void> {
    await waive({ itemId, reason: { text: 'late' } });
    await refreshApex(this.health);
    const [deal] = await getStalled();
    const level: "Won't fix" | 'Done' | null | undefined = deal?.Level__c;
    void [level, deal?.Account?.Name, deal?.Amount?.toFixed(2)];
  }
}
`;

describe('mirrorFiles: declarations for pages', () => {
  it('compile, and a page that uses them as they are compiles', () => {
    expect(compile({ ...mirrored, 'page.ts': PAGE })).toEqual([]);
  });

  it.each([
    ['a parameter is renamed', 'Id opportunityId', 'Id dealId', "'opportunityId'"],
    ['a parameter is added', 'Id itemId, Reason', 'Id itemId, Integer days, Reason', "'days' is missing"],
    ['a method is renamed', 'getStalled', 'getOpen', "'@salesforce/apex/DealController.getStalled'"],
    ['a method is no longer cached', '(cacheable=true)', '', 'not assignable to parameter'],
    ['a field is dropped', 'text, advice', 'text', "'advice' does not exist"],
    ['a field has another type', 'List<Reason> reasons', 'List<String> reasons', "'advice' does not exist"],
    [
      'a field is hidden',
      '@AuraEnabled public String text, advice',
      'public String text, advice; @AuraEnabled public String rest',
      "'advice' does not exist",
    ],
    [
      'a result has another type',
      'static Health getHealth',
      'static Reason getHealth',
      "no exported member 'Health'",
    ],
  ])('stop the page from compiling when %s', (_change, text, replacement, message) => {
    const errors = compile({ ...declarations(controllerWith(text, replacement)), 'page.ts': PAGE });
    expect(errors.join('\n')).toContain(message);
    expect(errors.filter((error) => !error.startsWith('page.ts:'))).toEqual([]);
  });

  it.each([
    ['objects/Opportunity/fields/Level__c.field-meta.xml', "'@salesforce/schema/Opportunity.Level__c'"],
    ['labels/CustomLabels.labels-meta.xml', "'@salesforce/label/c.Hello'"],
    ['customPermissions/Waive.customPermission-meta.xml', "'@salesforce/customPermission/Waive'"],
  ])('stop the page from compiling when %s is gone', (path, message) => {
    expect(compile({ ...declarations({ [path]: null }), 'page.ts': PAGE }).join('\n')).toContain(message);
  });

  it('do not declare a path that leads nowhere', () => {
    expect(mirrored['schema.d.ts']).toContain("'@salesforce/schema/Opportunity.Account.Owner.Name'");
    expect(mirrored['schema.d.ts']).not.toContain('Opportunity.Account.Nothing');
  });

  it('show only what travels: the fields with the annotation, with those of the superclass', () => {
    expect(mirrored['apex.d.ts']).toContain('interface Health extends Apex.DealController.Scored {');
    expect(mirrored['apex.d.ts']).not.toMatch(/notForPages|count/);
  });

  it('hold enums as texts, maps by text, dates as texts, and what starts with a value as filled', () => {
    const text = mirrored['apex.d.ts'];
    expect(text).toContain("type Level = 'LOW' | 'HIGH';");
    expect(text).toContain('dueDates?: Readonly<Record<string, Records.IsoDate>> | null;');
    expect(text).toContain('readonly score: number;');
    expect(text).toContain('readonly reasons: readonly Apex.DealController.Reason[];');
  });

  it.each([
    [
      'public static dealcontroller.REASON f() {}',
      'ApexFunction<Parameters, Apex.DealController.Reason | null>',
    ],
    ['public static System.Date f() {}', 'ApexFunction<Parameters, Records.IsoDate | null>'],
    ['public static Schema.Account f() {}', 'ApexFunction<Parameters, Partial<Records.Account> | null>'],
    ['public static List<List<Id>> f() {}', 'ApexFunction<Parameters, readonly (readonly Records.Id[])[]>'],
    [
      'public static Map<String, Decimal> f() {}',
      'ApexFunction<Parameters, Readonly<Record<string, number>>>',
    ],
    ['public static SObject f(Object any) {}', 'readonly any: unknown | null;'],
  ])('write %s as TypeScript', (method, text) => {
    const file = { 'classes/A.cls': `public class A { @AuraEnabled ${method} }` };
    expect(declarations(file)['apex.d.ts']).toContain(text);
  });

  it('find inner types of the superclass, and put continuations where components look for them', () => {
    const files = {
      'classes/Base.cls': 'public virtual class Base { public class Row { @AuraEnabled public Integer n; } }',
      'classes/A.cls':
        'public class A extends Base { @AuraEnabled(continuation=true) public static Row[] f() {} }',
    };
    const text = declarations(files)['apex.d.ts'];
    expect(text).toContain("declare module '@salesforce/apexContinuation/A.f'");
    expect(text).toContain('ApexFunction<Parameters, readonly Apex.Base.Row[]>');
  });

  it('are stopped by types that are not known or do not travel, with file and line', () => {
    const changed = controllerWith('Health getHealth', 'Map<String, List<Heath>> getHealth');
    expect(() => mirrorFiles(samplePackage(changed))).toThrow(
      "force-app/main/default/classes/deals/DealController.cls:18: Unknown type 'Heath'",
    );
  });

  it.each([
    ['@AuraEnabled public static Set<String> f() {}', "Type 'Set<String>' does not travel to pages"],
    ['@AuraEnabled public static Blob f() {}', "Type 'Blob' does not travel to pages"],
    ['@AuraEnabled public static A f() {}', "Class 'A' has no @AuraEnabled fields for pages"],
    ['interface I {} @AuraEnabled public static I f() {}', "Interface 'A.I' does not travel to pages"],
    ['@AuraEnabled public String f() {}', "@AuraEnabled method 'f' is not static"],
    [
      '@AuraEnabled public static void f() {} @AuraEnabled public static void f(Id i) {}',
      "@AuraEnabled method 'f' is overloaded",
    ],
    ['@AuraEnabled public static void f( {}', "mismatched input '{'"],
  ])('refuse %s', (members, message) => {
    const file = { 'classes/A.cls': `public class A {\n${members}\n}` };
    expect(() => mirrorFiles(samplePackage(file))).toThrow(`classes/A.cls:2: `);
    expect(() => mirrorFiles(samplePackage(file))).toThrow(message);
  });
});

describe('mirrorFiles: declarations for scripts', () => {
  const scripts = {
    'records.d.ts': mirrored['records.d.ts'] ?? '',
    'apex-rest.d.ts': mirrored['apex-rest.d.ts'] ?? '',
    'invocable-actions.d.ts': mirrored['invocable-actions.d.ts'] ?? '',
  };
  const IMPORTS = `
import type { RecordChange, RecordInput, RecordOf } from 'opportunity-hub/records';
import type { RestRequest, RestResponse } from 'opportunity-hub/apex-rest';
import type { ActionInput, ActionOutput } from 'opportunity-hub/invocable-actions';
`;

  it.each([
    [
      'a record to write',
      "export const x: RecordInput<'Item__c'> = { Text__c: 'a', Deal__r: { Key__c: 'b' } };",
    ],
    [
      'any field',
      "export const x: Readonly<Record<string, string | number | object | null | undefined>> = {} as RecordInput<'Item__c'>;",
    ],
    ['a change', "export const x: RecordChange<'Opportunity'> = { Size__c: 'Small', Amount: null };"],
    [
      'a record that was read',
      "export const x = (r: RecordOf<'Item__c', 'Total__c' | 'Name'>): number | null => r.Total__c;",
    ],
    [
      'fields of activities',
      "export const x = (r: RecordOf<'Task', 'Score__c'>): number | null => r.Score__c;",
    ],
    [
      'a roll-up of dates',
      "export const x = (r: RecordOf<'Opportunity', 'Last__c'>): string | null => r.Last__c;",
    ],
    ['a request', "export const x: RestRequest<'/intake/*', 'POST'> = { rows: [{ key: 'a' }] };"],
    [
      'an answer',
      "export const x = (r: RestResponse<'/intake/*', 'POST'>): boolean | undefined => r[0]?.success;",
    ],
    ['an input', "export const x: ActionInput<'ScoreDeal'> = { dealId: 'a' };"],
    ['an output', "export const x = (r: ActionOutput<'ScoreDeal'>): number | null | undefined => r.score;"],
  ])('take %s', (_what, text) => {
    expect(compile({ ...scripts, 'use.ts': IMPORTS + text })).toEqual([]);
  });

  it.each([
    [
      'a required field that is missing',
      "export const x: RecordInput<'Item__c'> = {};",
      "'Text__c' is missing",
    ],
    ['a formula', "export const x: RecordChange<'Item__c'> = { Total__c: 1 };", "'Total__c' does not exist"],
    ['an auto number', "export const x: RecordChange<'Item__c'> = { Name: 'a' };", "'Name' does not exist"],
    [
      'a value outside its set',
      "export const x: RecordChange<'Opportunity'> = { Size__c: 'Big' };",
      `'"Big"' is not assignable`,
    ],
    ['a field that is not there', "export type X = RecordOf<'Item__c', 'Tier__c'>;", '"Tier__c"'],
    [
      'an unknown property of a request',
      "export const x: RestRequest<'/intake/*', 'POST'> = { lines: [] };",
      "'lines' does not exist",
    ],
    [
      'what does not travel',
      "export const x: RestRequest<'/intake/*', 'POST'> = { rows: [{ hidden: 1 }] };",
      "'hidden' does not exist",
    ],
    [
      'an input without what it requires',
      "export const x: ActionInput<'ScoreDeal'> = {};",
      "'dealId' is missing",
    ],
  ])('refuse %s', (_what, text, message) => {
    expect(compile({ ...scripts, 'use.ts': IMPORTS + text }).join('\n')).toContain(message);
  });

  it('are stopped by a field type that is not known, with the file', () => {
    const file = {
      'objects/Item__c/fields/Odd__c.field-meta.xml': '<CustomField><type>Odd</type></CustomField>',
    };
    expect(() => mirrorFiles(samplePackage(file))).toThrow(
      "objects/Item__c/fields/Odd__c.field-meta.xml: Unknown type 'Odd' of field 'Odd__c'",
    );
  });

  it('are stopped by a standard object whose facts are missing', () => {
    const file = {
      'objects/Case/fields/A__c.field-meta.xml': '<CustomField><type>Text</type></CustomField>',
    };
    expect(() => mirrorFiles(samplePackage(file))).toThrow("Unknown object 'Case'");
  });
});

describe('mirrorFiles: files', () => {
  it('leaves out those with nothing to declare', () => {
    const names = mirrorFiles(new PackageSource([])).map(({ name }) => name);
    expect(names).toEqual(['apex.d.ts', 'permissions.d.ts', 'records.d.ts', 'schema.d.ts']);
  });

  it('writes the same text for the same package', () => {
    expect(declarations()).toEqual(mirrored);
  });
});
