import { ApiError } from '../../core';
import { objectOf, objectsOf, textOf, type ComponentStore } from '../../metadata';
import type { QuickAction } from '../../flow';
import { BUNDLE_TYPE } from '../modules/component-bundle';

/** What a quick action shows that is no form: a component of the org, or a screen flow. */
export type QuickActionTarget =
  | {
      readonly kind: 'component';
      readonly name: string;
      /** Address of its module. */
      readonly module: string;
      /** Whether it is shown; otherwise it is only invoked. */
      readonly hasScreen: boolean;
    }
  | { readonly kind: 'flow'; readonly flow: string };

const RECORD_ACTION = 'lightning__RecordAction';
const WITHOUT_SCREEN = 'Action';

/**
 * Finds what a quick action shows.
 * @throws ApiError NOT_FOUND when it shows neither a component nor a flow
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/targets-lightning-record-action.html
 */
export function quickActionTarget(
  action: QuickAction,
  components: ComponentStore,
  moduleOf: (name: string) => string | undefined,
): QuickActionTarget {
  if (action.flowDefinition !== null) return { kind: 'flow', flow: action.flowDefinition };
  const content = components.find('QuickAction', action.fullName)?.content;
  const name = (content && textOf(content, 'lightningWebComponent')) ?? '';
  const module = moduleOf(name);
  if (module === undefined) {
    throw new ApiError('NOT_FOUND', `The quick action ${action.fullName} shows no Lightning web component`);
  }
  return { kind: 'component', name, module, hasScreen: actionTypeOf(components, name) !== WITHOUT_SCREEN };
}

/** `ScreenAction` or `Action`, as the component is configured; undefined when it does not say. */
function actionTypeOf(components: ComponentStore, name: string): string | undefined {
  const configs = objectOf(components.find(BUNDLE_TYPE, name)?.content ?? {}, 'targetConfigs') ?? {};
  const config = objectsOf(configs, 'targetConfig').find((entry) =>
    (textOf(entry, '@targets') ?? '').includes(RECORD_ACTION),
  );
  return config && textOf(config, 'actionType');
}
