import type { MemberColumn } from 'orgdesk';
import type {} from 'orgdesk/preact';
import { useState } from 'preact/hooks';
import { settings } from './settings';

const { domain, clientId, audience, organization } = settings;
const session = { domain, 'client-id': clientId, audience, organization };

// Not in the component: a new list at every render would be drawn again.
const columns: MemberColumn[] = [{ name: 'user-id', label: 'User ID', render: ({ userId }) => userId }];

export function App() {
  const [isReadOnly, setReadOnly] = useState(false);
  const [saved, setSaved] = useState('');
  return (
    <main>
      <label>
        <input
          type="checkbox"
          checked={isReadOnly}
          onChange={({ currentTarget }) => setReadOnly(currentTarget.checked)}
        />
        Read-only
      </label>
      <output>{saved}</output>
      {/* A boolean that varies is written as the property: `readOnly`, not `read-only`. */}
      <profile-editor
        {...session}
        readOnly={isReadOnly}
        onprofile-saved={({ changed }) => setSaved(`Saved: ${changed.join(', ')}`)}
      />
      <org-members {...session} columns={columns} />
    </main>
  );
}
