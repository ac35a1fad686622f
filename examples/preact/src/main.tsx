// Before the first render: Preact sets properties only on elements that are registered.
import 'orgdesk/define/org-members';
import 'orgdesk/define/profile-editor';
import { render } from 'preact';
import { App } from './app';

render(<App />, document.querySelector('#app')!);
