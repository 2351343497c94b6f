import { booleanOf, type ComponentStore } from '../../metadata';
import type { FlowScreen } from '../elements/screen';

/** What a user can do on a screen. */
export const SCREEN_ACTIONS = ['NEXT', 'FINISH', 'BACK', 'PAUSE'] as const;
export type ScreenAction = (typeof SCREEN_ACTIONS)[number];

/** A button of a screen. */
export interface ScreenButton {
  readonly action: ScreenAction;
  readonly label: string;
}

/** Where a screen stands in its interview. */
export interface ScreenPosition {
  readonly isFirst: boolean;
  /**
   * Whether nothing follows it.
   * UNVERIFIED: that elements which show nothing count as well.
   */
  readonly isLast: boolean;
}

/**
 * The buttons of a screen: Previous behind the first one, Next or (on the last one) Finish, and Pause where the org lets
 * users pause flows, which is off unless its flow settings say otherwise.
 * @see https://developer.salesforce.com/docs/platform/aura-platform/guide/components-config-for-flow-screens-navigate-actions.html
 */
export function screenButtons(
  screen: FlowScreen,
  { isFirst, isLast }: ScreenPosition,
  components: ComponentStore,
): ScreenButton[] {
  const { back, nextOrFinish, pause } = screen.buttonLabels;
  return [
    ...(screen.allowPause && mayPause(components)
      ? [{ action: 'PAUSE', label: pause ?? 'Pause' } as const]
      : []),
    ...(screen.allowBack && !isFirst ? [{ action: 'BACK', label: back ?? 'Previous' } as const] : []),
    ...(screen.allowFinish
      ? [
          isLast
            ? ({ action: 'FINISH', label: nextOrFinish ?? 'Finish' } as const)
            : ({ action: 'NEXT', label: nextOrFinish ?? 'Next' } as const),
        ]
      : []),
  ];
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_flowsettings.htm */
function mayPause(components: ComponentStore): boolean {
  const content = components.find('Settings', 'Flow')?.content;
  return content !== undefined && booleanOf(content, 'enableFlowPauseEnabled');
}
