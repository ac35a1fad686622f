/** What the type check of each example has to accept and refuse, beside the example's own code. */

const jsx = (framework: 'react' | 'preact', boolean: string) => `
  import type {} from 'orgdesk/${framework}';
  export const used = [
    <profile-editor proxy-url="/orgdesk" ${boolean}={false} theme="dark" part="editor" lang="de"
      fetch={(url, init) => fetch(url, init)}
      onprofile-saved={(event) => [event.changed.length, event.staleClaims]}
      onaccount-delete-request={(event) => event.waitFor(Promise.resolve(true))}
    ><p slot="deleted">Bye</p></profile-editor>,
    <org-members url-hash tab="members" onmember-removed={(event) => event.userId} />,
  ];
  export const refused = [
    // @ts-expect-error there is no such theme
    <profile-editor theme="blue" />,
    // @ts-expect-error an attribute has a dash
    <profile-editor proxyUrl="/orgdesk" />,
    // @ts-expect-error the event has no detail
    <profile-editor onprofile-saved={(event) => event.detail} />,
    // @ts-expect-error a column needs a label
    <org-members columns={[{ name: 'x', render: () => '' }]} />,
  ];
`;

const preactBoolean = `
  // @ts-expect-error Preact would write the text "false", which is true
  export const boolean = <profile-editor hide-header={false} />;
`;

const vue = `<script setup lang="ts">
import type {} from 'orgdesk/vue';
import type { ProfileEditor } from 'orgdesk';
import { useTemplateRef } from 'vue';
const editor = useTemplateRef('editor');
editor.value satisfies ProfileEditor | null;
const session = (url: string, init?: RequestInit) => fetch(url, init);
</script>
<template>
  <profile-editor
    ref="editor" proxy-url="/orgdesk" read-only :hideHeader="false" theme="dark" class="editor" :fetch="session"
    @profile-saved="(event) => [event.changed.length, event.staleClaims]"
    @account-delete-request="(event) => event.preventDefault()"
  ><p slot="deleted">Bye</p></profile-editor>
  <org-members url-hash tab="members" @member-removed="(event) => event.userId" />
  <!-- @vue-expect-error there is no such theme -->
  <profile-editor theme="blue" />
  <!-- @vue-expect-error there is no such property -->
  <profile-editor proxyurl="/orgdesk" />
  <!-- @vue-expect-error the event has no detail -->
  <profile-editor @profile-saved="(event) => event.detail" />
</template>
`;

const svelte = `
  import type {} from 'orgdesk/svelte';
  import type { SvelteHTMLElements } from 'svelte/elements';
  type Editor = SvelteHTMLElements['profile-editor'];
  export const used: Editor = {
    'proxy-url': '/orgdesk', 'hide-header': true, readOnly: false, theme: 'dark', class: 'editor',
    fetch: (url, init) => fetch(url, init),
    'onprofile-saved': (event) => [event.changed.length, event.staleClaims],
    'onaccount-delete-request': (event) => event.waitFor(Promise.resolve(true)),
  };
  // @ts-expect-error there is no such theme
  export const theme: Editor = { theme: 'blue' };
  // @ts-expect-error Svelte would write the text "false", which is true
  export const boolean: Editor = { 'read-only': false };
  // @ts-expect-error the event has no detail
  export const event: Editor = { 'onprofile-saved': (event) => event.detail };
`;

/** By example, and by the path of the file in it. */
export const typings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  react: { 'src/typings.tsx': jsx('react', 'hide-header') },
  preact: { 'src/typings.tsx': jsx('preact', 'hideHeader') + preactBoolean },
  vue: { 'src/typings.vue': vue },
  svelte: { 'src/typings.ts': svelte },
};
