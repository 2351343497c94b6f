import type { AutomationPorts } from '../execution';
import { assignmentRuleStep } from './assignment/assignment-rules';
import { DuplicateReports } from './duplicates/duplicate-reports';
import { duplicateRuleStep } from './duplicates/duplicate-step';
import { fieldHistoryListener } from './history/field-history';
import { opportunityHistoryListener } from './history/opportunity-history';
import { MatchKeys } from './matching/match-keys';
import type { RuleServices } from './services';

/** Plugs duplicate and assignment rules into the ports of saves, and field and stage history into commits. */
export function plugInRules(services: RuleServices, ports: AutomationPorts): void {
  const keys = new MatchKeys(services);
  const reports = new DuplicateReports(services);
  services.transactions.beforeCommit((transaction) => reports.write(transaction));
  services.transactions.beforeCommit(fieldHistoryListener(services));
  services.transactions.beforeCommit(opportunityHistoryListener(services));
  ports.duplicateRules = duplicateRuleStep(services, keys, reports);
  ports.matchKeys = (batch) => keys.write(batch);
  ports.assignmentRules = assignmentRuleStep(services);
}
