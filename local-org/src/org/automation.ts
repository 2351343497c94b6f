import type { AccessControl } from '../access';
import type { ApexEngine, ApexService, OrgLimit } from '../apex';
import { createApprovals, type Approvals } from '../approval';
import { MAX_API_VERSION, type Clock } from '../core';
import type { NestedSaves } from '../dml';
import type {
  AutomationPorts,
  FormulaFieldEvaluator,
  RequestContext,
  RunningUser,
  TransactionManager,
} from '../execution';
import { eventRecord, type EventBus } from '../events';
import { createFlowEngine, type FlowEngine, type FlowEvents } from '../flow';
import { createJobQueue, type JobQueue } from '../jobs';
import type { ComponentStore } from '../metadata';
import { createApex } from './apex';
import { createApexActionCalls } from './apex-action-calls';
import { createApexActions } from './apex-actions';
import { createOutbox, type Outbox } from '../outbox';
import type { QueryEngine } from '../query';
import {
  convertLeads,
  plugInRules,
  proposeConversion,
  type ConversionProposal,
  type LeadConversion,
  type LeadConversionResult,
} from '../rules';
import type { Schema } from '../schema';
import type { RecordStore } from '../storage';

/** What automation is made from, and the ports it is plugged into. */
export interface AutomationServices {
  schema(): Schema;
  components(): ComponentStore;
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly access: AccessControl;
  readonly formulas: FormulaFieldEvaluator;
  readonly transactions: TransactionManager;
  readonly dml: NestedSaves;
  readonly query: QueryEngine;
  readonly ports: AutomationPorts;
  readonly events: EventBus;
  findUser(id: string): RunningUser | undefined;
  /** The user as whom runs what nobody started. */
  automationUser(): RunningUser;
  /** Forgets what is cached of permissions. */
  accessChanged(): void;
  /** The allowances of the org; null while nothing counts them. */
  limits(): readonly OrgLimit[] | null;
  /** Address at which the org's API listens; null while nothing does. */
  serverUrl(): string | null;
}

/** The automation of an org that others call. */
export interface OrgAutomation {
  readonly jobs: JobQueue;
  readonly outbox: Outbox;
  readonly approvals: Approvals;
  readonly flows: FlowEngine;
  readonly apex: ApexEngine;
  readonly apexService: ApexService;
  convertLeads(conversions: readonly LeadConversion[], context: RequestContext): LeadConversionResult[];
  proposeConversion(leadId: string, context: RequestContext): ConversionProposal;
}

/** Kind of the jobs that wake the event bus for deliveries that wait. */
export const EVENT_DELIVERY_JOB = 'events.deliver';

/** Makes the automation of an org and plugs it into the ports of saves. */
export function createAutomation(services: AutomationServices): OrgAutomation {
  const { ports } = services;
  const jobs = createJobQueue(services);
  const outbox = createOutbox(services);
  const approvals = createApprovals({ ...services, outbox });
  ports.recordLocks = approvals.lockStep;
  const ruleServices = { ...services, outbox };
  plugInRules(ruleServices, ports);
  const apexService = createApex({
    ...services,
    jobs,
    outbox,
    approvals,
    actions: { invoke: (action, inputs, context) => actionCalls.invoke(action, inputs, context) },
    convertLeads: (conversions, context) => convertLeads(ruleServices, conversions, context),
  });
  const apex = apexService.engine;
  const flows = createFlowEngine({
    ...services,
    timeZone: () => services.automationUser().timeZone,
    ports: { jobs, outbox, approvals, events: flowEvents(services.dml), apex: createApexActions(apex) },
  });
  const actionCalls = createApexActionCalls(apex, flows);
  Object.assign(ports, flows.ports());
  subscribeFlows(services.events, flows);
  jobs.handle(EVENT_DELIVERY_JOB, () => services.events.wake());
  return {
    apex,
    apexService,
    jobs,
    outbox,
    approvals,
    flows,
    convertLeads: (conversions, context) => convertLeads(ruleServices, conversions, context),
    proposeConversion: (leadId, context) => proposeConversion(ruleServices, leadId, context),
  };
}

/** Each flow that a platform event starts is a subscriber of its own. */
function subscribeFlows(events: EventBus, flows: FlowEngine): void {
  events.addSubscribers((topic) =>
    flows.eventFlows(topic).map((flow) => ({
      name: `Flow ${flow.name}`,
      deliver: (batch) => flow.run(batch.map(eventRecord)),
    })),
  );
}

/**
 * Events that flows create are published through the save, which checks them.
 * DEVIATION: also flows that run in user context publish without the user's permission to create the event.
 */
function flowEvents(dml: NestedSaves): FlowEvents {
  return {
    publish: (eventName, events, user) => {
      const context = { user, mode: 'system', apiVersion: MAX_API_VERSION } as const;
      return dml.insert(eventName, events, { context, allOrNone: false });
    },
  };
}
