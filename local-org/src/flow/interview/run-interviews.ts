import { ApiError, LocalOrgError } from '../../core';
import type { FlowElement } from '../elements/flow-element';
import { FlowFault, FlowLimitFault } from './flow-fault';
import type { Interview } from './interview';

/** Elements per interview. @see https://help.salesforce.com/s/articleView?id=platform.flow_considerations_limit.htm */
const MAX_ELEMENTS_BEFORE_57 = 2_000;
/**
 * DEVIATION: newer flows are stopped by CPU time on the platform; here by a number of elements, so that a flow that
 * never ends fails the same way on every machine.
 */
const MAX_ELEMENTS = 200_000;
const UNLIMITED_SINCE_API_VERSION = 57;

/**
 * Runs interviews until each has finished, failed, or waits. They advance together: what works on records is held
 * until all that come that way are there, so a batch makes one query or save per element.
 */
export function runInterviews(interviews: readonly Interview[]): void {
  let live = interviews.filter((interview) => interview.status === 'Started');
  while (live.length > 0) {
    live = live.filter((root) => advance(root));
    const group = nextGroup(live.map(leafOf));
    if (group.length > 0) runTogether(group);
  }
}

/** Moves on to the next element that works on a batch. @returns false at the end */
function advance(root: Interview): boolean {
  for (;;) {
    const interview = leafOf(root);
    if (interview.status !== 'Started') {
      if (!leave(interview)) return false;
      continue;
    }
    if (interview.next === null) {
      interview.status = 'Finished';
      continue;
    }
    const element = enter(interview);
    if (!element) continue;
    if (!element.run) return true;
    runAlone(interview, element);
  }
}

/** Goes back to the flow that called a subflow. @returns false when there is none */
function leave(interview: Interview): boolean {
  const { parent } = interview;
  if (!parent) return false;
  parent.child = null;
  if (interview.status === 'Finished') {
    parent.compiled.element(parent.elementName ?? '')?.childFinished?.(parent, interview);
  } else if (interview.error) parent.fail(interview.error);
  else {
    // The whole interview waits where its subflow waits.
    parent.child = interview;
    parent.status = interview.status;
    return false;
  }
  return true;
}

/** The element that an interview stands at. A limit or a missing element ends the interview. */
function enter(interview: Interview): FlowElement | undefined {
  const name = interview.next ?? '';
  const element = interview.compiled.element(name);
  if (!element) {
    interview.fail(new FlowFault(`The element ${name} doesn't exist in the flow.`));
    return undefined;
  }
  interview.elementName = element.name;
  return element;
}

function count(interview: Interview, element: FlowElement): boolean {
  interview.visited.add(element.key);
  const limit =
    interview.flow.apiVersion < UNLIMITED_SINCE_API_VERSION ? MAX_ELEMENTS_BEFORE_57 : MAX_ELEMENTS;
  if (++interview.executed <= limit) return true;
  interview.fail(new FlowLimitFault('Number of iterations exceeded.'));
  return false;
}

function runAlone(interview: Interview, element: FlowElement): void {
  if (!count(interview, element) || !element.run) return;
  try {
    interview.next = element.run(interview);
  } catch (error) {
    interview.fail(faultOf(error));
  }
}

function runTogether(group: readonly Interview[]): void {
  const first = group[0];
  const element = first?.compiled.element(first.next ?? '');
  if (!element?.runBatch) return;
  const counted = group.filter((interview) => count(interview, element));
  try {
    if (counted.length > 0) element.runBatch(counted);
  } catch (error) {
    const fault = faultOf(error);
    for (const interview of counted) interview.fail(fault);
  }
}

/** A fault of the flow; anything else is a defect or an unsupported feature, and goes on to the caller. */
function faultOf(error: unknown): FlowFault {
  if (error instanceof FlowFault) return error;
  if (error instanceof ApiError) return new FlowFault(`${error.errorCode}: ${error.message}`);
  if (error instanceof LocalOrgError) throw error;
  throw error;
}

function leafOf(interview: Interview): Interview {
  let leaf = interview;
  while (leaf.child) leaf = leaf.child;
  return leaf;
}

/** Of the interviews that wait at an element, those at the one that comes first on the way through the flow. */
function nextGroup(waiting: readonly Interview[]): Interview[] {
  let group: Interview[] = [];
  let groupRank: readonly number[] = [];
  for (const interview of waiting) {
    const [first] = group;
    if (first && isSamePlace(first, interview)) {
      group.push(interview);
      continue;
    }
    const rank = rankOf(interview);
    if (first && compareRanks(rank, groupRank) >= 0) continue;
    // Interviews of this place that were passed by stand after it in the list, so none is missed.
    group = [interview];
    groupRank = rank;
  }
  return group;
}

/** Whether two interviews stand at the same chain of elements, from the innermost flow outwards. */
function isSamePlace(a: Interview, b: Interview): boolean {
  if (a.flow !== b.flow || a.next !== b.next) return false;
  return a.parent && b.parent ? isSamePlace(a.parent, b.parent) : a.parent === b.parent;
}

function rankOf(interview: Interview): number[] {
  const own = interview.flow.ranks.get((interview.next ?? '').toLowerCase()) ?? 0;
  return interview.parent ? [...rankOf(interview.parent), own] : [own];
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return b.length - a.length;
}
