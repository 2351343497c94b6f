import { UiOrg } from '../testing/ui-org';

describe('what pages need besides', () => {
  let ui: UiOrg;
  let accountId: string;
  beforeAll(async () => {
    ui = await UiOrg.start();
    accountId = await ui.api.create('Account', { Name: 'Acme Berlin' });
  });
  afterAll(() => ui.stop());

  const asUser = (): Record<string, string> => ({ authorization: `Bearer ${ui.userToken}` });

  it('notifications: answers those of the user, and keeps what was read', async () => {
    const message = { body: 'Look', relatedRecordId: accountId, source: 'test' };
    ui.api.org.outbox.send({ ...message, kind: 'notification', recipients: [ui.userId], subject: 'One' });
    ui.api.org.outbox.send({ ...message, kind: 'notification', recipients: [ui.userId], subject: 'Two' });
    ui.api.org.outbox.send({ ...message, kind: 'email', recipients: [ui.userId], subject: 'Mail' });
    const list = await ui.api.call('GET', '/connect/notifications', undefined, asUser());
    expect(list.body).toMatchObject({
      notifications: [
        { messageTitle: 'Two', read: false, seen: false, target: accountId, recipientId: ui.userId },
        { messageTitle: 'One', messageBody: 'Look', count: 1 },
      ],
    });
    const [{ id = '' } = {}] = (list.body as { notifications: { id: string }[] }).notifications;
    await ui.api.call('PATCH', `/connect/notifications/${id}`, { read: true }, asUser());
    const status = await ui.api.call('GET', '/connect/notifications/status', undefined, asUser());
    expect(status.body).toMatchObject({ unreadCount: 1, unseenCount: 1 });
    await ui.api.call('PATCH', '/connect/notifications', { seen: true }, asUser());
    const seen = await ui.api.call('GET', '/connect/notifications/status', undefined, asUser());
    expect(seen.body).toMatchObject({ unreadCount: 1, unseenCount: 0 });
    expect((await ui.api.call('GET', '/connect/notifications')).body).toEqual({ notifications: [] });
    expect((await ui.api.call('GET', `/connect/notifications/${id}`)).status).toBe(404);
  });

  it('recent items: answers what was viewed over all objects, without what is gone', async () => {
    const siteId = await ui.api.create('Site__c', { Name: 'Gone soon' });
    for (const id of [accountId, siteId]) await ui.get(`/record-ui/${id}?updateMru=true`);
    expect((await ui.api.call('GET', '/recent')).body).toMatchObject([
      { attributes: { type: 'Site__c' }, Id: siteId, Name: 'Gone soon' },
      { attributes: { type: 'Account' }, Name: 'Acme Berlin' },
    ]);
    const { records } = await ui.api.query('SELECT Id, Type, Name FROM RecentlyViewed ORDER BY Name');
    expect(records).toMatchObject([
      { Type: 'Account', Name: 'Acme Berlin' },
      { Type: 'Site__c', Name: 'Gone soon' },
    ]);
    await ui.api.query(`SELECT Id FROM Account WHERE Id = '${accountId}' FOR VIEW`);
    expect((await ui.api.call('GET', '/sobjects/Account')).body).toMatchObject({
      recentItems: [{ Id: accountId, Name: 'Acme Berlin' }],
    });
    await ui.call('DELETE', `/records/${siteId}`);
    expect((await ui.api.call('GET', '/recent?limit=5')).body).toHaveLength(1);
  });

  it('suggestions: finds by the beginning of a word of the name', async () => {
    const { body } = await ui.api.call('GET', '/search/suggestions?q=berl&sobject=Account,Site__c');
    expect(body).toMatchObject({
      autoSuggestResults: [{ attributes: { type: 'Account' }, Id: accountId, Name: 'Acme Berlin' }],
      hasMoreResults: false,
    });
    expect((await ui.api.call('GET', '/search/suggestions?q=be&sobject=Account')).status).toBe(400);
  });

  it('themes and avatars: answer colors and icons', async () => {
    expect(await ui.get('/themes/active')).toMatchObject({
      brandColor: expect.stringMatching(/^#/),
      density: 'ViewOne',
    });
    expect(await ui.get(`/record-avatars/batch/${accountId},x`)).toMatchObject({
      hasErrors: true,
      results: [
        { statusCode: 200, result: { recordId: accountId, type: 'Theme', backgroundColor: '5867E8' } },
        { statusCode: 400 },
      ],
    });
  });
});
