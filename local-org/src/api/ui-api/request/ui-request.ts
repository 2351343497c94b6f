import type { RequestContext } from '../../../execution';
import type { RestRequest } from '../../http/resource';
import type { UiServices } from './ui-services';

/** For whom an answer of the User Interface API is made, and from what. */
export interface UiRequest extends UiServices {
  readonly context: RequestContext;
  /** Where clients reach the org: `http://127.0.0.1:8080`. */
  readonly baseUrl: string;
  /** `/services/data/v67.0/ui-api` */
  readonly basePath: string;
}

/** What a request to a resource asks of the User Interface API. */
export function uiRequest(
  { context, baseUrl }: Pick<RestRequest, 'context' | 'baseUrl'>,
  services: UiServices,
): UiRequest {
  return { ...services, context, baseUrl, basePath: `/services/data/v${context.apiVersion}.0/ui-api` };
}
