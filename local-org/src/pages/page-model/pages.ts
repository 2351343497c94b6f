import { ApiError, MAX_API_VERSION } from '../../core';
import {
  flexiPage,
  objectOf,
  pageAssignments,
  tabs,
  textOf,
  textsOf,
  type FlexiPageDefinition,
} from '../../metadata';
import { mayOpenTab, type LocalOrg } from '../../org';
import { BUNDLE_TYPE } from '../modules/component-bundle';
import { assignedPage } from './page-assignment';
import type { PageModel } from './page-model';
import { resolveRegions, type PageResolution } from './resolve-page';
import { STANDARD_PAGES } from './standard-pages';
import { visibilityFacts, type PageAudience } from './visibility-facts';

const URL_ADDRESSABLE = 'lightning__UrlAddressable';

/** Who asks for a page, in which app. */
export interface PageRequest extends Pick<PageAudience, 'user' | 'formFactor'> {
  /** Name of the app; null outside any. */
  readonly app: string | null;
}

/** The record of a page, as far as its page depends on it. */
interface PageRecord {
  readonly objectName: string;
  readonly id: string;
  readonly name: string;
  /** Developer name; null without record types. */
  readonly recordType: string | null;
}

/** Finds and resolves the Lightning pages of an org. */
export class Pages {
  constructor(
    private readonly org: LocalOrg,
    private readonly moduleOf: PageResolution['moduleOf'],
  ) {}

  /**
   * The page of a record, which the user has viewed then.
   * @throws ApiError NOT_FOUND for a record that is not there or not the user's to see
   */
  recordPage(recordId: string, request: PageRequest): PageModel {
    const record = this.findRecord(recordId, request);
    const name = this.assigned('View', record.objectName, request, record.recordType);
    const context = { recordId: record.id, objectApiName: record.objectName };
    this.org.recentItems.add(request.user.id, record.id);
    return { ...this.resolve(name, 'record', context, { ...request, record }), title: record.name };
  }

  /** The page behind the Home tab. */
  homePage(request: PageRequest): PageModel {
    return this.resolve(this.assigned('Tab', 'standard-home', request, null), 'home', {}, request);
  }

  /** The page of a tab that shows a Lightning page. @throws ApiError NOT_FOUND, also for a tab hidden from the user */
  tabPage(tabName: string, request: PageRequest): PageModel {
    const tab = tabs(this.org.components()).find(({ name }) => name.toLowerCase() === tabName.toLowerCase());
    if (!tab || !mayOpenTab(this.org, request.user, tab.name)) throw notFound(`There is no tab ${tabName}`);
    if (tab.kind === 'lwc') return this.componentPage(tab.target, tab.label ?? tab.name);
    if (tab.kind !== 'flexiPage') throw notFound(`The tab ${tabName} shows no Lightning page`);
    return this.resolve(tab.target, 'app', {}, request);
  }

  /**
   * The page of a component with an address of its own: `c__tripCard`.
   * @throws ApiError NOT_FOUND for one that is not made for that
   */
  addressedComponent(name: string): PageModel {
    const own = name.replace(/^c__/, '');
    const component = this.org.components().find(BUNDLE_TYPE, own);
    const targets = component && objectOf(component.content, 'targets');
    if (!component || !targets || !textsOf(targets, 'target').includes(URL_ADDRESSABLE)) {
      throw notFound(`There is no component ${name} with an address of its own`);
    }
    return this.componentPage(own, textOf(component.content, 'masterLabel') ?? own);
  }

  /** A tab may show one component alone. */
  private componentPage(name: string, label: string): PageModel {
    const module = this.moduleOf(name);
    const item = {
      kind: 'component' as const,
      name: `c:${name}`,
      key: name,
      ...(module !== undefined && { module }),
      properties: {},
      facets: {},
    };
    return {
      page: null,
      label,
      title: label,
      type: 'app',
      template: 'flexipage:defaultAppHomeTemplate',
      regions: [{ name: 'main', items: [item] }],
      context: {},
      dependsOn: [],
    };
  }

  private resolve(
    name: string | null,
    type: PageModel['type'],
    context: PageModel['context'],
    audience: PageAudience,
  ): PageModel {
    const page = this.definition(name, type);
    const facts = visibilityFacts(audience, this.org);
    const resolution = {
      facts,
      formFactor: audience.formFactor,
      components: this.org.components(),
      schema: this.org.schema(),
      object: context['objectApiName'] ?? null,
      moduleOf: this.moduleOf,
    };
    const regions = resolveRegions(page, resolution);
    const ofRecord = audience.record ? [audience.record.id] : [];
    return {
      page: page.name === '' ? null : page.name,
      label: page.label,
      title: page.label,
      type,
      template: page.template,
      regions,
      context,
      dependsOn: [...new Set([...ofRecord, ...facts.records])],
    };
  }

  private definition(name: string | null, type: PageModel['type']): FlexiPageDefinition {
    const page = name === null ? undefined : flexiPage(this.org.components(), name);
    if (page) return page;
    if (type === 'app') throw notFound(`There is no Lightning page ${name}`);
    return STANDARD_PAGES[type];
  }

  private assigned(
    action: string,
    target: string,
    { user, app, formFactor }: PageRequest,
    recordType: string | null,
  ): string | null {
    const profile = this.nameOf('Profile', 'Name', user.profileId) ?? '';
    return assignedPage(pageAssignments(this.org.components()), {
      action,
      target,
      formFactor,
      app,
      profile,
      recordType,
    });
  }

  private findRecord(id: string, { user }: PageRequest): PageRecord {
    const type = this.org.schema().findByKeyPrefix(id.slice(0, 3));
    if (!type || !this.org.access.objectAccess(user, type.name).read) throw recordMissing();
    const context = { user, mode: 'user', apiVersion: MAX_API_VERSION } as const;
    // The field can be asked for only where there are record types.
    const hasRecordTypes = type.definition.recordTypes.length > 0;
    const nameField = type.fields.find((field) => field.nameField)?.name;
    const fields = ['Id', ...(hasRecordTypes ? ['RecordTypeId'] : []), ...(nameField ? [nameField] : [])];
    const soql = `SELECT ${fields.join(', ')} FROM ${type.name} WHERE Id = :id`;
    const [row] = this.org.query.query(soql, { context, binds: { id } }).records;
    if (!row || row.id === null) throw recordMissing();
    const recordTypeId = row.fields['RecordTypeId'];
    const name = row.fields[nameField ?? ''];
    return {
      objectName: type.name,
      id: row.id,
      name: typeof name === 'string' ? name : type.definition.label,
      recordType:
        typeof recordTypeId === 'string' ? this.nameOf('RecordType', 'DeveloperName', recordTypeId) : null,
    };
  }

  private nameOf(objectName: string, field: string, id: string): string | null {
    const row = this.org.store
      .prepare(`SELECT "${field}" AS name FROM "${objectName}" WHERE "Id" = ?`)
      .get(id);
    return (row?.['name'] as string | undefined) ?? null;
  }
}

function recordMissing(): ApiError {
  return notFound('The requested resource does not exist');
}

function notFound(message: string): ApiError {
  return new ApiError('NOT_FOUND', message);
}
