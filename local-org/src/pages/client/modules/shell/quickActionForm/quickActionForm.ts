import { queryString, request, UI_API } from 'shell/http';
import { RecordForm, type RecordFormSubject, type SaveOptions } from 'shell/recordForm';
import type { FieldValueRepresentation } from 'shell/records';
import type { LayoutRepresentation, ObjectInfoRepresentation } from 'shell/uiApiTypes';

interface LayoutAnswer {
  readonly layout: LayoutRepresentation & { readonly objectApiName: string };
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_quick_action_execution.htm */
export interface QuickActionExecution {
  readonly id: string;
  readonly isCreated: boolean;
  readonly successMessage: string | null;
}

/** The form of a quick action: the fields of its layout with what it begins with. */
export class QuickActionForm extends RecordForm {
  private constructor(
    private readonly actionName: string,
    private readonly contextId: string,
    subject: RecordFormSubject,
    layout: LayoutRepresentation,
  ) {
    super(subject);
    this.layout = layout;
  }

  /** Reads a form. @param contextId the record on whose page the action is taken */
  static async open(actionName: string, contextId: string): Promise<QuickActionForm> {
    const { layout } = await request<LayoutAnswer>(`${UI_API}/actions/layout/${actionName}`);
    const subject = {
      objectApiName: layout.objectApiName,
      ...(layout.mode === 'Edit' && { recordId: contextId }),
    };
    const form = new QuickActionForm(actionName, contextId, subject, layout);
    await form.load();
    return form;
  }

  override async load(): Promise<void> {
    const { objectApiName } = this.subject;
    const query = queryString({ parentRecordId: this.contextId });
    const [objectInfo, { fields }] = await Promise.all([
      request<ObjectInfoRepresentation>(`${UI_API}/object-info/${objectApiName}`),
      request<{ readonly fields: Readonly<Record<string, FieldValueRepresentation>> }>(
        `${UI_API}/actions/record-defaults/${this.actionName}${query}`,
      ),
    ]);
    this.objectInfo = objectInfo;
    this.record = { apiName: objectApiName, id: this.subject.recordId ?? '', fields };
    await this.loadPicklists(await this.recordTypeId());
  }

  /**
   * Does what the action does.
   * @throws FetchResponseError after `errors` has been set
   */
  async perform(
    fields: Readonly<Record<string, unknown>>,
    { allowSaveOnDuplicate = false }: SaveOptions = {},
  ): Promise<QuickActionExecution> {
    const { actionName, contextId } = this;
    return this.attempt(() =>
      request<QuickActionExecution>(`${UI_API}/actions/perform-quick-action/${actionName}`, {
        method: this.isNew ? 'POST' : 'PATCH',
        body: { contextId, fields, allowSaveOnDuplicate },
      }),
    );
  }

  private async recordTypeId(): Promise<string | null | undefined> {
    const { objectApiName, recordId } = this.subject;
    if (recordId === undefined) return this.objectInfo?.defaultRecordTypeId;
    const record = await request<{ readonly recordTypeId?: string | null }>(
      `${UI_API}/records/${recordId}${queryString({ fields: `${objectApiName}.Id` })}`,
    );
    return record.recordTypeId;
  }
}
