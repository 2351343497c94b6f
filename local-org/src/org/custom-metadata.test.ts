import { TestOrg } from './testing/test-org';

const relationship = (name: string, referenceTo: string, extra: Record<string, string> = {}): object => ({
  fullName: name,
  label: name,
  type: 'MetadataRelationship',
  referenceTo,
  relationshipName: `By${name.replace('__c', '')}`,
  ...extra,
});
const record = (label: string, values: Record<string, string> = {}): object => ({
  label,
  values: Object.entries(values).map(([field, text]) => ({ field, value: { xsiType: 'xsd:string', text } })),
});

describe('custom metadata relationships', () => {
  const testOrg = new TestOrg();

  beforeAll(async () => {
    await testOrg.deploy({
      'objects/Alert__mdt.object': {
        label: 'Alert',
        pluralLabel: 'Alerts',
        fields: [
          relationship('Rule__c', 'Rule__mdt'),
          relationship('Object__c', 'EntityDefinition'),
          relationship('Field__c', 'FieldDefinition', {
            metadataRelationshipControllingField: 'Alert__mdt.Object__c',
          }),
        ],
      },
      'objects/Rule__mdt.object': { label: 'Rule', pluralLabel: 'Rules' },
      'customMetadata/Alert.First.md': record('First', {
        Rule__c: 'Large_deals_that_have_not_moved',
        Object__c: 'opportunity',
        Field__c: 'StageName',
      }),
      'customMetadata/Rule.Large_deals_that_have_not_moved.md': record('Large'),
    } as Parameters<TestOrg['deploy']>[0]);
  });

  afterAll(() => testOrg.org.close());

  it('lead to the record, the object and the field that a record names', () => {
    const rows = testOrg.query(
      'SELECT Rule__r.DeveloperName, Object__r.QualifiedApiName, Field__r.QualifiedApiName FROM Alert__mdt ' +
        "WHERE Object__r.QualifiedApiName = 'Opportunity'",
    );
    expect(rows).toMatchObject([
      {
        Rule__r: { fields: { DeveloperName: 'Large_deals_that_have_not_moved' } },
        Object__r: { fields: { QualifiedApiName: 'Opportunity' } },
        Field__r: { fields: { QualifiedApiName: 'StageName' } },
      },
    ]);
  });

  it('lead back from the record', () => {
    const rows = testOrg.query('SELECT (SELECT DeveloperName FROM ByRule__r) FROM Rule__mdt');
    expect(JSON.stringify(rows)).toContain('First');
  });

  it('fields know their object, and objects their fields', () => {
    expect(
      testOrg.query(
        "SELECT QualifiedApiName, EntityDefinition.Label FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Contact' AND QualifiedApiName = 'Birthdate'",
      ),
    ).toMatchObject([{ EntityDefinition: { fields: { Label: 'Contact' } } }]);
    const [contact] = testOrg.query(
      "SELECT (SELECT QualifiedApiName FROM Fields WHERE DataType = 'date') FROM EntityDefinition WHERE QualifiedApiName = 'Contact'",
    );
    expect(JSON.stringify(contact)).toContain('Birthdate');
  });
});
