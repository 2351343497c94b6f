import { createElement } from 'lwc';
import App from 'shell/app';

/** Puts the shell into the page. */
document.getElementById('shell')?.append(createElement('shell-app', { is: App }));
