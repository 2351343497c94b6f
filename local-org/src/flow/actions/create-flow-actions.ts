import type { FlowServices } from '../services';
import { apexAction } from './apex';
import { chatterPostAction } from './chatter-post';
import { customNotificationAction } from './custom-notification';
import { emailAlertAction } from './email-alert';
import { emailSimpleAction } from './email-simple';
import type { FlowAction, FlowActionRegistry } from './flow-action';
import { quickActionAction } from './quick-action';
import { submitAction } from './submit';

/** What actions are made with. */
export type ActionServices = Omit<FlowServices, 'actions'>;

/** Makes the action of a type by the name that the flow calls; undefined when there is none of that name. */
export type ActionMaker = (services: ActionServices, name: string) => FlowAction | undefined;

/** The actions that the local org runs, by type. A new one is a file beside this one and a line here. */
export const ACTION_MAKERS: ReadonlyMap<string, ActionMaker> = new Map<string, ActionMaker>([
  ['apex', apexAction],
  ['chatterPost', chatterPostAction],
  ['customNotificationAction', customNotificationAction],
  ['emailAlert', emailAlertAction],
  ['emailSimple', emailSimpleAction],
  ['quickAction', quickActionAction],
  ['submit', submitAction],
]);

/** Metadata whose full names are the names of a type's actions. */
const NAMED_BY: Readonly<Record<string, string>> = {
  emailAlert: 'WorkflowAlert',
  quickAction: 'QuickAction',
};

/** Finds actions in the org as it is deployed now. */
export function createFlowActions(services: ActionServices): FlowActionRegistry {
  const find = (type: string, name: string): FlowAction | undefined =>
    ACTION_MAKERS.get(type)?.(services, name);
  return {
    find,
    list: (type) => {
      const components = services.components().all(NAMED_BY[type] ?? '');
      const names =
        type === 'apex' ? (services.ports.apex?.list() ?? []) : components.map(({ fullName }) => fullName);
      return names.flatMap((name) => find(type, name) ?? []);
    },
  };
}
