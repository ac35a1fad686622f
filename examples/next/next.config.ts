import type { NextConfig } from 'next';

const config: NextConfig = {
  // The proxy of Orgdesk, on the page's own origin.
  rewrites: async () => [{ source: '/orgdesk/:path*', destination: 'http://127.0.0.1:3000/orgdesk/:path*' }],
};

export default config;
