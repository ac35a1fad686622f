/** The element as a host with a session of its own embeds it. */
import '../../../src/define/org-members.js';
import { answer, totalOfPage } from './members.js';
import { watch } from './watch.js';

watch();

const element = document.createElement('org-members');
element.fetch = (address) => answer(address, totalOfPage);
document.body.append(element);
