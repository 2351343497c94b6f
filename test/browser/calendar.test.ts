import { BrowserOrg } from './testing/browser-org';

const TRAVELLER = 'traveller@test.org';
/** The day of the org, a Thursday. */
const TODAY = '2026-01-15';

describe('calendar', () => {
  let org: BrowserOrg;

  beforeAll(async () => {
    org = await BrowserOrg.start();
    const { id: OwnerId } = org.test.addUser('traveller', { permissionSets: ['Traveller'] });
    org.test.insert('Event', [
      {
        OwnerId,
        Subject: 'Board the train',
        StartDateTime: `${TODAY}T09:00:00Z`,
        EndDateTime: `${TODAY}T10:00:00Z`,
      },
      {
        OwnerId,
        Subject: 'Fair',
        IsAllDayEvent: true,
        StartDateTime: '2026-01-16T00:00:00Z',
        EndDateTime: '2026-01-17T00:00:00Z',
      },
      {
        OwnerId,
        Subject: 'Fly home',
        StartDateTime: '2026-01-19T09:00:00Z',
        EndDateTime: '2026-01-19T11:00:00Z',
      },
      { Subject: 'Audit', StartDateTime: `${TODAY}T09:00:00Z`, EndDateTime: `${TODAY}T10:00:00Z` },
    ]);
  });
  afterAll(() => org.stop());

  it('shows the events of the user on their days, week by week', async () => {
    const { page, errors } = await org.open(TRAVELLER, '/lightning/o/Event/home');
    const day = (name: string) => page.getByRole('region', { name });
    await day('Thu, Jan 15').getByRole('link', { name: 'Board the train' }).waitFor();
    expect(await day('Fri, Jan 16').getByText('All Day').count()).toBe(1);
    expect(await day('Sat, Jan 17').getByRole('link', { name: 'Fair' }).count()).toBe(1);
    expect(await page.getByText('Audit').count()).toBe(0);
    expect(await day('Thu, Jan 15').getAttribute('aria-current')).toBe('date');

    await page.getByRole('button', { name: 'Next week' }).click();
    await day('Mon, Jan 19').getByRole('link', { name: 'Fly home' }).click();
    await page.getByRole('heading', { name: 'Fly home' }).waitFor();
    expect(errors).toEqual([]);
  });
});
