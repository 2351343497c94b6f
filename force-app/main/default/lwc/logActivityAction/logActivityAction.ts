import { api, LightningElement, wire } from 'lwc';
import { CloseActionScreenEvent } from 'lightning/actions';
import { MessageContext, type Context } from 'lightning/messageService';
import { createRecord } from 'lightning/uiRecordApi';
import { announceChange } from 'c/dealChanges';
import { today } from 'c/daySpan';
import { errorText } from 'c/errorText';
import { frameState } from 'c/frameState';
import { showDone } from 'c/outcomeToast';
import type { Apex, WireResult } from 'opportunity-hub/apex';
import getChecklist from '@salesforce/apex/GateChecklistController.getChecklist';
import cancelLabel from '@salesforce/label/c.Action_Cancel';
import commentsLabel from '@salesforce/label/c.Log_Comments';
import dateLabel from '@salesforce/label/c.Log_Date';
import loggedLabel from '@salesforce/label/c.Log_Logged';
import saveLabel from '@salesforce/label/c.Action_Save';
import subjectLabel from '@salesforce/label/c.Log_Subject';
import suggestionLabel from '@salesforce/label/c.Log_Suggestions';
import titleLabel from '@salesforce/label/c.Log_Title';

/** Logs something that was done for an opportunity; offers what the gates of the stage ask for. */
export default class LogActivityAction extends LightningElement {
  @api recordId?: string;

  labels = {
    cancel: cancelLabel,
    comments: commentsLabel,
    date: dateLabel,
    save: saveLabel,
    subject: subjectLabel,
    suggestions: suggestionLabel,
    title: titleLabel,
  };
  subject = '';
  date = today();
  comments = '';
  isSaving = false;
  failure = '';

  @wire(getChecklist, { opportunityId: '$recordId' }) checklist?: WireResult<Apex.StageAdvance | null>;
  @wire(MessageContext) context?: Context;

  /** Subjects of activities that the open gate items ask for. */
  get suggestions(): readonly string[] {
    if (frameState(this.checklist).kind !== 'ready') return [];
    const missing = this.checklist?.data?.missing ?? [];
    return missing.flatMap(({ fix, fixTarget }) => (fix === 'Activity' && fixTarget ? [fixTarget] : []));
  }
  get hasSuggestions(): boolean {
    return this.suggestions.length > 0;
  }
  get isSaveDisabled(): boolean {
    return this.isSaving || this.subject.trim() === '';
  }

  handleSuggestion(event: Event): void {
    this.subject = (event.currentTarget as HTMLElement).dataset['subject'] ?? '';
  }
  handleSubject(event: CustomEvent<{ value: string }>): void {
    this.subject = event.detail.value;
  }
  handleDate(event: CustomEvent<{ value: string }>): void {
    this.date = event.detail.value;
  }
  handleComments(event: CustomEvent<{ value: string }>): void {
    this.comments = event.detail.value;
  }
  handleCancel(): void {
    this.dispatchEvent(new CloseActionScreenEvent());
  }
  async handleSave(): Promise<void> {
    if (!this.recordId) return;
    this.isSaving = true;
    try {
      await createRecord({
        apiName: 'Task',
        fields: {
          Subject: this.subject.trim(),
          ActivityDate: this.date,
          Description: this.comments,
          Status: 'Completed',
          WhatId: this.recordId,
        },
      });
      showDone(this, loggedLabel);
      await announceChange(this, this.context, this.recordId);
      this.handleCancel();
    } catch (error) {
      this.failure = errorText(error);
    } finally {
      this.isSaving = false;
    }
  }
}
