import { LightningElement } from 'lwc';
import { API, queryString, request } from 'shell/http';

/** @see https://developer.salesforce.com/docs/atlas.en-us.chatterapi.meta/chatterapi/connect_responses_notification.htm */
interface Notification {
  readonly id: string;
  readonly messageTitle: string;
  readonly messageBody: string;
  readonly mostRecentActivityDate: string;
  readonly read: boolean;
  /** Id of the record that it is about. */
  readonly target: string | null;
}

interface EntryView {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly date: string;
  readonly url: string;
  readonly classes: string;
}

const RESOURCE = `${API}/connect/notifications`;
const MAX_SHOWN = 20;
const POLL_MS = 30_000;

/** The bell: how many notifications are new, and what they say. */
export default class Notifications extends LightningElement {
  static renderMode = 'light' as const;

  unread = 0;
  isOpen = false;
  private notifications: readonly Notification[] = [];
  private timer: ReturnType<typeof setInterval> | undefined;

  get label(): string {
    return this.unread === 0 ? 'Notifications' : `Notifications: ${this.unread} unread`;
  }

  get expandedText(): 'true' | 'false' {
    return this.isOpen ? 'true' : 'false';
  }

  get isEmpty(): boolean {
    return this.notifications.length === 0;
  }

  get entries(): EntryView[] {
    return this.notifications.map(
      ({ id, messageTitle, messageBody, mostRecentActivityDate, read, target }) => ({
        id,
        title: messageTitle,
        body: messageBody,
        date: mostRecentActivityDate,
        url: target === null ? '/lightning/page/home' : `/lightning/r/${target}/view`,
        classes: `slds-item${read ? '' : ' local-org-notifications__unread'}`,
      }),
    );
  }

  connectedCallback(): void {
    void this.count();
    this.timer = setInterval(() => void this.count(), POLL_MS);
    document.addEventListener('click', this.closeOutside);
  }

  disconnectedCallback(): void {
    clearInterval(this.timer);
    document.removeEventListener('click', this.closeOutside);
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
    if (this.isOpen) void this.read();
  }

  handleOpen({ currentTarget }: Event): void {
    this.isOpen = false;
    void this.mark([(currentTarget as HTMLElement).dataset['id'] ?? '']);
  }

  handleReadAll(): void {
    void this.mark(this.notifications.map(({ id }) => id));
  }

  private readonly closeOutside = (event: Event): void => {
    const bell = this.querySelector('.local-org-notifications');
    if (this.isOpen && bell && !event.composedPath().includes(bell)) this.isOpen = false;
  };

  /** The bell is no reason to trouble the user: when the org does not answer, the shell says so anyway. */
  private async count(): Promise<void> {
    try {
      const status = await request<{ readonly unreadCount: number }>(`${RESOURCE}/status`);
      this.unread = status.unreadCount;
    } catch {
      this.unread = 0;
    }
  }

  private async read(): Promise<void> {
    const { notifications } = await request<{ readonly notifications: readonly Notification[] }>(
      `${RESOURCE}${queryString({ size: MAX_SHOWN })}`,
    );
    this.notifications = notifications;
  }

  private async mark(notificationIds: readonly string[]): Promise<void> {
    await request(RESOURCE, { method: 'PATCH', body: { read: true, notificationIds } });
    await Promise.all([this.count(), this.read()]);
  }
}
