import { api, LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import { MessageContext, type Context } from 'lightning/messageService';
import { BATTLECARD_SECTIONS } from 'c/battlecardSections';
import ChoiceModal from 'c/choiceModal';
import CommentModal from 'c/commentModal';
import { announceChange } from 'c/dealChanges';
import { dayText, fill, percentText } from 'c/formatText';
import { frameState, type FrameState } from 'c/frameState';
import { showDone, showFailed } from 'c/outcomeToast';
import type { Apex, WireResult } from 'opportunity-hub/apex';
import addToBattlecard from '@salesforce/apex/IntelligenceFeedController.addToBattlecard';
import confirm from '@salesforce/apex/IntelligenceFeedController.confirm';
import createTask from '@salesforce/apex/IntelligenceFeedController.createTask';
import dismiss from '@salesforce/apex/IntelligenceFeedController.dismiss';
import getFeed from '@salesforce/apex/IntelligenceFeedController.getFeed';
import battlecardLabel from '@salesforce/label/c.Feed_Add_To_Battlecard';
import battlecardQuestionLabel from '@salesforce/label/c.Feed_Which_Section';
import confirmLabel from '@salesforce/label/c.Feed_Confirm';
import dismissLabel from '@salesforce/label/c.Feed_Dismiss';
import dismissQuestionLabel from '@salesforce/label/c.Feed_Dismiss_Reason';
import doneLabel from '@salesforce/label/c.Feed_Done';
import dueLabel from '@salesforce/label/c.Feed_Action_Due';
import emptyLabel from '@salesforce/label/c.Feed_Empty';
import evidenceLabel from '@salesforce/label/c.Feed_Evidence';
import sourceLabel from '@salesforce/label/c.Feed_Source';
import suggestedLabel from '@salesforce/label/c.Feed_Suggested';
import taskLabel from '@salesforce/label/c.Feed_Create_Task';
import titleLabel from '@salesforce/label/c.Feed_Title';
import whyLabel from '@salesforce/label/c.Feed_Why';

type Entry = Apex.IntelligenceFeedController.FeedEntry;

/** Something to do about a report; resolves to whether it was done. */
interface FeedAction {
  readonly name: string;
  readonly label: string;
  isOffered(entry: Entry): boolean;
  run(entry: Entry): Promise<boolean>;
}

const ACTIONS: readonly FeedAction[] = [
  {
    name: 'confirm',
    label: confirmLabel,
    isOffered: ({ isSuggested }) => isSuggested === true,
    run: async ({ linkId = null }) => {
      await confirm({ linkId });
      return true;
    },
  },
  {
    name: 'task',
    label: taskLabel,
    isOffered: () => true,
    run: async ({ linkId = null }) => {
      await createTask({ linkId });
      return true;
    },
  },
  {
    name: 'battlecard',
    label: battlecardLabel,
    isOffered: ({ isAboutCompetitor }) => isAboutCompetitor === true,
    run: async ({ reportId = null }) => {
      const section = (await ChoiceModal.open({
        label: battlecardLabel,
        size: 'small',
        question: battlecardQuestionLabel,
        options: BATTLECARD_SECTIONS,
        confirmLabel: battlecardLabel,
      })) as string | undefined;
      if (section === undefined) return false;
      await addToBattlecard({ reportId, section });
      return true;
    },
  },
  {
    name: 'dismiss',
    label: dismissLabel,
    isOffered: () => true,
    run: async ({ linkId = null }) => {
      const reason = (await CommentModal.open({
        label: dismissLabel,
        size: 'small',
        question: dismissQuestionLabel,
        isRequired: false,
        confirmLabel: dismissLabel,
      })) as string | undefined;
      if (reason === undefined) return false;
      await dismiss({ linkId, reason });
      return true;
    },
  },
];

/** Market intelligence about an account or an opportunity: what, why it is here, its evidence, and what to do. */
export default class IntelligenceFeed extends LightningElement {
  @api recordId?: string;

  labels = { empty: emptyLabel, evidence: evidenceLabel, source: sourceLabel, title: titleLabel };
  isBusy = false;

  @wire(getFeed, { recordId: '$recordId' }) feed?: WireResult<readonly Entry[]>;
  @wire(MessageContext) context?: Context;

  get state(): FrameState {
    return frameState(this.feed, ({ length }) => length === 0);
  }
  get entries() {
    return (this.feed?.data ?? []).map((entry) => ({
      key: entry.linkId ?? '',
      reportId: entry.reportId ?? '',
      headline: entry.headline ?? '',
      summary: entry.summary ?? '',
      badges: [entry.severity, entry.kind, entry.isSuggested ? suggestedLabel : null].flatMap((text) =>
        text ? [{ key: text, text }] : [],
      ),
      published: dayText(entry.publishedAt),
      why: fill(whyLabel, entry.reason ?? '', percentText(entry.confidence)),
      due: entry.actionDueOn ? fill(dueLabel, dayText(entry.actionDueOn)) : '',
      evidence: entry.evidence ?? '',
      sourceUrl: entry.sourceUrl,
      sourceName: entry.sourceName ?? sourceLabel,
      actions: ACTIONS.filter((action) => action.isOffered(entry)).map(({ name, label }) => ({
        name,
        label,
        title: `${label}: ${entry.headline ?? ''}`,
      })),
    }));
  }

  handleRetry(): void {
    void refreshApex(this.feed);
  }
  async handleAction(event: Event): Promise<void> {
    const { key, name } = (event.currentTarget as HTMLElement).dataset;
    const entry = this.feed?.data?.find(({ linkId }) => linkId === key);
    const action = ACTIONS.find((candidate) => candidate.name === name);
    if (!entry || !action || this.isBusy) return;
    this.isBusy = true;
    try {
      if (!(await action.run(entry))) return;
      showDone(this, fill(doneLabel, action.label));
      await refreshApex(this.feed);
      if (this.recordId) await announceChange(this, this.context, this.recordId);
    } catch (error) {
      showFailed(this, error);
    } finally {
      this.isBusy = false;
    }
  }
}
