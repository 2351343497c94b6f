import { apexFiles } from './testing/apex-package';
import { TestOrg } from './testing/test-org';

const MEMBER = { eventChannel: 'ChangeEvents', selectedEntity: 'AccountChangeEvent' };
const SOURCES = {
  AccountChanges: `trigger AccountChanges on AccountChangeEvent (after insert) {
  List<Contact> told = new List<Contact>();
  for (AccountChangeEvent event : Trigger.new) {
    EventBus.ChangeEventHeader header = event.ChangeEventHeader;
    told.add(new Contact(
      LastName = header.getChangeType() + ' ' + header.entityName + ' ' + header.recordIds.size(),
      Description = event.Site + ' ' + String.join(header.changedFields, ',')
    ));
  }
  insert told;
}`,
  ChangesTest: `@IsTest
private class ChangesTest {
  @IsTest
  static void shouldTellChangesWhenAsked() {
    Test.enableChangeDataCapture();
    Account a = new Account(Name = 'A', Site = 'first');
    insert a;
    Test.getEventBus().deliver();
    Assert.areEqual('CREATE Account 1', [SELECT LastName FROM Contact].LastName);
    a.Site = 'second';
    update a;
    Test.getEventBus().deliver();
    Contact told = [SELECT Description FROM Contact WHERE LastName LIKE 'UPDATE%'];
    Assert.areEqual('second Site,LastModifiedDate', told.Description);
    delete a;
    Test.getEventBus().deliver();
    Assert.areEqual(3, [SELECT COUNT() FROM Contact]);
  }
  @IsTest
  static void shouldPublishEventsThatTheTestHasMade() {
    Test.enableChangeDataCapture();
    EventBus.ChangeEventHeader header = new EventBus.ChangeEventHeader();
    header.changeType = 'UPDATE';
    header.entityName = 'Account';
    header.recordIds = new List<String>{ '001000000000001AAA', '001000000000002AAA' };
    header.changedFields = new List<String>{ 'Site' };
    AccountChangeEvent made = new AccountChangeEvent(ChangeEventHeader = header, Site = 'here');
    Assert.isTrue(EventBus.publish(made).isSuccess());
    Test.getEventBus().deliver();
    Contact told = [SELECT LastName, Description FROM Contact];
    Assert.areEqual('UPDATE Account 2', told.LastName);
    Assert.areEqual('here Site', told.Description);
  }
  @IsTest
  static void shouldTellNothingUnlessAsked() {
    Test.startTest();
    insert new Account(Name = 'B');
    Test.stopTest();
    Assert.areEqual(0, [SELECT COUNT() FROM Contact]);
  }
}`,
};

describe('change events in Apex', () => {
  const test = new TestOrg();

  beforeAll(() =>
    test.deploy({
      ...apexFiles(SOURCES),
      'platformEventChannelMembers/ChangeEvents_AccountChangeEvent.platformEventChannelMember': MEMBER,
    }),
  );
  afterAll(() => test.org.close());

  it('Test.enableChangeDataCapture: tests get the events of what they have saved so far', () => {
    const { classes } = test.org.apexService.tests.runNow(
      { selection: { level: 'all' }, skipCoverage: true },
      test.admin,
    );
    const tests = classes.flatMap((outcome) => outcome.tests);
    expect(tests.filter(({ outcome }) => outcome !== 'Pass')).toEqual([]);
    expect(tests).toHaveLength(3);
  });

  it('trigger: gets the changes of objects that a channel selects, after the commit', () => {
    test.insert('Account', [
      { Name: 'C', Site: 'x' },
      { Name: 'C', Site: 'x' },
    ]);
    expect(test.query('SELECT LastName FROM Contact')).toEqual([{ LastName: 'CREATE Account 2' }]);
  });

  it('trigger: fires after insert only', async () => {
    const early = 'trigger Early on AccountChangeEvent (before insert) {}';
    await expect(test.problems(apexFiles({ Early: early }))).resolves.toEqual([
      'ApexTrigger Early: Platform Event SObjects only supports after insert: AccountChangeEvent',
    ]);
  });

  it('query: change events are not kept as records', () => {
    expect(() => test.query('SELECT ReplayId FROM AccountChangeEvent')).toThrow('does not support query');
  });
});
