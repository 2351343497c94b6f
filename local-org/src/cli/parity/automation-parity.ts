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
const MATCH_KEYS_PAGE =
  'https://help.salesforce.com/s/articleView?id=sales.matching_rules_match_key_process.htm&type=5';
const DUPLICATE_HEADER_PAGE =
  'https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_header_duplicateruleheader.htm';
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

const EVENT_CASES = 'local-org/conformance/flow/platform-events.json';
const EVENT_DOORS = 'local-org/src/api/rest/platform-events.test.ts';
const BUS_TEST = 'local-org/src/events/event-bus.test.ts';
const ORG_EVENTS_TEST = 'local-org/src/org/platform-events.test.ts';
const EVENTS_GUIDE =
  'https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/';
const CDC_GUIDE =
  'https://developer.salesforce.com/docs/atlas.en-us.change_data_capture.meta/change_data_capture/';

/** Features of the event bus: page, test, and what is missing. */
const EVENT_FEATURES: readonly ParityRow[] = [
  eventRow(
    'publish by REST, composite, Bulk, SOAP',
    `${EVENTS_GUIDE}platform_events_publish_api.htm`,
    EVENT_DOORS,
  ),
  eventRow('publish by a flow', `${EVENTS_GUIDE}platform_events_publish_flow.htm`, EVENT_CASES),
  eventRow(
    'PublishAfterCommit, PublishImmediately',
    `${EVENTS_GUIDE}platform_events_define_ui.htm`,
    EVENT_CASES,
  ),
  eventRow(
    'platform-event-triggered flows',
    `${EVENTS_GUIDE}platform_events_subscribe_flow.htm`,
    EVENT_CASES,
  ),
  eventRow('replay for 72 hours', `${EVENTS_GUIDE}platform_event_limits.htm`, BUS_TEST),
  eventRow(
    'retries and resume checkpoints',
    `${EVENTS_GUIDE}platform_events_subscribe_apex_refire.htm`,
    BUS_TEST,
  ),
  eventRow(
    'change events',
    `${CDC_GUIDE}cdc_message_structure.htm`,
    ORG_EVENTS_TEST,
    'no compound fields, filters, enrichment',
  ),
];

function eventRow(feature: string, documentation: string, test: string, note = ''): ParityRow {
  const status = note === '' ? 'supported' : 'partial';
  return { feature, status, documentation, test, ...(note === '' ? {} : { note }) };
}

/** Flow elements and actions, events, approvals, duplicate and assignment rules, lead conversion. */
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
      { heading: 'Platform events and change events', rows: EVENT_FEATURES },
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
            status: 'supported',
            documentation: MATCH_KEYS_PAGE,
            test: 'local-org/src/api/rules/match-keys.test.ts',
          },
          { feature: 'duplicate rules', status: 'supported', documentation: RULES_PAGE, test: RULE_CASES },
          {
            feature: 'assignment rules',
            status: 'partial',
            documentation: RULES_PAGE,
            test: RULE_CASES,
            note: 'no case teams (refused at deploy), no default owner',
          },
          {
            feature: 'DuplicateError in SOAP, DuplicateRuleHeader',
            status: 'supported',
            documentation: DUPLICATE_HEADER_PAGE,
            test: 'local-org/src/api/rules/duplicates-over-soap.test.ts',
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
