import { LightningElement, api } from 'lwc';
import { API, queryString, request } from 'shell/http';
import { iconOfUrl } from 'shell/objectIcons';
import type { NavItemRepresentation } from 'shell/apps';
import { navigate } from 'shell/router';
import type { LookupChoice } from '../../force/lookup/lookup';

interface Suggestion {
  readonly attributes: { readonly type: string };
  readonly Id: string;
  readonly Name: string;
}

/** Below this length the org answers no suggestions. */
const MIN_CHARACTERS = 3;
const MAX_SUGGESTIONS = 8;

/** The search in the header: suggests records of the app's objects while somebody types, and leads to all results. */
export default class GlobalSearch extends LightningElement {
  /** Navigation of the app: its objects are searched. */
  @api items: readonly NavItemRepresentation[] = [];

  get search(): (term: string) => Promise<readonly LookupChoice[]> {
    return (term) => this.suggest(term);
  }

  handleChoose(event: CustomEvent<{ readonly value: string | null }>): void {
    const { value } = event.detail;
    if (value === null) return;
    (event.target as HTMLElement & { value: string | null }).value = null;
    navigate({ type: 'standard__recordPage', attributes: { recordId: value, actionName: 'view' } });
  }

  handleAll({ detail }: CustomEvent<string>): void {
    navigate({ type: 'standard__search', state: { term: detail } });
  }

  private async suggest(term: string): Promise<readonly LookupChoice[]> {
    const objects = this.items.filter(({ objectApiName }) => objectApiName);
    const sobject = objects.map(({ objectApiName }) => objectApiName ?? '');
    if (term.trim().length < MIN_CHARACTERS || sobject.length === 0) return [];
    const { autoSuggestResults } = await request<{ readonly autoSuggestResults: readonly Suggestion[] }>(
      `${API}/search/suggestions${queryString({ q: term, sobject, limit: MAX_SUGGESTIONS })}`,
    );
    return autoSuggestResults.map(({ Id, Name, attributes }) => {
      const item = objects.find(({ objectApiName }) => objectApiName === attributes.type);
      return {
        id: Id,
        label: Name,
        detail: item?.objectLabel ?? attributes.type,
        icon: iconOfUrl(item?.iconUrl),
      };
    });
  }
}
