import { formatDatetime } from '../../../core';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import { deliverEvents, startTest, stopTest, testContext } from '../../testing/start-stop';
import type { ApexDatetime } from '../../runtime/values/apex-datetime';
import type { ApexList } from '../../runtime/values/apex-list';
import type { ApexTypeValue } from '../../runtime/values/apex-type-value';
import type { ApexValue } from '../../runtime/values/apex-value';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import { referencePage } from '../documentation';
import { abstractMethod, method, type PlatformClass } from '../platform-class';
import { reportPublications } from '../system/event-callbacks';
import { loadData } from './load-data';
import { createStub } from './stubs';

/** What tests do with the platform. */
export const testClass: PlatformClass = {
  name: 'System.Test',
  kind: 'class',
  documentation: referencePage('apex_methods_system_test'),
  members: [
    method('static Boolean isRunningTest()', (runtime: ApexRuntime) => runtime.execution.isTest),
    method('static void startTest()', startTest),
    method('static void stopTest()', stopTest),
    method(
      'static void setMock(Type interfaceType, Object instance)',
      (runtime: ApexRuntime, interfaceType: ApexTypeValue | null, instance: ApexValue) => {
        if (interfaceType === null || instance === null) return runtime.throwNull();
        testContext(runtime).mocks.set(interfaceType.name, instance);
      },
    ),
    method('static Object createStub(Type parentType, System.StubProvider stubProvider)', createStub),
    method('static List<SObject> loadData(Schema.SObjectType objectType, String resourceName)', loadData),
    method('static void setCreatedDate(Id recordId, Datetime createdDatetime)', setCreatedDate),
    method('static Id getStandardPricebookId()', standardPricebookId),
    method(
      'static void setFixedSearchResults(List<Id> fixedSearchResults)',
      (runtime: ApexRuntime, ids: ApexList | null) => {
        testContext(runtime).fixedSearchResults = (ids?.items ?? []).map(String);
      },
    ),
    method(
      'static EventBus.TestBroker getEventBus()',
      (runtime: ApexRuntime) => testContext(runtime) && new PlatformStruct('EventBus.TestBroker'),
    ),
    method('static void enableChangeDataCapture()', (runtime: ApexRuntime) => {
      testContext(runtime).changeDataCapture = true;
      runtime.org.events.beginCapture();
    }),
    method('static void calculatePermissionSetGroup(Id permissionSetGroupId)', refreshPermissions),
    method('static void calculatePermissionSetGroup(List<Id> permissionSetGroupIds)', refreshPermissions),
  ],
};

/** Permission set groups count by what they hold, so there is nothing to calculate but what was kept of it. */
function refreshPermissions(runtime: ApexRuntime): void {
  runtime.org.accessChanged();
}

function setCreatedDate(runtime: ApexRuntime, recordId: string | null, created: ApexDatetime | null): void {
  testContext(runtime);
  if (recordId === null || created === null) return runtime.throwNull();
  const { store } = runtime.org;
  const type = runtime.org.schema().findByKeyPrefix(recordId.slice(0, 3));
  if (!type || !store.find(type, recordId)) {
    // UNVERIFIED: the text for an id without a record.
    return runtime.throwNew('System.InvalidParameterValueException', `Invalid record id: ${recordId}`);
  }
  store.update(type, recordId, { CreatedDate: formatDatetime(created.ms) });
}

function standardPricebookId(runtime: ApexRuntime): string | null {
  const row = runtime.org.store.prepare('SELECT "Id" AS id FROM "Pricebook2" WHERE "IsStandard" = 1').get();
  return (row as { readonly id: string } | undefined)?.id ?? null;
}

/** Delivers the events that a test has published. */
export const testBrokerClass: PlatformClass = {
  name: 'EventBus.TestBroker',
  kind: 'class',
  documentation: referencePage('apex_class_eventbus_TestBroker'),
  members: [
    method('void deliver()', (runtime: ApexRuntime) => {
      deliverEvents(runtime);
      reportPublications(runtime, 'Success');
    }),
    method('void fail()', (runtime: ApexRuntime) => {
      runtime.org.events.forgetPublished();
      reportPublications(runtime, 'Failure');
    }),
  ],
};

/** What classes implement that stand in for others. */
export const stubProviderInterface: PlatformClass = {
  name: 'System.StubProvider',
  kind: 'interface',
  documentation: referencePage('apex_interface_System_StubProvider'),
  members: [
    abstractMethod(
      'Object handleMethodCall(Object stubbedObject, String stubbedMethodName, Type returnType, List<Type> listOfParamTypes, List<String> listOfParamNames, List<Object> listOfArgs)',
    ),
  ],
};
