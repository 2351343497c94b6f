import { actionCallElement } from './action-call';
import { assignmentElement } from './assignment';
import { collectionProcessorElement } from './collection-processor';
import { customErrorElement } from './custom-error';
import { decisionElement } from './decision';
import type { ElementType } from './flow-element';
import { loopElement } from './loop';
import { recordCreateElement } from './record-create';
import { recordDeleteElement } from './record-delete';
import { recordLookupElement } from './record-lookup';
import { recordRollbackElement } from './record-rollback';
import { recordUpdateElement } from './record-update';
import { screenElement } from './screen';
import { stepElement } from './step';
import { subflowElement } from './subflow';
import { transformElement } from './transform';
import { waitElement } from './wait';

/** The elements that flows are made of. A new one is a file beside this one and a line here. */
export const ELEMENT_TYPES: readonly ElementType[] = [
  actionCallElement,
  assignmentElement,
  collectionProcessorElement,
  customErrorElement,
  decisionElement,
  loopElement,
  recordCreateElement,
  recordDeleteElement,
  recordLookupElement,
  recordRollbackElement,
  recordUpdateElement,
  screenElement,
  stepElement,
  subflowElement,
  transformElement,
  waitElement,
];

/** Elements that the local org does not run; a flow with one is refused at deploy by its name. */
export const UNSUPPORTED_ELEMENTS: readonly string[] = [
  'apexPluginCalls',
  'collectionFilterCriteria',
  'dataLookups',
  'experiments',
  'exitRules',
  'orchestratedStages',
];
