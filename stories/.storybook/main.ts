import type { StorybookConfig } from '@storybook/web-components-vite';
import { elementsPlugin } from './elements-plugin.js';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  viteFinal: (config) => ({ ...config, plugins: [...(config.plugins ?? []), elementsPlugin] }),
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
};

export default config;
