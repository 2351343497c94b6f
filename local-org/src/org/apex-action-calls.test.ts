import { apexFiles } from './testing/apex-package';
import { expandFlow } from './testing/flow-package';
import { TestOrg } from './testing/test-org';

const LARGE_ORDER = expandFlow('Large_Order', {
  start: { connector: 'Make' },
  variables: [
    { name: 'customer', dataType: 'String', isInput: true },
    { name: 'accountId', dataType: 'String', isOutput: true },
    { name: 'record', dataType: 'SObject', objectType: 'Account', isInput: true, isOutput: true },
  ],
  recordCreates: [
    {
      name: 'Make',
      object: 'Account',
      inputAssignments: [{ field: 'Name', value: '@customer' }],
      assignRecordIdToReference: 'accountId',
      connector: 'Rename',
    },
  ],
  assignments: [
    {
      name: 'Rename',
      assignmentItems: [{ assignToReference: 'record.Site', operator: 'Assign', value: '@customer' }],
    },
  ],
});

const SOURCES = {
  Doubled: `public class Doubled {
  public class Request {
    @InvocableVariable(required=true)
    public Integer given;
  }
  @InvocableMethod(label='Double')
  public static List<Integer> run(List<Request> requests) {
    List<Integer> results = new List<Integer>();
    for (Request request : requests) {
      if (request.given == 0) {
        throw new IllegalArgumentException('nothing to double');
      }
      results.add(request.given * 2);
    }
    return results;
  }
}`,
};

describe('actions that Apex calls', () => {
  const test = new TestOrg();

  beforeAll(() => test.deploy({ 'flows/Large_Order.flow': LARGE_ORDER, ...apexFiles(SOURCES) }));
  afterAll(() => test.org.close());

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

  it('Invocable.Action: a flow runs once per invocation and gives its outputs', () => {
    expect(
      printed(`
Invocable.Action action = Invocable.Action.createCustomAction('flow', 'Large_Order');
action.addInvocation().setInvocationParameter('customer', 'Ann');
action.setInvocationParameter('record', new Account(Name = 'Given'));
action.addInvocation().setInvocationParameter('customer', 'Bob');
List<Invocable.Action.Result> results = action.invoke();
System.debug(results.size());
System.debug(results[0].isSuccess());
Map<String, Object> outputs = results[0].getOutputParameters();
System.debug(outputs.get('Flow__InterviewStatus'));
Id accountId = (Id) outputs.get('accountId');
System.debug([SELECT Name FROM Account WHERE Id = :accountId].Name);
Account record = (Account) outputs.get('record');
System.debug(record.Name + ' ' + record.Site);
System.debug(results[1].getInvocationParameters());
System.debug(results[1].getAction().getName() + ' ' + action.getType() + ' ' + action.isStandard());`),
    ).toEqual(['2', 'true', 'Finished', 'Ann', 'Given Ann', '{customer=Bob}', 'Large_Order flow false']);
  });

  it('Invocable.Action: an invocable method gets values of Apex; an exception is an error of each result', () => {
    expect(
      printed(`
Invocable.Action action = Invocable.Action.createCustomAction('apex', 'Doubled');
action.setInvocations(new List<Map<String, Object>>{ new Map<String, Object>{ 'given' => 21 } });
System.debug(action.invoke()[0].getOutputParameters().get('output'));
action.clearInvocations().addInvocation().setInvocationParameter('given', 0);
List<Invocable.Action.Error> errors = action.invoke()[0].getErrors();
System.debug(errors[0].getCode() + ': ' + errors[0].getMessage());`),
    ).toEqual(['42', 'UNKNOWN_EXCEPTION: System.IllegalArgumentException: nothing to double']);
  });

  it('Invocable.Action: a standard action goes by its type; one that is not there is an error', () => {
    const before = test.org.outbox.list().length;
    expect(
      printed(`
Invocable.Action mail = Invocable.Action.createStandardAction('emailSimple');
mail.addInvocation();
mail.setInvocationParameter('emailAddresses', 'ann@example.com');
mail.setInvocationParameter('emailSubject', 'Hello');
mail.setInvocationParameter('emailBody', 'Text');
System.debug(mail.invoke()[0].isSuccess());
Invocable.Action gone = Invocable.Action.createCustomAction('flow', 'Gone');
System.debug(gone.addInvocation().invoke()[0].getErrors()[0].getCode());`),
    ).toEqual(['true', 'NOT_FOUND']);
    expect(test.org.outbox.list()).toHaveLength(before + 1);
  });

  it('Flow.Interview: runs a flow by its type or by name, and tells its variables', () => {
    expect(
      printed(`
Flow.Interview.Large_Order typed = new Flow.Interview.Large_Order(new Map<String, Object>{ 'customer' => 'Cy' });
typed.start();
Id accountId = (Id) typed.getVariableValue('ACCOUNTID');
System.debug([SELECT Name FROM Account WHERE Id = :accountId].Name);
Flow.Interview named = Flow.Interview.createInterview('Large_Order', new Map<String, Object>{ 'customer' => 'Di' });
named.start();
System.debug(named.getVariableValue('accountId') != null);
System.debug(Flow.Interview.Large_Order.class.getName() + ' ' + Flow.Interview.Gone.class.getName());
try {
  Flow.Interview.createInterview('Gone', new Map<String, Object>()).start();
} catch (FlowException gone) {
  System.debug(gone.getTypeName());
}`),
    ).toEqual(['Cy', 'true', 'Flow.Interview.Large_Order Flow.Interview', 'System.FlowException']);
  });
});
