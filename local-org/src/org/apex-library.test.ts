import { apexFiles } from './testing/apex-package';
import { TestOrg } from './testing/test-org';

const EVENT = {
  'objects/Order_Event__e.object': {
    label: 'Order Event',
    pluralLabel: 'Order Events',
    deploymentStatus: 'Deployed',
    eventType: 'HighVolume',
    publishBehavior: 'PublishAfterCommit',
    fields: [{ fullName: 'Number__c', label: 'Number', type: 'Text', length: 20 }],
  },
};

const OBJECTS = {
  'objects/Deal__c.object': {
    label: 'Deal',
    pluralLabel: 'Deals',
    nameField: { label: 'Name', type: 'Text' },
    deploymentStatus: 'Deployed',
    sharingModel: 'ReadWrite',
    fields: [{ fullName: 'Size__c', label: 'Size', type: 'Number', precision: 5, scale: 0, required: true }],
    fieldSets: {
      fullName: 'Short',
      label: 'Short form',
      description: 'What a short form shows',
      displayedFields: [
        { field: 'Name', isFieldManaged: false, isRequired: true },
        { field: 'Size__c', isFieldManaged: false, isRequired: false },
      ],
    },
  },
  'objects/Policy__c.object': {
    label: 'Policy',
    customSettingsType: 'Hierarchy',
    enableFeeds: false,
    visibility: 'Public',
    fields: [{ fullName: 'Days__c', label: 'Days', type: 'Number', precision: 5, scale: 0 }],
  },
};

const SOURCES = {
  KeyBuilder: `public class KeyBuilder implements Cache.CacheBuilder {
  public Object doLoad(String key) {
    return key + '!';
  }
}`,
  Told: `public class Told implements EventBus.EventPublishSuccessCallback, EventBus.EventPublishFailureCallback {
  private String prefix;
  public static Boolean seen = false;
  public static void tell(String name) {
    seen = true;
    insert as system new Account(Name = name, Site = 'told');
  }
  public Told(String prefix) {
    this.prefix = prefix;
  }
  public void onSuccess(EventBus.SuccessResult result) {
    insert as system new Account(Name = prefix + result.getEventUuids().size());
  }
  public void onFailure(EventBus.FailureResult result) {
    insert as system new Account(Name = prefix + 'failed ' + result.getEventUuids().size());
  }
}`,
  OrderEvents: `trigger OrderEvents on Order_Event__e (after insert) {
  List<Account> accounts = new List<Account>();
  for (Order_Event__e event : Trigger.new) {
    accounts.add(new Account(Name = event.Number__c));
  }
  if (accounts[0].Name == 'retry' && EventBus.TriggerContext.currentContext().retries < 1) {
    throw new EventBus.RetryableException('again');
  }
  insert accounts;
}`,
  EventTest: `@IsTest
private class EventTest {
  @IsTest
  static void shouldDeliverAtStopTest() {
    Test.startTest();
    Database.SaveResult result = EventBus.publish(new Order_Event__e(Number__c = 'N-1'));
    Assert.isTrue(result.isSuccess());
    Assert.areEqual(0, [SELECT COUNT() FROM Account]);
    Test.stopTest();
    Assert.areEqual('N-1', [SELECT Name FROM Account].Name);
  }
  @IsTest
  static void shouldDeliverWhenAsked() {
    EventBus.publish(new List<Order_Event__e>{ new Order_Event__e(Number__c = 'N-2') });
    Test.getEventBus().deliver();
    Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Name = 'N-2']);
  }
}`,
  CallbackTest: `@IsTest
private class CallbackTest {
  @IsTest
  static void shouldTellWhatBecameOfEvents() {
    EventBus.publish(new Order_Event__e(Number__c = 'N-3'), new Told('test '));
    EventBus.TestBroker broker = Test.getEventBus();
    broker.fail();
    Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Name = 'test failed 1']);
    EventBus.publish(new List<Order_Event__e>{ new Order_Event__e(Number__c = 'N-4') }, new Told('test '));
    Test.getEventBus().deliver();
    Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Name = 'test 1']);
  }
}`,
  Chunks: `public class Chunks implements Queueable, Database.Batchable<SObject>, Database.AllowsCallouts, Database.RaisesPlatformEvents {
  public Database.QueryLocator start(Database.BatchableContext context) {
    return Database.getQueryLocator('SELECT Id FROM Account');
  }
  public void execute(Database.BatchableContext context, List<Account> scope) {
    Told.tell(String.valueOf(context).substringBefore('[') + ' ' + scope.size());
  }
  public void execute(QueueableContext context) {
    Told.tell(String.valueOf(context).substringBefore('['));
  }
  public void finish(Database.BatchableContext context) {
    Told.tell('finish');
  }
}`,
  Ended: `public class Ended implements Queueable, Finalizer, Schedulable {
  public void execute(QueueableContext context) {
    System.attachFinalizer(this);
    if (context.getJobId() != null) {
      Integer broken = 1 / 0;
    }
  }
  public void execute(SchedulableContext context) {
    Told.tell(String.valueOf(context).substringBefore('['));
  }
  public void execute(FinalizerContext context) {
    Told.tell(String.valueOf(context).substringBefore('['));
    Assert.areEqual(ParentJobResult.UNHANDLED_EXCEPTION, context.getResult());
    Assert.areEqual('Divide by 0', context.getException().getMessage());
    Assert.isNotNull(context.getAsyncApexJobId());
    Assert.isNotNull(context.getRequestId());
  }
}`,
  ContextTest: `@IsTest
public class ContextTest {
  static List<String> told() {
    List<String> names = new List<String>();
    for (Account each : [SELECT Name FROM Account WHERE Site = 'told' ORDER BY Name]) {
      names.add(each.Name);
    }
    return names;
  }
  @IsTest
  static void shouldTellBatchesOfTheirJob() {
    insert new List<Account>{ new Account(Name = 'A'), new Account(Name = 'B') };
    Test.startTest();
    Database.executeBatch(new Chunks());
    Test.stopTest();
    Assert.areEqual(new List<String>{ 'BatchableContextImpl 2', 'finish' }, told());
  }
  @IsTest
  static void shouldTellQueueableJobsOfTheirJob() {
    Test.startTest();
    System.enqueueJob(new Chunks());
    Test.stopTest();
    Assert.areEqual(new List<String>{ 'QueueableContextImpl' }, told());
    Assert.isTrue(Told.seen, 'jobs of a test see its static variables');
  }
  @IsTest
  static void shouldRunFinalizersOfJobsThatFail() {
    Test.startTest();
    System.enqueueJob(new Ended());
    try {
      Test.stopTest();
      Assert.fail('the job throws');
    } catch (MathException caught) {
      Assert.areEqual(new List<String>{ 'FinalizerContextImpl' }, told());
    }
  }
  @IsTest
  static void shouldTellScheduledJobsOfTheirTrigger() {
    Test.startTest();
    System.schedule('Ended', '0 0 2 * * ?', new Ended());
    Test.stopTest();
    Assert.areEqual(new List<String>{ 'SchedulableContextImpl' }, told());
  }
}`,
  LoadTest: `@IsTest
private class LoadTest {
  @IsTest
  static void shouldLoadRecordsFromAResource() {
    List<SObject> records = Test.loadData(Account.SObjectType, 'Accounts');
    Assert.areEqual(2, records.size());
    Assert.areEqual('Second, Ltd', ((Account) records[1]).Name);
    Assert.areEqual(12, [SELECT NumberOfEmployees FROM Account WHERE Name = 'First'].NumberOfEmployees);
    Test.setCreatedDate(records[0].Id, Datetime.newInstanceGmt(2020, 1, 2));
    Assert.areEqual(2020, [SELECT CreatedDate FROM Account WHERE Id = :records[0].Id].CreatedDate.yearGmt());
  }
  @IsTest
  static void shouldAnswerCalloutsByAddress() {
    MultiStaticResourceCalloutMock mock = new MultiStaticResourceCalloutMock();
    mock.setStaticResource('https://example.com/accounts', 'Accounts');
    mock.setStatusCode(203);
    mock.setStatus('OK');
    mock.setHeader('Content-Type', 'text/csv');
    Test.setMock(HttpCalloutMock.class, mock);
    HttpRequest request = new HttpRequest();
    request.setEndpoint('https://example.com/accounts');
    HttpResponse response = new Http().send(request);
    Assert.areEqual(203, response.getStatusCode());
    Assert.isTrue(response.getBody().startsWith('Name,'));
  }
  @IsTest
  static void shouldAnswerCalloutsFromAResource() {
    StaticResourceCalloutMock mock = new StaticResourceCalloutMock();
    mock.setStaticResource('Accounts');
    mock.setStatusCode(200);
    mock.setHeader('Content-Type', 'text/csv');
    Test.setMock(HttpCalloutMock.class, mock);
    HttpRequest request = new HttpRequest();
    request.setEndpoint('callout:Anything');
    HttpResponse response = new Http().send(request);
    Assert.isTrue(response.getBody().startsWith('Name,'));
    Assert.areEqual('text/csv', response.getHeader('content-type'));
  }
}`,
  SearchTest: `@IsTest
private class SearchTest {
  @IsTest
  static void shouldFindWhatWasSet() {
    List<Account> accounts = new List<Account>{ new Account(Name = 'A', Phone = '1'), new Account(Name = 'B') };
    insert accounts;
    List<List<SObject>> nothing = [FIND 'A' IN ALL FIELDS RETURNING Account(Id)];
    Assert.areEqual(0, nothing[0].size());
    Test.setFixedSearchResults(new List<Id>{ accounts[0].Id, accounts[1].Id });
    List<List<SObject>> found = [FIND 'x' IN ALL FIELDS RETURNING Account(Id, Name WHERE Phone = null LIMIT 5), Contact];
    Assert.areEqual('B', ((Account) found[0][0]).Name);
    Assert.areEqual(1, found[0].size());
    Assert.areEqual(0, found[1].size());
  }
}`,
  RunAsTest: `@IsTest
private class RunAsTest {
  @IsTest
  static void shouldRunAsAnotherUser() {
    Profile standard = [SELECT Id FROM Profile WHERE Name = 'Standard User'];
    User other = new User(Username = 'other@run.as', LastName = 'Other', Alias = 'other', Email = 'o@run.as',
      ProfileId = standard.Id, TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US',
      EmailEncodingKey = 'UTF-8');
    System.runAs(other) {
      Assert.areEqual('other@run.as', UserInfo.getUserName());
      try {
        insert as user new Deal__c(Name = 'Denied', Size__c = 1);
        Assert.fail('the user may not make deals');
      } catch (SecurityException denied) {
        Assert.areEqual('Access to entity \\'Deal__c\\' denied', denied.getMessage());
      }
    }
    Assert.areNotEqual('other@run.as', UserInfo.getUserName());
  }
}`,
};

const META =
  '<?xml version="1.0" encoding="UTF-8"?><StaticResource xmlns="http://soap.sforce.com/2006/04/metadata"><cacheControl>Public</cacheControl><contentType>text/csv</contentType></StaticResource>';

describe('classes of the platform', () => {
  const test = new TestOrg();

  beforeAll(async () => {
    await test.deploy({
      ...EVENT,
      ...OBJECTS,
      ...apexFiles(SOURCES),
      'staticresources/Accounts.resource': 'Name,NumberOfEmployees\nFirst,12\n"Second, Ltd",\n',
      'staticresources/Accounts.resource-meta.xml': META,
    });
  });
  afterAll(() => {
    test.org.close();
  });

  /** What a block prints; what it throws fails the test. */
  const printed = (source: string): string[] => {
    const messages: string[] = [];
    const { problems, exception } = test.org.apex.runAnonymous(source, {
      user: test.admin,
      log: { log: (event) => event.kind === 'USER_DEBUG' && messages.push(event.message) },
    });
    expect({ problems, exception: exception?.description ?? null }).toEqual({
      problems: [],
      exception: null,
    });
    return messages;
  };

  it('tests of events, data, callouts, searches and users pass', () => {
    const { classes } = test.org.apexService.tests.runNow(
      { selection: { level: 'all' }, skipCoverage: true },
      test.admin,
    );
    const tests = classes.flatMap((outcome) => outcome.tests);
    expect(tests.filter(({ outcome }) => outcome !== 'Pass')).toEqual([]);
    expect(tests).toHaveLength(12);
  });

  it('EventBus: a trigger gets what was published after the commit, again when it asks', () => {
    printed("EventBus.publish(new Order_Event__e(Number__c = 'retry'));");
    expect(test.query("SELECT Id FROM Account WHERE Name = 'retry'")).toEqual([]);
    test.org.advanceClock(60_000);
    expect(test.query("SELECT Name FROM Account WHERE Name = 'retry'")).toEqual([{ Name: 'retry' }]);
  });

  it('EventBus: a callback is told after the commit that events were published', () => {
    printed(
      "EventBus.publish(new List<Order_Event__e>{ new Order_Event__e(Number__c = 'a'), new Order_Event__e(Number__c = 'b') }, new Told('told '));",
    );
    test.org.jobs.runDue();
    expect(test.query("SELECT Name FROM Account WHERE Name LIKE 'told%'")).toEqual([{ Name: 'told 2' }]);
  });

  it('Messaging: messages and notifications are kept in the outbox', () => {
    const [success, refused] = printed(`
Messaging.SingleEmailMessage mail = new Messaging.SingleEmailMessage();
mail.setToAddresses(new List<String>{ 'ann@example.com' });
mail.setSubject('Hello');
mail.setPlainTextBody('Text');
System.debug(Messaging.sendEmail(new List<Messaging.Email>{ mail })[0].isSuccess());
mail.setToAddresses(new List<String>{ 'nobody' });
try {
  Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ mail });
} catch (EmailException e) {
  System.debug(e.getDmlStatusCode(0));
}
Messaging.CustomNotification note = new Messaging.CustomNotification();
note.setTitle('Title');
note.setBody('Body');
note.setNotificationTypeId('0ML000000000001');
note.setTargetId(UserInfo.getUserId());
note.send(new Set<String>{ UserInfo.getUserId() });`);
    expect([success, refused]).toEqual(['true', 'INVALID_EMAIL_ADDRESS']);
    expect(test.org.outbox.list()).toMatchObject([
      { kind: 'email', recipients: ['ann@example.com'], subject: 'Hello', body: 'Text' },
      { kind: 'notification', subject: 'Title', relatedRecordId: test.admin.id },
    ]);
  });

  it('Cache: values are kept by key, and built when they are missing', () => {
    expect(
      printed(`
Cache.Org.put('one', 1);
System.debug(Cache.Org.get('one'));
System.debug(Cache.Org.contains('two'));
System.debug(Cache.Org.getPartition('local.Default').get(KeyBuilder.class, 'three'));
System.debug(Cache.Org.remove('one'));`),
    ).toEqual(['1', 'false', 'three!', 'true']);
  });

  it('Security: takes fields away that the user may not write', () => {
    expect(
      printed(`
List<Account> accounts = new List<Account>{ new Account(Name = 'A', Description = 'd') };
SObjectAccessDecision decision = Security.stripInaccessible(AccessType.CREATABLE, accounts);
System.debug(decision.getRecords().size());
System.debug(decision.getRemovedFields());`),
    ).toEqual(['1', '{}']);
  });

  it('FieldSet: names its fields, with what describes them', () => {
    expect(
      printed(`
Schema.FieldSet short1 = Deal__c.SObjectType.getDescribe().fieldSets.getMap().get('Short');
System.debug(short1.getName() + ', ' + short1.getLabel() + ', ' + short1.getSObjectType());
for (Schema.FieldSetMember member : short1.getFields()) {
  System.debug(member.getFieldPath() + ' ' + member.getLabel() + ' ' + member.getType() + ' ' + member.getDbRequired() + ' ' + member.getRequired() + ' ' + member.getSObjectField());
}
`),
    ).toEqual([
      'Short, Short form, Deal__c',
      'Name Name STRING false true Name',
      'Size__c Size DOUBLE true false Size__c',
    ]);
  });

  it('RecordStatics: custom settings of the org and of the user', () => {
    expect(
      printed(`
System.debug(Policy__c.getInstance().Days__c);
insert as system new Policy__c(SetupOwnerId = UserInfo.getOrganizationId(), Days__c = 5);
System.debug(Policy__c.getOrgDefaults().Days__c + ' ' + Policy__c.getInstance().Days__c);
insert as system new Policy__c(SetupOwnerId = UserInfo.getUserId(), Days__c = 7);
System.debug(Policy__c.getOrgDefaults().Days__c + ' ' + Policy__c.getInstance(UserInfo.getUserId()).Days__c);
System.debug(Policy__c.getValues(UserInfo.getProfileId()));`),
    ).toEqual(['null', '5 5', '5 7', 'null']);
  });

  it('Approval: locks and unlocks records', () => {
    const [id = ''] = test.insert('Account', [{ Name: 'Locked' }]);
    expect(
      printed(`
Id accountId = '${id}';
System.debug(Approval.lock(accountId).isSuccess());
System.debug(Approval.isLocked(accountId));
Approval.unlock(accountId);
System.debug(Approval.isLocked(accountId));`),
    ).toEqual(['true', 'true', 'false']);
  });

  it('Http: nothing leaves the machine outside of tests', () => {
    expect(() => printed('new Http().send(new HttpRequest());')).toThrow(/Apex: callouts is not supported/);
  });

  it('OrgLimits: tells what the API counts, and nothing without one', () => {
    const source = `
OrgLimit requests = OrgLimits.getMap().get('DailyApiRequests');
System.debug(requests.getName() + ' ' + requests.getValue() + '/' + requests.getLimit());
System.debug(OrgLimits.getAll().size());`;
    expect(() => printed(source)).toThrow(/OrgLimits in an org without API is not supported/);
    test.org.limits = () => [{ name: 'DailyApiRequests', limit: 100, used: 3 }];
    expect(printed(source)).toEqual(['DailyApiRequests 3/100', '1']);
  });

  it('Request: names the request', () => {
    expect(printed('System.debug(Request.getCurrent().getQuiddity());')).toEqual(['ANONYMOUS']);
  });
});
