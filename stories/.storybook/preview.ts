import type { Preview } from '@storybook/web-components-vite';

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'padded',
    // An accessibility violation fails the story, here and in the test command.
    a11y: { test: 'error' },
  },
};

export default preview;
