import { TestOrg } from '../../org/testing/test-org';
import { installedPackages } from '../vendor/installed-packages';
import { MODULE_SCOPES, platformModule } from './platform-modules';

describe('platformModule', () => {
  let test: TestOrg;
  const text = (name: string, user = test.admin): string | undefined =>
    platformModule(name, user, {
      schema: () => test.org.schema(),
      components: () => test.org.components(),
      access: test.org.access,
      baseModules: installedPackages(__filename).baseModules,
    })?.trim();

  beforeAll(async () => {
    test = new TestOrg();
    await test.deploy({
      'labels/CustomLabels.labels': {
        labels: [
          {
            fullName: 'Greeting',
            language: 'en_US',
            protected: false,
            shortDescription: 'x',
            value: 'Say "hi"',
          },
        ],
      },
      'messageChannels/Picked.messageChannel': { isExposed: false, masterLabel: 'Picked' },
      'staticresources/Logo.resource': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'staticresources/Logo.resource-meta.xml':
        '<?xml version="1.0" encoding="UTF-8"?><StaticResource xmlns="http://soap.sforce.com/2006/04/metadata"><cacheControl>Public</cacheControl><contentType>image/svg+xml</contentType></StaticResource>',
      'customPermissions/Guide.customPermission': { isLicensed: false, label: 'Guide' },
      'permissionsets/Guides.permissionset': {
        label: 'Guides',
        customPermissions: [{ enabled: true, name: 'Guide' }],
      },
    });
  });
  afterAll(() => test.org.close());

  it.each([
    ['schema/Account', '{"objectApiName":"Account"}'],
    ['schema/account.Name', '{"fieldApiName":"Name","objectApiName":"Account"}'],
    ['schema/Opportunity.Account.Name', '{"fieldApiName":"Account.Name","objectApiName":"Opportunity"}'],
    ['label/c.Greeting', '"Say \\"hi\\""'],
    ['messageChannel/Picked__c', '{"channelName":"Picked__c"}'],
    ['resourceUrl/Logo', '"/resource/Logo"'],
    ['userPermission/ModifyAllData', 'true'],
  ])('%s is %s', (name, value) => {
    expect(text(name)).toBe(`export default ${value};`);
  });

  it('calls the Apex method that is named', () => {
    expect(text('apex/Trips.next')).toContain(
      '{"namespace":"","classname":"Trips","method":"next","isContinuation":false}',
    );
    expect(text('apexContinuation/ns.Trips.next')).toContain(
      '{"namespace":"ns","classname":"Trips","method":"next","isContinuation":true}',
    );
    expect(text('apex')).toContain('refreshApex');
  });

  it.each([
    ['user/Id', 'context.user.id'],
    ['user/isGuest', 'false'],
    ['i18n/timeZone', 'context.user.timeZone'],
    ['i18n/locale', 'context.user.locale'],
  ])('%s is what the page knows of its user', (name, expression) => {
    expect(text(name)).toContain(`export default ${expression};`);
  });

  it('tells the user who asks: undefined for a permission that he lacks', () => {
    const guide = test.addUser('guide', { permissionSets: ['Guides'] });
    const other = test.addUser('other', {});
    expect(text('customPermission/Guide', guide)).toBe('export default true;');
    expect(text('customPermission/Guide', other)).toBe('export default undefined;');
  });

  it('knows nothing of what is not there', () => {
    for (const name of [
      'schema/Wombat__c',
      'label/c.Wombat',
      'resourceUrl/Wombat',
      'messageChannel/Wombat__c',
      'wombat/x',
    ]) {
      expect([name, text(name)]).toEqual([name, undefined]);
    }
  });

  it('has every scope that it says it has', () => {
    expect(MODULE_SCOPES).toContain('apex');
    expect(text('i18n/number.decimalSeparator')).toContain('export default');
    expect(text('client/formFactor')).toBeDefined();
  });
});
