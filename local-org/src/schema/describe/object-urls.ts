import type { SObjectType } from '../sobject-type';
import type { DescribeOptions } from './describe-options';

/** Objects with layouts that have neither list views nor approval layouts. */
const WITHOUT_LIST_VIEWS: ReadonlySet<string> = new Set(['Event', 'Task', 'User', 'CampaignMember']);

/** The REST resources of an object, as both describes list them: `{ sobject: '/services/data/v67.0/sobjects/Account' }`. */
export function objectUrls(type: SObjectType, basePath: string): Record<string, string> {
  const { capabilities, kind } = type.definition;
  const sobject = `${basePath}/sobjects/${type.name}`;
  const urls: Record<string, string> = {
    rowTemplate: `${sobject}/{ID}`,
    describe: `${sobject}/describe`,
    sobject,
  };
  if (capabilities.layoutable) {
    urls.compactLayouts = `${sobject}/describe/compactLayouts`;
    urls.layouts = `${sobject}/describe/layouts`;
    urls.quickActions = `${sobject}/quickActions`;
  }
  if (isMruEnabled(type) && !WITHOUT_LIST_VIEWS.has(type.name)) {
    urls.approvalLayouts = `${sobject}/describe/approvalLayouts`;
    urls.listviews = `${sobject}/listviews`;
  }
  if (kind === 'platformEvent') urls.eventSchema = `${sobject}/eventSchema`;
  return urls;
}

/** The pages of an object, which only its own describe lists. */
export function pageUrls(type: SObjectType, { instanceUrl }: DescribeOptions): Record<string, string> {
  if (!type.definition.capabilities.layoutable) return {};
  return {
    uiDetailTemplate: `${instanceUrl}/{ID}`,
    uiEditTemplate: `${instanceUrl}/{ID}/e`,
    uiNewRecord: `${instanceUrl}/${type.definition.keyPrefix ?? ''}/e`,
  };
}

/** Whether records of the object appear among the user's recent items. */
export function isMruEnabled(type: SObjectType): boolean {
  const { layoutable, searchable } = type.definition.capabilities;
  return layoutable && searchable;
}
