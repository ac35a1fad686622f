import type { NextConfig } from 'next';

export default {
  // Its database drivers have native parts, which can't be bundled.
  serverExternalPackages: ['orgdesk-proxy'],
} satisfies NextConfig;
