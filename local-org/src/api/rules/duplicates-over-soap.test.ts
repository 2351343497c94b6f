import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApprovalOrg, type ApprovalFixture } from '../approvals/testing/approval-org';
import { SoapClient } from '../soap/testing/soap-client';

const FILE = join(__dirname, '../../../conformance/rules/duplicates-and-assignment.json');
const fixture = JSON.parse(readFileSync(FILE, 'utf8')) as ApprovalFixture;

const sObject = (type: string, fields: string): string =>
  `<sObjects><type>${type}</type>${fields}</sObjects>`;
const header = (fields: string): string => `<DuplicateRuleHeader>${fields}</DuplicateRuleHeader>`;
const KNOWN = sObject('Account', '<Name>Known</Name><Phone>4155551212</Phone>');
const BLOCKED = sObject('Lead', '<LastName>B</LastName><Company>B</Company><Email>one@example.com</Email>');

describe('duplicate rules over SOAP', () => {
  let org: ApprovalOrg;
  let soap: SoapClient;
  let id: string;
  beforeAll(async () => {
    org = await ApprovalOrg.start({ ...fixture, cases: [] });
    soap = new SoapClient(org.api);
    id = await org.api.create('Account', { Name: 'Known', Phone: '(415) 555-1212', Site: 'Main' });
    await org.api.create('Lead', { LastName: 'A', Company: 'A', Email: 'one@example.com' });
  });
  afterAll(() => org.stop());

  it('create: the error of an alert is a DuplicateError that says what was found', async () => {
    const { xml } = await soap.call('create', KNOWN);
    expect(xml).toContain(
      '<errors xsi:type="DuplicateError"><message>Use one of these records?</message>' +
        '<statusCode>DUPLICATES_DETECTED</statusCode><duplicateResult><allowSave>true</allowSave>' +
        '<duplicateRule>Alert</duplicateRule><duplicateRuleEntityType>Account</duplicateRuleEntityType>' +
        '<errorMessage>Use one of these records?</errorMessage><matchResults><entityType>Account</entityType>' +
        '<matchEngine>FuzzyMatchEngine</matchEngine><matchRecords><matchConfidence>100</matchConfidence>' +
        `<record xsi:type="sf:sObject"><sf:type>Account</sf:type><sf:Id>${id}</sf:Id><sf:Id>${id}</sf:Id></record></matchRecords>` +
        '<rule>Standard_Account_Match_Rule_v1_0</rule><size>1</size><success>true</success></matchResults>' +
        '</duplicateResult></errors><id xsi:nil="true"/><success>false</success>',
    );
  });

  it('includeRecordDetails: shows the fields that the user may read', async () => {
    const { xml } = await soap.call(
      'create',
      KNOWN,
      header('<includeRecordDetails>true</includeRecordDetails>'),
    );
    expect(xml).toContain('<sf:Name>Known</sf:Name>');
    expect(xml).toContain('<sf:Phone>(415) 555-1212</sf:Phone>');
    expect(xml).not.toContain('<sf:Fax');
  });

  it('allowSave: saves what only alerts, not what blocks', async () => {
    const allow = header('<allowSave>true</allowSave>');
    expect(await soap.result('create', KNOWN, allow)).toMatchObject({ success: 'true' });
    expect(await soap.result('create', BLOCKED, allow)).toMatchObject({
      success: 'false',
      errors: { duplicateResult: { allowSave: 'false', duplicateRule: 'Block' } },
    });
    expect(await soap.result('create', KNOWN, header('<allowSave>false</allowSave>'))).toMatchObject({
      success: 'false',
    });
  });

  it('upsert and update: carry the duplicates too', async () => {
    const lead = await org.api.create('Lead', { LastName: 'C', Company: 'C' });
    const change = sObject('Lead', `<Id>${lead}</Id><Email>one@example.com</Email>`);
    const upsert = `<externalIDFieldName>Id</externalIDFieldName>${change}`;
    for (const [operation, content] of [
      ['update', change],
      ['upsert', upsert],
    ] as const) {
      expect(await soap.result(operation, content)).toMatchObject({
        errors: { statusCode: 'DUPLICATES_DETECTED', duplicateResult: { matchResults: { size: '1' } } },
      });
    }
  });

  it('runAsCurrentUser: looks only at records that the user may read', async () => {
    await org.deploy({
      'objects/Lead.object': '<CustomObject><sharingModel>Private</sharingModel></CustomObject>',
    });
    const peer = await org.api.login({ sub: 'peer@example.com' });
    const all = await soap.call('create', BLOCKED, '', peer);
    expect(all.xml).toContain('DUPLICATES_DETECTED');
    const own = await soap.call('create', BLOCKED, header('<runAsCurrentUser>true</runAsCurrentUser>'), peer);
    expect(own.xml).toContain('<success>true</success>');
  });
});
