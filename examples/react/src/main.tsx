// Before the first render: React sets properties and events only on elements that are registered.
import 'orgdesk/define/org-members';
import 'orgdesk/define/profile-editor';
import { createRoot } from 'react-dom/client';
import { App } from './app';

createRoot(document.querySelector('#app')!).render(<App />);
