import type { Component, MetadataObject } from '../component';
import { objectOf, objectsOf, textOf } from '../content-access';
import type { PathStep } from '../xml/xml-element';
import { reference, type Reference } from './reference';

/**
 * Objects whose quick actions are all deployed. Others, and the global ones, have actions that every org has and that
 * no package brings: `Case.SendEmail`, `NewTask`.
 */
const WITHOUT_BUILT_IN_ACTIONS = /^(?:\w+__c|Account|Contact|Lead|Opportunity)\.\w+$/;

/** The quick actions that a page layout or a Lightning page offers. */
export function quickActionReferences({ content }: Component): Reference[] {
  const quickActions = objectOf(content, 'quickActionList');
  const platformActions = ['platformActionList', 'platformActionlist'].flatMap((element) => {
    const list = objectOf(content, element);
    return list ? namesIn(list, [element], 'platformActionListItems', 'actionName', 'QuickAction') : [];
  });
  return [
    ...(quickActions
      ? namesIn(quickActions, ['quickActionList'], 'quickActionListItems', 'quickActionName')
      : []),
    ...platformActions,
  ];
}

function namesIn(
  list: MetadataObject,
  path: readonly PathStep[],
  element: string,
  nameElement: string,
  actionType?: string,
): Reference[] {
  return objectsOf(list, element).flatMap((item, index) => {
    const name = textOf(item, nameElement) ?? '';
    if (textOf(item, 'actionType') !== actionType || !WITHOUT_BUILT_IN_ACTIONS.test(name)) return [];
    return [reference([...path, element, index, nameElement], 'QuickAction', 'QuickAction', name)];
  });
}
