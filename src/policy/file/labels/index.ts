/** Labels of the default policy in every language that the elements speak. */
import type { LocalizedText } from '../../vocabulary.js';
import { en, type DefaultLabels } from './en.js';
import { de } from './de.js';
import { fr } from './fr.js';
import { es } from './es.js';
import { ptBR } from './pt-BR.js';
import { it } from './it.js';
import { nl } from './nl.js';
import { pl } from './pl.js';
import { ja } from './ja.js';
import { zhHans } from './zh-Hans.js';
import { ko } from './ko.js';
import { ar } from './ar.js';
import { he } from './he.js';

const languages: Readonly<Record<string, DefaultLabels>> = {
  en,
  de,
  fr,
  es,
  'pt-BR': ptBR,
  it,
  nl,
  pl,
  ja,
  'zh-Hans': zhHans,
  ko,
  ar,
  he,
};

const inEveryLanguage = (text: (labels: DefaultLabels) => string): LocalizedText =>
  Object.fromEntries(Object.entries(languages).map(([tag, labels]) => [tag, text(labels)]));

export const groupLabel = (group: keyof DefaultLabels['groups']) =>
  inEveryLanguage(({ groups }) => groups[group]);
export const fieldLabel = (field: keyof DefaultLabels['fields']) =>
  inEveryLanguage(({ fields }) => fields[field]);
export const fieldHelp = (field: keyof DefaultLabels['help']) => inEveryLanguage(({ help }) => help[field]);
