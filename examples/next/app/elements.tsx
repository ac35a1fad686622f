'use client';
import type { MemberColumn } from 'orgdesk';
import 'orgdesk/define/org-members';
import 'orgdesk/define/profile-editor';
import type {} from 'orgdesk/react';
import { useState } from 'react';
import { settings } from './settings';

const { domain, clientId, audience, organization } = settings;
const session = { domain, 'client-id': clientId, audience, organization };

// Not in the component: a new list at every render would be drawn again.
const columns: MemberColumn[] = [{ name: 'user-id', label: 'User ID', render: ({ userId }) => userId }];

export default function Elements() {
  const [isReadOnly, setReadOnly] = useState(false);
  const [saved, setSaved] = useState('');
  return (
    <>
      <label>
        <input
          type="checkbox"
          checked={isReadOnly}
          onChange={({ currentTarget }) => setReadOnly(currentTarget.checked)}
        />
        Read-only
      </label>
      <output>{saved}</output>
      <profile-editor
        {...session}
        read-only={isReadOnly}
        onprofile-saved={({ changed }) => setSaved(`Saved: ${changed.join(', ')}`)}
      />
      <org-members {...session} columns={columns} />
    </>
  );
}
