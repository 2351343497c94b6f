import { cacheClasses } from './cache/partitions';
import type { PlatformClass } from './platform-class';
import { restContextClass, restRequestClass, restResponseClass } from './rest/rest-context';
import {
  approvalClass,
  lockResultClasses,
  processRequestClass,
  processResultClass,
  processSubmitRequestClass,
  processWorkitemRequestClass,
} from './system/approval';
import { eventBusClass, eventTriggerContextClass } from './system/event-bus';
import { changeEventHeaderClass, eventCallbackClasses } from './system/event-callbacks';
import { inboundEmailClasses } from './system/inbound-email';
import { formulaClasses } from './formula/formula';
import { formulaEvalClasses } from './formula/formula-eval';
import { invocableClasses } from './invocable/action';
import { flowInterviewClass } from './invocable/flow-interview';
import { labelClass } from './system/label';
import {
  customNotificationClass,
  emailClass,
  emailFileAttachmentClass,
  messagingClass,
  sendEmailErrorClass,
  sendEmailResultClass,
  singleEmailMessageClass,
} from './system/messaging';
import { networkClass } from './system/network';
import { orgLimitClass, orgLimitsClass } from './system/org-limits';
import { pageReferenceClass } from './system/page-reference';
import { quiddityEnum, requestClass } from './system/request';
import { accessTypeEnum, securityClass, sobjectAccessDecisionClass } from './system/security';
import { httpCalloutMockInterface, httpClass, httpRequestClass, httpResponseClass } from './testing/http';
import {
  multiStaticResourceCalloutMockClass,
  staticResourceCalloutMockClass,
} from './testing/static-resource-mocks';
import { stubProviderInterface, testBrokerClass, testClass } from './testing/test';
import { visualEditorClasses } from './visual-editor/dynamic-pick-list';

/** Classes of tests, and of what reaches beyond the org's records: callouts, messages, events, approvals. */
export const testingGroup: readonly PlatformClass[] = [
  accessTypeEnum,
  approvalClass,
  ...cacheClasses,
  changeEventHeaderClass,
  customNotificationClass,
  emailClass,
  emailFileAttachmentClass,
  eventBusClass,
  ...eventCallbackClasses,
  eventTriggerContextClass,
  flowInterviewClass,
  ...formulaClasses,
  ...formulaEvalClasses,
  httpCalloutMockInterface,
  httpClass,
  httpRequestClass,
  httpResponseClass,
  ...inboundEmailClasses,
  ...invocableClasses,
  labelClass,
  ...lockResultClasses,
  messagingClass,
  multiStaticResourceCalloutMockClass,
  networkClass,
  orgLimitClass,
  orgLimitsClass,
  pageReferenceClass,
  processRequestClass,
  processResultClass,
  processSubmitRequestClass,
  processWorkitemRequestClass,
  quiddityEnum,
  requestClass,
  restContextClass,
  restRequestClass,
  restResponseClass,
  securityClass,
  sendEmailErrorClass,
  sendEmailResultClass,
  singleEmailMessageClass,
  sobjectAccessDecisionClass,
  staticResourceCalloutMockClass,
  stubProviderInterface,
  testBrokerClass,
  testClass,
  ...visualEditorClasses,
];
