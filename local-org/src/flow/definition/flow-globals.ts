import type { FlowValueType } from './data-type';

/**
 * The members of `$Flow`.
 * @see https://help.salesforce.com/s/articleView?id=platform.flow_ref_resources_system_variables.htm
 */
const FLOW_GLOBALS: Readonly<Record<string, FlowValueType>> = {
  currentdate: { dataType: 'Date', isCollection: false },
  currentdatetime: { dataType: 'DateTime', isCollection: false },
  currentrecord: { dataType: 'String', isCollection: false },
  currentstage: { dataType: 'String', isCollection: false },
  activestages: { dataType: 'String', isCollection: true },
  faultmessage: { dataType: 'String', isCollection: false },
  interviewguid: { dataType: 'String', isCollection: false },
  interviewstarttime: { dataType: 'DateTime', isCollection: false },
};

/** Type of `$Flow.CurrentDate` by `CurrentDate`; undefined when there is no such member. */
export function flowGlobalType(name: string): FlowValueType | undefined {
  return FLOW_GLOBALS[name.toLowerCase()];
}
