import { escapeHtml } from '../../core';
import { STYLESHEET } from '../assets';

/** A user one can become with a click. */
export interface LoginUser {
  readonly username: string;
  readonly name: string;
  /** `Sales Rep, Standard User` */
  readonly description: string;
}

/** What the login page shows. */
export interface LoginPage {
  readonly orgName: string;
  /** Users to choose from; empty where a password is always asked. */
  readonly users: readonly LoginUser[];
  /** Page to go on to. */
  readonly startUrl: string;
  readonly username: string;
  /** Why the last attempt failed, or what happened to the session; null at first. */
  readonly message: string | null;
}

/** The page on which a user logs in to the Lightning pages. It needs no script. */
export function renderLogin(page: LoginPage): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Login | ${escapeHtml(page.orgName)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/local-org/static/logo.svg">
<link rel="stylesheet" href="${STYLESHEET}">
<link rel="stylesheet" href="/local-org/static/shell.css">
</head>
<body class="slds-scope local-org-login">
<main class="slds-box slds-theme_default">
<img class="local-org-login__logo" src="/local-org/static/logo.svg" alt="">
<h1 class="slds-text-heading_medium slds-align_absolute-center slds-m-bottom_medium">${escapeHtml(page.orgName)}</h1>
${page.message === null ? '' : `<div class="slds-notify slds-notify_alert slds-alert_warning slds-m-bottom_medium" role="alert">${escapeHtml(page.message)}</div>`}
${page.users.length === 0 ? '' : userList(page)}
${passwordForm(page)}
</main>
</body>
</html>
`;
}

function userList({ users, startUrl }: LoginPage): string {
  const rows = users.map(
    ({ username, name, description }) => `<li class="slds-item">
<button class="local-org-login__user slds-box slds-box_x-small" name="user" value="${escapeHtml(username)}">
<span class="slds-text-heading_small">${escapeHtml(name)}</span>
<span class="slds-text-color_weak">${escapeHtml(description)}</span>
<span class="slds-text-body_small slds-text-color_weak">${escapeHtml(username)}</span>
</button></li>`,
  );
  return `<form method="post" action="/login">
<input type="hidden" name="startURL" value="${escapeHtml(startUrl)}">
<h2 class="slds-text-title_caps slds-m-bottom_x-small">Log in as</h2>
<ul class="local-org-login__users">${rows.join('\n')}</ul>
</form>`;
}

function passwordForm({ startUrl, username, users }: LoginPage): string {
  return `<form method="post" action="/login" class="slds-form slds-m-top_medium">
<input type="hidden" name="startURL" value="${escapeHtml(startUrl)}">
${users.length === 0 ? '' : '<h2 class="slds-text-title_caps slds-m-bottom_x-small">Or with a password</h2>'}
<div class="slds-form-element"><label class="slds-form-element__label" for="username">Username</label>
<div class="slds-form-element__control"><input class="slds-input" id="username" name="username" autocomplete="username" required value="${escapeHtml(username)}"></div></div>
<div class="slds-form-element"><label class="slds-form-element__label" for="password">Password</label>
<div class="slds-form-element__control"><input class="slds-input" id="password" name="pw" type="password" autocomplete="current-password" required></div></div>
<button class="slds-button slds-button_brand slds-button_stretch slds-m-top_medium" type="submit">Log In</button>
</form>`;
}
