// Before the first render: Svelte sets properties only on elements that are registered.
import 'orgdesk/define/org-members';
import 'orgdesk/define/profile-editor';
import { mount } from 'svelte';
import App from './app.svelte';

mount(App, { target: document.querySelector('#app')! });
