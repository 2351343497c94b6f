import type { AccessControl } from '../access';
import { createApprovals, type Approvals } from '../approval';
import type { Clock } from '../core';
import type { NestedSaves } from '../dml';
import type {
  AutomationPorts,
  FormulaFieldEvaluator,
  RequestContext,
  RunningUser,
  TransactionManager,
} from '../execution';
import { createFlowEngine, type FlowEngine } from '../flow';
import { createJobQueue, type JobQueue } from '../jobs';
import type { ComponentStore } from '../metadata';
import { createOutbox, type Outbox } from '../outbox';
import type { QueryEngine } from '../query';
import { convertLeads, plugInRules, type LeadConversion, type LeadConversionResult } from '../rules';
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
  findUser(id: string): RunningUser | undefined;
  /** The user as whom runs what nobody started. */
  automationUser(): RunningUser;
}

/** The automation of an org that others call. */
export interface OrgAutomation {
  readonly jobs: JobQueue;
  readonly outbox: Outbox;
  readonly approvals: Approvals;
  readonly flows: FlowEngine;
  convertLeads(conversions: readonly LeadConversion[], context: RequestContext): LeadConversionResult[];
}

/** Makes the automation of an org and plugs it into the ports of saves. */
export function createAutomation(services: AutomationServices): OrgAutomation {
  const { ports } = services;
  const jobs = createJobQueue(services);
  const outbox = createOutbox(services);
  const approvals = createApprovals({ ...services, outbox });
  ports.recordLocks = approvals.lockStep;
  const ruleServices = { ...services, outbox };
  plugInRules(ruleServices, ports);
  const flows = createFlowEngine({
    ...services,
    timeZone: () => services.automationUser().timeZone,
    ports: { jobs, outbox, approvals },
  });
  Object.assign(ports, flows.ports());
  return {
    jobs,
    outbox,
    approvals,
    flows,
    convertLeads: (conversions, context) => convertLeads(ruleServices, conversions, context),
  };
}
