import type { FieldKind } from '../../../policy/vocabulary.js';
import { checkbox, checkboxGroup } from './checkboxes.js';
import type { FieldRenderer } from './field.js';
import { input, lines, picture, textarea } from './inputs.js';
import { select } from './select.js';

/** Renderers by kind. A kind without one doesn't compile. */
export const renderers = {
  text: input('text'),
  multiline: textarea,
  email: input('email', { verbatim: true }),
  phone: input('tel'),
  username: input('text', { verbatim: true }),
  url: input('url', { verbatim: true }),
  picture,
  choice: select,
  'multi-choice': checkboxGroup,
  list: lines,
  boolean: checkbox,
  date: input('date'),
  language: select,
  'time-zone': select,
  number: input('number'),
} satisfies Record<FieldKind, FieldRenderer>;
