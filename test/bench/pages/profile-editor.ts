/** The element as a host with a session of its own embeds it. */
import '../../../src/define/profile-editor.js';
import { profileAnswer } from './profile.js';
import { watch } from './watch.js';

watch();

const element = document.createElement('profile-editor');
element.fetch = profileAnswer;
document.body.append(element);
