import { ACTION_MAKERS, ELEMENT_TYPES, UNSUPPORTED_ELEMENTS } from '../../flow';
import { conformanceFiles, type CaseText } from './conformance-files';
import { parityDocument, type ParityDocument, type ParityRow } from './parity-row';

const ELEMENTS_PAGE = 'https://help.salesforce.com/s/articleView?id=platform.flow_ref_elements.htm&type=5';
const ACTIONS_PAGE =
  'https://help.salesforce.com/s/articleView?id=platform.flow_ref_elements_actions.htm&type=5';
const APPROVALS_PAGE =
  'https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_approvalprocess.htm';
const RULES_PAGE =
  'https://help.salesforce.com/s/articleView?id=sales.managing_duplicates_overview.htm&type=5';
const CONVERT_PAGE =
  'https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_convertlead.htm';
const APPROVAL_CASES = 'local-org/conformance/approval/opportunity-approvals.json';
const RULE_CASES = 'local-org/conformance/rules/duplicates-and-assignment.json';

/** Approval features by name; a note tells what is missing. */
const APPROVAL_FEATURES: Readonly<Record<string, string>> = {
  'entry criteria by items and by formula': '',
  'steps with criteria, approved, skipped or rejected when not met': '',
  'approvers: user, manager field, related user field, queue, chosen by the submitter': '',
  'unanimous and first response': '',
  'approve, reject, reject to the previous step, recall, reassign': '',
  'record lock and unlock': 'details of a locked master stay open',
  'field updates, e-mail alerts and tasks as actions': 'outbound messages are refused at deploy',
};

/** Flow elements and actions, approvals, duplicate and assignment rules, lead conversion. */
export function automationParity(): ParityDocument {
  const files = conformanceFiles('flow', '.json');
  return parityDocument(
    'parity/automation.md',
    'Automation',
    'What flows, approvals and rules may consist of. A deploy refuses the rest by name.',
    [
      {
        heading: 'Flow elements',
        rows: [
          ...ELEMENT_TYPES.map((element) => supported(element.tag, element.documentation, files)),
          ...UNSUPPORTED_ELEMENTS.map((tag): ParityRow => {
            return {
              feature: tag,
              status: 'unsupported',
              documentation: ELEMENTS_PAGE,
              test: 'local-org/conformance/flow/deploy-checks.json',
              note: 'refused by name',
            };
          }),
        ],
      },
      {
        heading: 'Flow actions',
        rows: [...ACTION_MAKERS.keys()].map((name) =>
          name === 'apex'
            ? {
                ...supported(name, ACTIONS_PAGE, files),
                status: 'unsupported' as const,
                note: 'refused until Apex is executed',
              }
            : supported(name, ACTIONS_PAGE, files),
        ),
      },
      {
        heading: 'Approval processes',
        rows: Object.entries(APPROVAL_FEATURES).map(([feature, note]) => ({
          feature,
          status: note === '' ? ('supported' as const) : ('partial' as const),
          documentation: APPROVALS_PAGE,
          test: APPROVAL_CASES,
          ...(note === '' ? {} : { note }),
        })),
      },
      {
        heading: 'Rules and conversion',
        rows: [
          {
            feature: 'matching rules',
            status: 'partial',
            documentation: RULES_PAGE,
            test: RULE_CASES,
            note: 'fuzzy methods compare within a key',
          },
          { feature: 'duplicate rules', status: 'supported', documentation: RULES_PAGE, test: RULE_CASES },
          {
            feature: 'assignment rules',
            status: 'partial',
            documentation: RULES_PAGE,
            test: RULE_CASES,
            note: 'no teams, no mails',
          },
          {
            feature: 'convertLead',
            status: 'supported',
            documentation: CONVERT_PAGE,
            test: 'local-org/src/api/rules/lead-conversion.test.ts',
          },
        ],
      },
    ],
  );
}

function supported(feature: string, documentation: string, files: readonly CaseText[]): ParityRow {
  const test = files.find(({ text }) => text.includes(feature))?.file ?? '';
  return test === ''
    ? { feature, status: 'partial', documentation, test, note: 'has no case of its own' }
    : { feature, status: 'supported', documentation, test };
}
