'use client';
import dynamic from 'next/dynamic';

/**
 * Rendered in the browser alone. React sets no properties and no events on an element that came from the server, and nothing
 * of the elements is there before someone signed in.
 */
export const Account = dynamic(() => import('./elements'), { ssr: false, loading: () => <p>Loading…</p> });
