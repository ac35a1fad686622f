// @ts-check
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import storybook from 'eslint-plugin-storybook';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const templates = ['src/**/*.ts', 'test/elements/**/*.ts', 'stories/**/*.ts'];

export default defineConfig(
  // Each example has its own tools.
  globalIgnores(['**/dist', 'storybook-static', 'coverage', 'examples']),
  js.configs.recommended,
  {
    files: ['**/*.js'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // Lit binds template handlers to the element, so `@click=${this.#save}` is correct.
      '@typescript-eslint/unbound-method': 'off',
      // An async function without await adapts a synchronous implementation to an async interface.
      '@typescript-eslint/require-await': 'off',
      // tsc reports these (noUnusedLocals, noUnusedParameters) and accepts `_`.
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: templates,
    extends: [wc.configs['flat/best-practice'], lit.configs['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      // Applies to plain elements: Lit's accessors, including `lang`, set the attribute on the first update.
      'wc/no-constructor-attributes': 'off',
    },
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // node:test's runner awaits the promise that `it` returns.
      '@typescript-eslint/no-floating-promises': 'off',
      // chai assertions are properties: `expect(button).to.exist`.
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    files: ['stories/**/*.ts'],
    extends: [storybook.configs['flat/recommended']],
  },
);
