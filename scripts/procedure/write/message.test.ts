import { readableMessage, withoutMoment } from './message';

describe('readableMessage', () => {
  it('puts words for merge fields, or the value that is known', () => {
    const message = 'Stays in {!$Record__Prior.StageName} for {!Open_Items}, {!$Record.Review_Status__c}.';
    expect(readableMessage(message)).toBe('Stays in {stage name} for {open items}, {review status}.');
    expect(readableMessage(message, { StageName: 'Qualification' })).toContain('Stays in Qualification for');
  });
});

describe('withoutMoment', () => {
  it('leaves what the flow does', () => {
    expect(withoutMoment('Before save. Refuses a move.')).toBe('Refuses a move.');
    expect(withoutMoment('Daily at 06:00. Tells owners.')).toBe('Tells owners.');
    expect(withoutMoment('Watches a review.')).toBe('Watches a review.');
  });
});
