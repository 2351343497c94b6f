import { expiredSessionCookie, sessionCookie, sessionCookieName, sessionCookieToken } from './session-cookie';

describe('session cookie', () => {
  it('is named by the port of the org, which browsers do not tell apart', () => {
    expect(sessionCookieName('127.0.0.1:7070')).toBe('sid-7070');
    expect(sessionCookieName('[::1]:7071')).toBe('sid-7071');
    expect(sessionCookieName('org.example')).toBe('sid');
  });

  it('is read for the org that is asked, though the browser sends those of all orgs of the machine', () => {
    const header = 'sid-7070=first; sid-7071=second; sid=plain';
    expect(sessionCookieToken(header, 'localhost:7071')).toBe('second');
    expect(sessionCookieToken(header, 'localhost')).toBe('plain');
    expect(sessionCookieToken(header, 'localhost:7072')).toBeUndefined();
    expect(sessionCookieToken(undefined, 'localhost:7072')).toBeUndefined();
  });

  it('is kept from scripts and other sites, and ends at once with the logout', () => {
    expect(sessionCookie('localhost:7070', 'x')).toBe('sid-7070=x; Path=/; HttpOnly; SameSite=Strict');
    expect(expiredSessionCookie('localhost:7070')).toMatch(/^sid-7070=; .*; Max-Age=0$/);
  });
});
