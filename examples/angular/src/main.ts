import { bootstrapApplication } from '@angular/platform-browser';
import 'orgdesk/define/org-members';
import 'orgdesk/define/profile-editor';
import { App } from './app';

void bootstrapApplication(App);
