import { escapeHtml } from '../../core';

/** What the login page shows. */
export interface LoginPage {
  /** The client app's label. */
  readonly clientLabel: string;
  /** Value that ties the form to the browser it was sent to. */
  readonly requestId: string;
  readonly username: string;
  readonly scopes: readonly string[];
  /** Why the last attempt failed; null at first. */
  readonly problem: string | null;
}

/** The page on which a user logs in and, by doing so, lets the client app in. It needs no script. */
export function renderLoginPage(page: LoginPage): string {
  const problem = page.problem === null ? '' : `<p role="alert">${escapeHtml(page.problem)}</p>`;
  return document(
    'Login',
    `<form method="post" action="/services/oauth2/authorize">
<h1>Log in to allow ${escapeHtml(page.clientLabel)}</h1>
<p>It asks for: ${escapeHtml(page.scopes.join(', '))}.</p>
${problem}
<input type="hidden" name="request" value="${escapeHtml(page.requestId)}">
<p><label for="username">Username</label><br>
<input id="username" name="username" autocomplete="username" required value="${escapeHtml(page.username)}"></p>
<p><label for="password">Password</label><br>
<input id="password" name="pw" type="password" autocomplete="current-password" required></p>
<button name="Login" type="submit">Log In</button>
</form>`,
  );
}

/** A page that says why an authorisation cannot begin. */
export function renderErrorPage(error: string, description: string): string {
  return document(
    'Authorization Error',
    `<h1>OAuth Error</h1>\n<p role="alert">error=${escapeHtml(error)}&amp;error_description=${escapeHtml(description)}</p>`,
  );
}

/** A page that goes on to an address of this server at once. */
export function renderForwardingPage(address: string): string {
  const refresh = `<meta http-equiv="refresh" content="0; url=${escapeHtml(address)}">`;
  return document('Logging in', `<p><a href="${escapeHtml(address)}">Continue</a></p>`, refresh);
}

function document(title: string, body: string, head = ''): string {
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${escapeHtml(title)} | Salesforce</title>
<meta name="viewport" content="width=device-width, initial-scale=1">${head}
<style>body{font-family:sans-serif;max-width:24rem;margin:4rem auto;padding:0 1rem}input{width:100%;padding:.5rem;box-sizing:border-box}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
