// Before the first render: Vue sets properties only on elements that are registered.
import 'orgdesk/define/org-members';
import 'orgdesk/define/profile-editor';
import { createApp } from 'vue';
import App from './app.vue';

createApp(App).mount('#app');
