import { isJsonObject } from '../../rest/record-input';
import type { UiRequest } from '../request/ui-request';
import type { LayoutRepresentation } from './layout-representation';

/** Which sections of a layout a user has closed. */
interface LayoutUserState {
  readonly id: string;
  readonly sectionUserStates: Readonly<Record<string, { readonly collapsed: boolean; readonly id: string }>>;
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record_layout_user_state.htm */
export function layoutUserState(ui: UiRequest, { id, sections }: LayoutRepresentation): LayoutUserState {
  const closed = closedSections(ui, id);
  return {
    id,
    sectionUserStates: Object.fromEntries(
      sections.map((section) => [section.id, { collapsed: closed.has(section.id), id: section.id }]),
    ),
  };
}

/** Notes which sections are closed: `{ sectionUserStates: { '01B...': { collapsed: true } } }`. */
export function updateLayoutUserState(
  ui: UiRequest,
  layout: LayoutRepresentation,
  body: unknown,
): LayoutUserState {
  const states =
    isJsonObject(body) && isJsonObject(body['sectionUserStates']) ? body['sectionUserStates'] : {};
  const closed = closedSections(ui, layout.id);
  for (const [sectionId, state] of Object.entries(states)) {
    if (isJsonObject(state) && state['collapsed'] === true) closed.add(sectionId);
    else closed.delete(sectionId);
  }
  ui.userState.set(ui.context.user.id, 'layoutSections', layout.id, [...closed]);
  return layoutUserState(ui, layout);
}

function closedSections(ui: UiRequest, layoutId: string): Set<string> {
  const stored = ui.userState.get(ui.context.user.id, 'layoutSections', layoutId);
  return new Set(Array.isArray(stored) ? (stored as string[]) : []);
}
