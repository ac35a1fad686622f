import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { MemberColumn, ProfileSavedEvent } from 'orgdesk';
import { settings } from './settings';

@Component({
  selector: 'app-root',
  // Without it, Angular reports unknown elements. With it, their properties and events have no types in a template.
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <label>
        <input type="checkbox" [checked]="isReadOnly()" (change)="isReadOnly.set(!isReadOnly())" />
        Read-only
      </label>
      <output>{{ saved() }}</output>
      <profile-editor
        [domain]="settings.domain"
        [clientId]="settings.clientId"
        [audience]="settings.audience"
        [organization]="settings.organization"
        [readOnly]="isReadOnly()"
        (profile-saved)="show($event)"
      ></profile-editor>
      <org-members
        [domain]="settings.domain"
        [clientId]="settings.clientId"
        [audience]="settings.audience"
        [organization]="settings.organization"
        [columns]="columns"
      ></org-members>
    </main>
  `,
})
export class App {
  readonly settings = settings;
  readonly columns: MemberColumn[] = [{ name: 'user-id', label: 'User ID', render: ({ userId }) => userId }];
  readonly isReadOnly = signal(false);
  readonly saved = signal('');

  show({ changed }: ProfileSavedEvent): void {
    this.saved.set(`Saved: ${changed.join(', ')}`);
  }
}
